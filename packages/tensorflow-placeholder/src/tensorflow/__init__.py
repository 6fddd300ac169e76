"""Stand-in for TensorFlow, which Rasa imports even when no component of the pipeline uses it.

Importing any `tensorflow.*` or `keras.*` name works and gives a class that may be subclassed, used in an
annotation or as a decorator. Using one for real raises `TensorFlowMissingError`.
"""

import importlib.abc
import importlib.machinery
import sys
from types import ModuleType
from typing import Any

__version__ = "0.0.0"
__path__: list[str] = []


class TensorFlowMissingError(RuntimeError):
    """Raised when a component that really needs TensorFlow is used."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} needs TensorFlow, which this project leaves out on purpose. "
            "Use components and policies without it (see config.yml), "
            "or install TensorFlow in an environment of your own."
        )


class _PlaceholderType(type):
    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return placeholder(f"{cls.__qualname__}.{name}")

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        # A decorator such as `@tf.function` runs while a module is imported, so it must not fail.
        if len(args) == 1 and not kwargs and callable(args[0]):
            return args[0]
        raise TensorFlowMissingError(cls.__qualname__)

    def __instancecheck__(cls, instance: Any) -> bool:
        return False

    def __or__(cls, other: Any) -> Any:
        return cls

    __ror__ = __or__


class _Placeholder(metaclass=_PlaceholderType):
    """Base of every stand-in."""

    def __class_getitem__(cls, item: Any) -> Any:
        return cls


def placeholder(name: str) -> Any:
    """Make the stand-in for one dotted TensorFlow name."""
    return _PlaceholderType(name, (_Placeholder,), {"__module__": "tensorflow"})


class _PlaceholderModule(ModuleType):
    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        value = placeholder(f"{self.__name__}.{name}")
        setattr(self, name, value)
        return value


class _SubmoduleFinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    roots = ("tensorflow.", "keras.", "tensorflow_addons")

    def find_spec(self, fullname: str, path: Any, target: Any = None) -> Any:
        if fullname.startswith(self.roots):
            return importlib.machinery.ModuleSpec(fullname, self, is_package=True)
        return None

    def create_module(self, spec: Any) -> ModuleType:
        return _PlaceholderModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        return None


sys.meta_path.append(_SubmoduleFinder())


def __getattr__(name: str) -> Any:
    if name.startswith("__"):
        raise AttributeError(name)
    return placeholder(f"tensorflow.{name}")

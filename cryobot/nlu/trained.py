"""What the components that learn something have in common: how Rasa makes and loads them."""

from abc import abstractmethod
from pathlib import Path
from typing import Any, Self

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage


class TrainedComponent(GraphComponent):
    """A component that keeps what it learned in files. A subclass has `restore` and what Rasa asks of its kind."""

    def __init__(self, storage: ModelStorage, resource: Resource) -> None:
        self._storage = storage
        self._resource = resource

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Self:
        """Make an untrained component; called by Rasa."""
        return cls(model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> Self:
        """Make the trained component; called by Rasa."""
        component = cls(model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component.restore(folder)
        return component

    @abstractmethod
    def restore(self, folder: Path) -> None:
        """Read what was learned from the files that training wrote into `folder`."""

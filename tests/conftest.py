"""Lets through the warnings that Rasa and its dependencies give when they are imported; all others stay errors."""

import pytest

LIBRARY_WARNINGS = (
    "ignore:pkg_resources is deprecated:UserWarning",
    "ignore:Deprecated call to .pkg_resources:DeprecationWarning",
    "ignore::DeprecationWarning:packaging.markers",
    "ignore::DeprecationWarning:packaging.requirements",
    "ignore:distutils Version classes:DeprecationWarning",
    "ignore:Deprecated API features detected:DeprecationWarning",
    "ignore:the load_module:DeprecationWarning",
)


def pytest_configure(config: pytest.Config) -> None:
    for warning in LIBRARY_WARNINGS:
        config.addinivalue_line("filterwarnings", warning)

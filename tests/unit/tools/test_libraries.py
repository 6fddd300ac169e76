from importlib import import_module

import pytest

from tools.encoder.libraries import LIBRARIES, LibrariesMissingError, encoder_libraries


@pytest.mark.parametrize("name", sorted(LIBRARIES))
def test_a_missing_library_is_named_with_what_to_install(name: str) -> None:
    with pytest.raises(LibrariesMissingError, match=name) as caught, encoder_libraries():
        raise ModuleNotFoundError(name=name)
    assert all(f"'{library} " in str(caught.value) for library in LIBRARIES)


def test_another_missing_module_is_no_matter_of_what_is_installed() -> None:
    with pytest.raises(ModuleNotFoundError, match="no_such_module"), encoder_libraries():
        import_module("tools.encoder.no_such_module")

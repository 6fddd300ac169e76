"""Reading lock files."""

import re

from setup_fakes import LIBRARIES, PROJECT
from setup_steps.locks import library_count, only


def test_takes_single_libraries_out_of_a_lock_file() -> None:
    assert only(LIBRARIES, {"setuptools"}) == "setuptools==80 \\\n    --hash=sha256:01\n"
    assert only(LIBRARIES, {"set"}) == ""


def test_counts_the_libraries() -> None:
    assert library_count(LIBRARIES) == 2


def test_the_lock_files_have_what_builds_the_others() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        builders = only((PROJECT / name).read_text(), {"setuptools", "poetry-core"})
        assert library_count(builders) == 2, name
        assert "--hash=sha256:" in builders


def test_the_libraries_of_the_tests_include_those_of_the_assistant() -> None:
    def pins(name: str) -> set[str]:
        return set(re.findall(r"^[a-z0-9][^\s=]*==\S+", (PROJECT / name).read_text(), flags=re.MULTILINE))

    assert pins("requirements.lock") < pins("requirements-dev.lock")

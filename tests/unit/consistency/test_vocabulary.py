from pathlib import Path

import pytest

from cryobot.consistency.files import Files
from cryobot.consistency.vocabulary import problems
from cryobot.language.vocabulary import Cues

from .builders import reasons, the_reason

FILES = {
    "marks": "marks: [scar]\nmarks_near_skin: [red]\nskin: [arm]\n",
    "cues": "".join(f"{group}: [some]\n" for group in Cues.model_fields),
    "danger": "chest:\n- chest ... pain\n",
    "lookalikes": "lookalikes: [price mark]\n",
    "lemmas": "lemmas: {burnt: burn}\n",
    "known_words": "known_words: [cryo]\n",
    "clauses": "joiners: [and]\nseparators: [',']\nquestion_starts: [what]\n",
}


@pytest.fixture
def files(tmp_path: Path) -> Files:
    files = Files(tmp_path)
    files.vocabulary.mkdir(parents=True)
    for name, content in FILES.items():
        (files.vocabulary / f"{name}.yml").write_text(content)
    return files


def set_lookalikes(files: Files, *patterns: str) -> None:
    (files.vocabulary / "lookalikes.yml").write_text("lookalikes:\n" + "".join(f"- '{p}'\n" for p in patterns))


def test_patterns_that_parse(files: Files) -> None:
    set_lookalikes(files, "price mark", "mark ... price?", "my|the mark")

    assert problems(files) == []


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("... mark", "lookalikes: '... mark': a pattern begins and ends with a word"),
        ("...", "lookalikes: '...': a pattern begins and ends with a word"),
        ("my||the mark", "lookalikes: 'my||the mark' has an empty word"),
        ("my| mark", "lookalikes: 'my| mark' has an empty word"),
    ],
)
def test_patterns_that_do_not(files: Files, pattern: str, reason: str) -> None:
    set_lookalikes(files, pattern)

    assert the_reason(problems(files)) == reason


def test_a_pattern_twice(files: Files) -> None:
    set_lookalikes(files, "price mark", "Price  mark")

    assert the_reason(problems(files)) == "lookalikes: 'price mark' is there 2 times"


def test_every_file_that_cannot_be_read(files: Files) -> None:
    (files.vocabulary / "marks.yml").unlink()
    (files.vocabulary / "clauses.yml").write_text("joiners: [and]\n")

    found = problems(files)

    assert [problem.file.name for problem in found] == ["marks.yml", "clauses.yml"]
    assert reasons(found)[0] == "the file is missing."
    assert found[0].remedy == "Add it."

import io
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
import pytest

from cryobot.gaps.directions import load_directions
from cryobot.gaps.errors import DirectionsMissingError
from cryobot.gaps.gap import Decision, Gap
from cryobot.gaps.masking import Mask
from cryobot.gaps.nearest import nearest
from cryobot.gaps.proposal import Words, proposal
from cryobot.language.encoder import installed_encoder

AT = datetime(2026, 11, 20, tzinfo=UTC)


def a_gap(decision: Decision | None = None, answer: str = "", text: str = "", size: int = 1) -> Gap:
    total = installed_encoder().encode([text])[0] if text else np.zeros(384, np.float32)
    return Gap(id=1, total=total, size=size, first_at=AT, last_at=AT, decision=decision, answer=answer)


def test_the_files_have_the_form_of_the_training_examples() -> None:
    decided = [
        (a_gap(Decision.BELONGS, "uses"), ["what is it for", "call 612 345 678", "what is it for"]),
        (a_gap(Decision.BELONGS, "uses"), ["purpose?"]),
        (a_gap(Decision.OUT_OF_SCOPE), ["will it rain, me@example.org asks"]),
        (a_gap(Decision.NEW_ANSWER, size=2), ["may I take a towel"]),
    ]
    packed = proposal(decided, Words("read me", "a proposal"), Mask("(number)", "(e-mail)"), date(2026, 11, 23))
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}

    assert list(files) == [
        "README.txt", "nlu/out-of-scope/proposed-2026-11-23.yml", "nlu/uses/proposed-2026-11-23.yml", "new-answers.yml",
    ]  # fmt: skip
    assert files["README.txt"] == "read me"
    assert files["nlu/uses/proposed-2026-11-23.yml"] == (
        '# a proposal\nversion: "3.1"\nnlu:\n- intent: uses\n  examples: |\n'
        "    - what is it for\n    - call (number)\n    - purpose?\n"
    )
    assert "    - will it rain, (e-mail) asks\n" in files["nlu/out-of-scope/proposed-2026-11-23.yml"]
    assert "- asked: 2\n" in files["new-answers.yml"]


def test_the_nearest_answers() -> None:
    answers = ["uses", "scar-care", "talk-to-staff", "not-covered", "unknown-to-the-encoder"]
    found = nearest([a_gap(text="what is this treatment used for"), a_gap()], answers, 2)

    assert found[0][0] == "uses"
    assert len(found[0]) == 2
    assert "not-covered" not in found[0]
    assert found[1] == []
    assert nearest([], answers, 3) == []


@pytest.mark.parametrize("content", [b"", b"words", None])
def test_damaged_directions(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "directions.npz"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(DirectionsMissingError, match="gap_directions"):
        load_directions(file)

from pathlib import Path

from cryobot.consistency.coverage import case_problems, question_problems, read_cases

from .builders import FILES, the_reason

CASE = """
theme: Some
conversations:
- name: one
  turns:
  - {user: hello, answers: [greet], buttons: [thanks]}
  - user: why
    one_of: [[uses], [greet, uses]]
"""


def read(folder: Path, text: str = CASE) -> dict[Path, object]:
    (folder / "some.yml").write_text(text)
    cases, problems = read_cases(folder)
    assert problems == []
    return cases


def test_every_answer_is_in_a_conversation(tmp_path: Path) -> None:
    assert case_problems(read(tmp_path), {"greet", "uses"}, {"greet", "uses", "thanks"}, FILES) == []


def test_an_answer_in_no_conversation_even_if_it_is_a_button(tmp_path: Path) -> None:
    found = case_problems(read(tmp_path), {"greet", "uses", "thanks"}, {"greet", "uses", "thanks"}, FILES)

    assert the_reason(found) == "no conversation asks for 'thanks'"
    assert found[0].file == FILES.cases


def test_a_conversation_with_an_unknown_answer(tmp_path: Path) -> None:
    found = case_problems(read(tmp_path), {"greet", "uses"}, {"greet", "uses"}, FILES)

    assert the_reason(found) == "there is no answer 'thanks'"
    assert found[0].file.name == "some.yml"


def test_a_conversation_that_cannot_be_read_hides_no_other(tmp_path: Path) -> None:
    (tmp_path / "bad.yml").write_text("turns: [")
    (tmp_path / "some.yml").write_text(CASE)

    cases, problems = read_cases(tmp_path)

    assert len(cases) == 1
    assert "not valid YAML" in the_reason(problems)


def test_no_conversations_at_all(tmp_path: Path) -> None:
    cases, problems = read_cases(tmp_path)

    assert "no conversations" in the_reason(problems)
    assert case_problems(cases, {"greet"}, {"greet"}, FILES) == []


def test_an_answer_that_no_question_asks_for() -> None:
    assert question_problems({"greet", "uses"}, {"greet", "uses"}, FILES) == []
    assert the_reason(question_problems({"greet"}, {"greet", "uses"}, FILES)) == "no question asks for 'uses'"

from cryobot.consistency.sections import problems

from .builders import FILES, an_answer, the_reason

SECTIONS = {"B": {"en": "Effects?"}, "C": {"es": "Posibles"}}


def test_sections_with_a_heading() -> None:
    policy = an_answer("greet", source=(), basis="safety-policy")

    assert problems([an_answer(source=("B1", "B2")), policy], SECTIONS, FILES) == []


def test_a_section_without_a_heading_is_listed_once() -> None:
    found = problems([an_answer("uses", source=("B1", "D1")), an_answer("greet", source=("D2",))], SECTIONS, FILES)

    assert the_reason(found) == "section D, which 'greet' cites, has no heading in English"
    assert found[0].file == FILES.sections


def test_a_heading_in_another_language_only_is_not_enough() -> None:
    assert "section C" in the_reason(problems([an_answer(source=("C1",))], SECTIONS, FILES))

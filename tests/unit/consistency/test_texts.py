import pytest

from cryobot.consistency.texts import problems
from cryobot.guidance.answer import Answer

from .builders import FILES, TEXT, TEXT_LIMITS, a_text, an_answer, the_reason


def easy(_: str) -> float:
    return 1.0


def check(answer: Answer) -> str:
    return the_reason(problems([answer], TEXT_LIMITS, easy, FILES))


@pytest.mark.parametrize(
    "answer",
    [
        an_answer(),
        a_text("Ask at {centre_name}, e.g. by phone (no hurry), 24/7."),
        a_text("Look at your skin. See a Dermatologist at once!"),
        a_text("Marks: your skin.", basis="safety-policy", source=()),
    ],
)
def test_texts_as_they_should_be(answer: Answer) -> None:
    assert problems([answer], TEXT_LIMITS, easy, FILES) == []


def test_a_text_that_is_too_long() -> None:
    assert problems([a_text("a" * 79 + ".")], TEXT_LIMITS, easy, FILES) == []
    assert check(a_text("a" * 80 + ".")) == "texts.default.en: 81 characters, at most 80 are allowed"


def test_a_text_that_is_hard_to_read() -> None:
    assert problems([an_answer()], TEXT_LIMITS, lambda _: 7.0, FILES) == []
    assert the_reason(problems([an_answer()], TEXT_LIMITS, lambda _: 7.1, FILES)) == (
        "texts.default.en: reading grade 7.1, at most 7 is allowed"
    )


def test_the_grade_is_that_of_the_text_a_visitor_reads() -> None:
    graded = []

    def grade(text: str) -> float:
        graded.append(text)
        return 1.0

    problems([a_text("Ask at {centre_name}.")], TEXT_LIMITS, grade, FILES)

    assert graded == ["Ask at the centre."]


@pytest.mark.parametrize(
    "text",
    [
        "This is *bold*.",
        "This is <b>bold</b>.",
        "Salt &amp; ice.",
        "- A list",
        "See [this](there).",
        "`Code`.",
        "One\nTwo.",
        "# Title",
        "a_b",
    ],
)
def test_markup(text: str) -> None:
    found = [problem.reason for problem in problems([a_text(text)], TEXT_LIMITS, easy, FILES)]

    assert found
    assert all("is markup" in reason for reason in found)


@pytest.mark.parametrize("text", ["See https://somewhere", "See www.somewhere", "Go to cryo.com now", "Mail us@here"])
def test_addresses(text: str) -> None:
    assert "looks like an address" in check(a_text(text))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Call {phone} now.", "'{phone}' is never filled"),
        ("Call {} now.", "'{}' is never filled"),
        ("Call {now.", "a brace without its counterpart"),
    ],
)
def test_placeholders(text: str, reason: str) -> None:
    assert reason in check(a_text(text))


def test_a_reassurance_without_the_way_out() -> None:
    assert check(a_text("See a dermatologist. It has hardly any side effects.")) == (
        "texts.default.en: the last sentence does not say 'dermatologist'"
    )


def test_an_escalation_without_the_way_out() -> None:
    answer = a_text(TEXT, basis="safety-policy", source=(), escalation="dermatologist")

    assert "does not say 'dermatologist'" in check(answer)


def test_a_language_without_a_rule_for_the_way_out() -> None:
    answer = an_answer(texts={"default": {"en": TEXT, "es": "Alivia el dolor."}})

    assert check(answer) == "texts.default.es: nothing says when such a text must end with the way out"


def test_no_text_in_english() -> None:
    limits = TEXT_LIMITS.model_copy(update={"way_out": {"es": TEXT_LIMITS.way_out["en"]}})
    answer = an_answer(texts={"default": {"es": "Alivia el dolor."}})

    assert the_reason(problems([answer], limits, easy, FILES)) == "texts.default: there is no text in English"


@pytest.mark.parametrize("changes", [{"title": "A *title*"}, {"question": "<Who>"}, {"button": {"en": "www.button"}}])
def test_titles_questions_and_buttons_are_plain(changes: dict[str, str]) -> None:
    problem = problems([an_answer(**changes)], TEXT_LIMITS, easy, FILES)[0]

    assert problem.reason.startswith(next(iter(changes)))


def test_nothing_is_filled_in_a_title() -> None:
    assert check(an_answer(title="At {centre_name}")) == "title: braces are not filled here"

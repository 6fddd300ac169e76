import pytest

from cryobot.guidance.readability import reading_grade


# The formula by hand: 0.39 * words per sentence + 11.8 * syllables per word - 15.59. The library rounds its parts.
@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("The cat sat on the mat.", 0.39 * 6 + 11.8 * 6 / 6 - 15.59),
        ("See a doctor now. Do not wait for it.", 0.39 * 9 / 2 + 11.8 * 10 / 9 - 15.59),
    ],
)
def test_the_grade_of_a_text(text: str, grade: float) -> None:
    assert reading_grade(text) == pytest.approx(grade, abs=0.3)


def test_long_words_in_long_sentences_are_harder() -> None:
    hard = "Dermatological consultation is unconditionally recommended following any cutaneous manifestation."

    assert reading_grade(hard) > 12 > reading_grade("See a skin doctor if you find a mark.")

"""Makes what somebody wrote fit for a page."""

from cryobot.guidance.library import Library


def readable(text: str) -> str:
    """Give the text with a question mark for each half of a surrogate pair, which no page can be sent with."""
    return text.encode("utf-8", "replace").decode("utf-8")


def asked(question: str, library: Library) -> str:
    """Give the title of the button that a visitor pressed, or the words that they wrote."""
    answer = library.answers.get(question[1:]) if question.startswith("/") else None
    return library.button_title(answer.id) if answer and answer.button else readable(question)

"""Makes what somebody wrote fit for a page."""


def readable(text: str) -> str:
    """Give the text with a question mark for each half of a surrogate pair, which no page can be sent with."""
    return text.encode("utf-8", "replace").decode("utf-8")

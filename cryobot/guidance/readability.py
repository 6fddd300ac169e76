"""How easy a text is to read."""

import warnings


def reading_grade(text: str) -> float:
    """Give the Flesch-Kincaid grade of an English text: the years of school that a reader needs."""
    with warnings.catch_warnings():
        # It warns of its own dependencies when it is imported.
        warnings.simplefilter("ignore")
        # Loading it takes half a second, which `cryobot --help` must not.
        import textstat

    return float(textstat.flesch_kincaid_grade(text))

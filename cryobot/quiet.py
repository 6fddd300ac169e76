"""Keeps the warnings of libraries from the people who use the command line."""

import warnings


def silence_warnings() -> None:
    """Show no warnings from here on: they are for developers, and some quote what a visitor wrote.

    Libraries put filters of their own in front of ours while they are imported, so the display itself is switched off.
    """
    warnings.simplefilter("ignore")
    warnings.showwarning = lambda *_, **__: None

"""Looks into the databases of a running assistant."""

import sqlite3
from contextlib import closing
from pathlib import Path

from real_bot.process import RunningBot


def records_url(bot: RunningBot) -> str:
    return f"sqlite:///{_folder(bot) / 'records.db'}"


def kept(bot: RunningBot, words: str) -> list[str]:
    """Give the databases in which some words stand: in a row, or in what is left of a deleted one."""
    return [file.name for file in sorted(_folder(bot).glob("*.db*")) if words in _rows(file) + _bytes(file)]


def _folder(bot: RunningBot) -> Path:
    return bot.log.parent


def _rows(file: Path) -> str:
    if file.suffix != ".db":
        return ""
    with closing(sqlite3.connect(file)) as connection:
        return "\n".join(connection.iterdump())


def _bytes(file: Path) -> str:
    return file.read_bytes().decode("utf-8", errors="replace")

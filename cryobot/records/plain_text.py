"""Makes any string fit for a text column.

NUL is refused by PostgreSQL, and half of a surrogate pair (which a JSON body can carry) cannot be written as UTF-8.
Both are escaped with a backslash and four hex digits, and so is the backslash itself, so that every string comes back
exactly and ordinary text stays readable in the database.
"""

import re

_UNSTORABLE = re.compile("[\x00\\\\\ud800-\udfff]")
_ESCAPED = re.compile(r"\\([0-9a-f]{4})")


def escape(text: str) -> str:
    """Give the form of `text` that is stored; two different texts never share one."""
    return _UNSTORABLE.sub(lambda match: f"\\{ord(match[0]):04x}", text)


def unescape(stored: str) -> str:
    """Give the text that `escape` was given."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), stored)

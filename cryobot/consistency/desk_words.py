"""Where templates and the program name words of the staff desk."""

import ast
import re
from dataclasses import dataclass, field
from pathlib import Path

# `t.queue.title`, `visit.t.queue.title`, `t.queue["title"]`; what is put together at run time is no mention.
_NAMED = re.compile(r"""\bt\.([a-z_]+)(?:\.([A-Za-z_]\w*)|\[["']([\w-]+)["']\])""")
_ALIAS = re.compile(r"{%-?\s*set\s+(\w+)\s*=\s*t\.([a-z_]+)\s*-?%}")
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_METHODS = frozenset({"format", "items"})


@dataclass(frozen=True)
class Mention:
    """A text that a file names by page and key."""

    file: Path
    page: str
    key: str


@dataclass(frozen=True)
class Mentions:
    """What is named exactly, and the words that may be keys, or their beginnings, in some other way."""

    exact: frozenset[Mention] = field(default_factory=frozenset)
    words: frozenset[str] = field(default_factory=frozenset)

    def __add__(self, other: "Mentions") -> "Mentions":
        return Mentions(self.exact | other.exact, self.words | other.words)

    def may_be(self, key: str) -> bool:
        """Tell whether a key may be named somewhere, whole or by its beginning up to an underscore."""
        ends = [match.end() for match in re.finditer("_", key)]
        return key in self.words or any(key[:end] in self.words for end in ends)


def in_templates(folder: Path) -> Mentions:
    """Give what the templates of a folder name."""
    found = Mentions()
    for file in sorted(folder.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        code = " ".join(re.findall(r"{{.*?}}|{%.*?%}", text, re.DOTALL))
        named = _exact(file, code)
        for alias, page in _ALIAS.findall(code):
            pattern = re.compile(rf"\b{alias}\.([A-Za-z_]\w*)")
            named |= {Mention(file, page, key) for key in pattern.findall(code) if key not in _METHODS}
        found += Mentions(frozenset(named), frozenset(_WORD.findall(code)))
    return found


def in_program(folder: Path) -> Mentions:
    """Give what the program names: exactly in the modules of the desk, and by their words in all."""
    found = Mentions()
    for file in sorted(folder.rglob("*.py")):
        text = file.read_text(encoding="utf-8")
        named = _exact(file, text) if folder / "desk" in file.parents else set()
        found += Mentions(frozenset(named), frozenset(_words_of(ast.parse(text))))
    return found


def _exact(file: Path, text: str) -> set[Mention]:
    named = ((page, dotted or quoted) for page, dotted, quoted in _NAMED.findall(text))
    # One that ends like this is only the beginning of a key.
    return {Mention(file, page, key) for page, key in named if not key.endswith("_")}


def _words_of(module: ast.Module) -> set[str]:
    words: set[str] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Attribute):
            words.add(node.attr)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            # "queue.closed" and "common.title_" name a key, too.
            words |= {node.value, node.value.rpartition(".")[2]}
    return words

"""Which pages may talk to the assistant, told by the origin that a browser sends along."""

import re
from collections.abc import Collection
from dataclasses import dataclass

_ORIGIN = re.compile(r"(?P<scheme>https?)://(?P<host>[a-z0-9_.-]+|\[[0-9a-f:.]+\])(?P<port>:[1-9][0-9]{0,4})?")
_DEFAULT_PORTS = {"http": ":80", "https": ":443"}


def parse_origins(text: str) -> frozenset[str]:
    """Read origins that stand with commas between them, and give each as a browser writes it.

    Raises:
        ValueError: one is not an origin; the message says how to write it.
    """
    return frozenset(_parse(part.strip()) for part in text.split(",") if part.strip())


@dataclass(frozen=True)
class Origins:
    """The pages that may talk to the assistant: those it serves itself, and those of `allowed` origins."""

    allowed: Collection[str] = ()

    def is_allowed(self, origin: str) -> bool:
        """Tell whether the origin is on the list."""
        return origin in self.allowed

    def is_own(self, origin: str, host: str) -> bool:
        """Tell whether a page of this origin came from the server that a browser calls `host`.

        The scheme makes no difference: behind a proxy, the assistant does not know its own.
        """
        match = _ORIGIN.fullmatch(origin)
        if match is None:
            return False
        default = _DEFAULT_PORTS[match["scheme"]]
        return _address(match).removesuffix(default) == host.lower().removesuffix(default)


def _parse(text: str) -> str:
    match = _ORIGIN.fullmatch(text.lower())
    if match is None:
        raise ValueError(
            f"'{text}' is not an origin; write scheme and host, with the port if the page's address has one, and "
            "nothing behind them, like https://www.example.org or http://localhost:8000"
        )
    return f"{match['scheme']}://{_address(match).removesuffix(_DEFAULT_PORTS[match['scheme']])}"


def _address(match: re.Match[str]) -> str:
    return match["host"] + (match["port"] or "")

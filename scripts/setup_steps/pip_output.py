"""What the output of pip or uv means when it failed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

NO_NETWORK = "The network did not answer. Connect this machine (or set HTTPS_PROXY), then run the same command again."

# The first pattern that occurs decides, so the causes stand before the consequences that pip prints after them.
_MEANINGS = (
    (
        r"No space left on device|Errno 28\b|Disk quota exceeded",
        "The disk is full. Make room (2 GB), then run the same command again.",
    ),
    (
        r"DO NOT MATCH THE HASHES",
        "A file that came over the network is not the one that this project was tested with, so it was not installed. "
        "Run the same command again; when that does not help, use another network.",
    ),
    (
        r"CERTIFICATE_VERIFY_FAILED|SSLError|SSL: |invalid peer certificate",
        "The network answered with a certificate that this machine does not trust. "
        "Behind a company's proxy, name its certificate: PIP_CERT=/path/to/certificate.pem make run",
    ),
    (
        r"NewConnectionError|Failed to establish a new connection|Temporary failure in name resolution|"
        r"[Nn]etwork is unreachable|Connection refused|ConnectTimeout|Read timed out|ReadTimeout|ProxyError|"
        r"Name or service not known|nodename nor servname|Connection broken|RemoteDisconnected|ConnectionReset|"
        r"dns error|tcp connect error|client error \(Connect\)|Request failed after|Failed to download|"
        r"error sending request",
        NO_NETWORK,
    ),
    (
        r"\(from versions: none\)",
        "The package index did not answer, or pip is told not to use one (PIP_NO_INDEX). "
        "Connect this machine, then run the same command again.",
    ),
    (
        r"No matching distribution found|is not a supported wheel|Failed building wheel|Failed to build|"
        r"error: command .* failed",
        "There is no ready-made build of a library for this machine. Those that have them all: "
        "Linux with glibc 2.28 or later (x86_64, arm64), and macOS 14 or later on Apple silicon.",
    ),
    (
        r"Permission denied|Errno 13\b|Read-only file system",
        "A file or folder cannot be written. Files of another user are left by a `sudo make`: make them yours, "
        "then run the same command again.",
    ),
)

# pip says this about every library when its configuration names a folder that is not there. It means nothing.
_NOISE = re.compile(r"^WARNING: Location .* is ignored")


def meaning(lines: Iterable[str]) -> str:
    """The cause of a failure in plain words, or an empty string when the output shows none that is known."""
    text = "\n".join(lines)
    return next((words for pattern, words in _MEANINGS if re.search(pattern, text)), "")


def last_lines(lines: Sequence[str], count: int = 12) -> list[str]:
    """The end of the output without the lines that mean nothing."""
    return [line for line in lines if line.strip() and not _NOISE.match(line)][-count:]


def library_named(line: str) -> str:
    """The library that pip says it is at with this line, or an empty string."""
    match = re.match(r"(?:Collecting|Requirement already satisfied:) ([\w.-]+)", line)
    return match.group(1) if match else ""

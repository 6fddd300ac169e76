"""What set-up says when something is missing or fails."""

import errno
import io
from pathlib import Path

import pytest
from setup_steps import pip_output
from setup_steps.problems import SetupError, from_os_error
from setup_steps.progress import Progress
from setup_steps.space import GIGABYTE, free_bytes, require_space

REFUSED = (
    "WARNING: Retrying (Retry(total=0)) after connection broken by "
    "'NewConnectionError('<pip._vendor.urllib3.connection.HTTPSConnection object at 0x7f>: Failed to establish a new "
    "connection: [Errno -3] Temporary failure in name resolution')': /simple/absl-py/"
)
NONE_FOUND = "ERROR: Could not find a version that satisfies the requirement absl-py==1.4.0 (from versions: none)"
NO_MATCH = "ERROR: No matching distribution found for absl-py==1.4.0"


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ([REFUSED, NONE_FOUND, NO_MATCH], "network did not answer"),
        ([NONE_FOUND, NO_MATCH], "index did not answer"),
        ([NO_MATCH.replace("1.4.0", "1.4.0 (from versions: 1.3)")], "no ready-made build"),
        (["error: command 'gcc' failed: No such file or directory"], "no ready-made build"),
        (["ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device"], "disk is full"),
        (["ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE."], "not the one"),
        (["SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]"], "certificate"),
        (["error: Permission denied: '/x'"], "cannot be written"),
        (["  cause: dns error"], "network did not answer"),
        (["ValueError: something new"], ""),
    ],
)
def test_tells_the_cause_from_the_output(lines: list[str], words: str) -> None:
    meaning = pip_output.meaning(lines)
    assert words in meaning
    assert bool(words) == bool(meaning)


def test_the_end_of_the_output_leaves_out_what_means_nothing() -> None:
    noise = "WARNING: Location 'file:///x/numpy/' is ignored: it is neither a file nor a directory."
    assert pip_output.last_lines(["first", noise, "", "last"], 2) == ["first", "last"]


@pytest.mark.parametrize(
    ("line", "library"),
    [
        ("Collecting aio-pika==8.2.3", "aio-pika"),
        ("Requirement already satisfied: zope.interface==1 in /x", "zope.interface"),
        ("  Downloading aio_pika-8.2.3.whl", ""),
        ("Installing collected packages: a, b", ""),
    ],
)
def test_names_the_library_that_pip_is_at(line: str, library: str) -> None:
    assert pip_output.library_named(line) == library


@pytest.mark.parametrize(
    ("code", "words"),
    [(errno.ENOSPC, "is full"), (errno.EROFS, "cannot be written"), (errno.EACCES, "cannot be written")],
)
def test_an_error_of_the_file_system_is_told_in_plain_words(code: int, words: str) -> None:
    message = str(from_os_error(OSError(code, "its own words", "/here/.venv"), Path("/here")))
    assert message.startswith("/here/.venv" if words == "cannot be written" else "The disk of /here/.venv")
    assert words in message


def test_another_error_keeps_the_words_of_the_system() -> None:
    assert "Too many open files" in str(from_os_error(OSError(errno.EMFILE, "Too many open files"), Path("/here")))


def test_too_little_room_is_told_with_both_numbers(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"needs 2\.0 GB free on the disk of .* there are 0\.4 GB"):
        require_space(tmp_path, free=lambda _: int(0.4 * GIGABYTE))


def test_enough_room_passes(tmp_path: Path) -> None:
    require_space(tmp_path, free=lambda _: 2 * GIGABYTE)
    assert free_bytes(tmp_path) > 0


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_one_line_that_changes() -> None:
    stream, times = Terminal(), iter([0.0, 1.0, 1.1, 2.0])
    progress = Progress(stream, lambda: next(times))
    progress.count("fetched 1 of 3")
    progress.count("fetched 2 of 3")  # a moment later: not shown
    progress.done()
    progress.say("Installed.")
    assert stream.getvalue() == "\r\033[K  fetched 1 of 3" + "\r\033[K" + "Installed.\n"


def test_anything_else_gets_a_line_now_and_then() -> None:
    stream, times = io.StringIO(), iter([0.0, 1.0, 11.0, 12.0])
    progress = Progress(stream, lambda: next(times))
    for count in ("fetched 1 of 3", "fetched 2 of 3", "fetched 3 of 3"):
        progress.count(count)
    assert stream.getvalue() == "  fetched 2 of 3\n"


def test_goes_on_when_nobody_reads_the_output() -> None:
    class Closed(io.StringIO):
        def write(self, _: str) -> int:
            raise BrokenPipeError

    progress = Progress(Closed())
    progress.say("one")
    progress.say("two")

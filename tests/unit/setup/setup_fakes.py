"""Programs that stand in for the real ones while set-up is tested."""

from pathlib import Path

PROJECT = Path(__file__).resolve().parents[3]

# Stands in for Python 3.11 and for the environment's own Python. It notes what was asked of it in calls.txt.
FAKE_PYTHON = """#!/bin/sh
case "$*" in
  *base_executable*) echo "[\\"$0\\", true, true]" ;;
  *"-I -S -c"*) exit 0 ;;
  "-m venv "*)
    echo "venv" >> "$FAKE_CALLS"
    mkdir -p "$3/bin" "$3/lib/python3.11/site-packages/big/sub/tests"
    cp "$0" "$3/bin/python" ;;
  "-m pip "*)
    for last; do :; done
    echo "pip ${last##*/}" >> "$FAKE_CALLS"
    case "$*" in
      *"$FAKE_FAILING"*) echo "$FAKE_OUTPUT"; eval "$FAKE_THEN"; exit 1 ;;
      *--editable*) touch "$(dirname "$0")/cryobot" ;;
      *) echo "Collecting numpy==1"; echo "Installing collected packages: numpy" ;;
    esac ;;
  *first_import*) echo "load" >> "$FAKE_CALLS" ;;
  *) echo "not expected: $*" >&2; exit 3 ;;
esac
"""

LIBRARIES = "numpy==1 \\\n    --hash=sha256:00\nsetuptools==80 \\\n    --hash=sha256:01\n"


def write_program(file: Path, text: str) -> Path:
    """Writes an executable file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    file.chmod(0o755)
    return file

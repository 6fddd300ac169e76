"""Entry point of `scripts/setup`."""

import sys

from setup_steps.main import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

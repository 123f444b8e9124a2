"""The process of the command: ``flake8-openai-v1`` and ``python -m flake8_openai_v1`` begin here."""

import os
import sys


def main() -> int:
    """Run the command with the arguments of the process and give its exit status, also if it is interrupted early."""
    try:
        from .cli import main as run

        return run()
    except KeyboardInterrupt:  # before the command itself takes care
        sys.stderr.write("flake8-openai-v1: interrupted\n")
        return 130


if __name__ == "__main__":
    # Python looks for modules in the current folder then, which may be anybody's.
    if sys.path[:1] in ([""], [os.getcwd()]):
        del sys.path[0]
    sys.exit(main())

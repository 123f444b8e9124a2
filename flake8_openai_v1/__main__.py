"""Run the command as ``python -m flake8_openai_v1``."""

from __future__ import annotations

import sys

from .cli import main

if __name__ == "__main__":
    sys.exit(main())

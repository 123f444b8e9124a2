"""Write down anew what programs do under openai 0.28.1: ``python tests/behaviour/record.py [name …]``.

Look at the difference before it is committed: the recordings are what a migrated program is held to.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from behaviour import running  # noqa: E402


def main(names: list[str]) -> None:
    """Run the programs, or those that are named, and write their recordings."""
    for program in (program for folder in running.RECORDED for program in running.programs(folder)):
        if not names or program.name in names:
            did = running.run(program)
            program.recorded.parent.mkdir(exist_ok=True)
            program.recorded.write_text(json.dumps(did.said(), indent=1, ensure_ascii=False) + "\n", "utf-8")
            print(program.name, "status", did.status, "requests", len(did.requests))


if __name__ == "__main__":
    main(sys.argv[1:])

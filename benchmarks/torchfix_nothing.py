"""Runs torchfix's codemod, with its own default rules, over files in which they find nothing.

Started by ``fix.py`` in an environment that has torchfix. torchfix's own command would not even parse these files:
they do not have the word "torch" in them.
"""

from __future__ import annotations

import sys

from libcst import codemod
from torchfix.torchfix import TorchCodemod, TorchCodemodConfig, process_error_code_str


def main(folder: str) -> int:
    """Run it as torchfix does without ``--fix``: in several processes, for a diff. 0 if it passed over all files."""
    rules = TorchCodemodConfig(list(process_error_code_str(None)))
    files = codemod.gather_files([folder])
    result = codemod.parallel_exec_transform_with_prettyprint(
        TorchCodemod(codemod.CodemodContext(), rules),
        files,
        unified_diff=5,
        hide_progress=True,
        format_code=False,
        repo_root=None,
    )
    print(f"{result.skips} skipped, {result.successes} changed, {result.failures} failed", file=sys.stderr)
    return 0 if result.skips == len(files) else 3


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

"""What the files of a program do with the module together: a setting is made in one file and read in another."""

from __future__ import annotations

import os
from collections.abc import Sequence

from .check import Candidate, Checked, check_file
from .config import Config


def in_programs(files: Sequence[Candidate], checked: Sequence[Checked], config: Config) -> list[Checked]:
    """Tell what became of files, knowing what the files of their programs do with the module.

    Only a file that sets the module up and makes no call on it depends on that: whether somebody reads what it sets, or
    makes the calls, stands in others.
    """
    used = [one.module for one in checked]
    unsettled = [number for number, one in enumerate(used) if one is not None and one.stored and not one.is_client]
    results = list(checked)
    if not unsettled or len(files) < 2:
        return results
    from .project import Links

    links = Links([(os.path.abspath(file.path), file.data) for file in files])
    for number in unsettled:
        module = used[number]
        program = [used[other] for other in sorted(links.downwards(links.upwards({number})))]
        whole = module.within([one for one in program if one is not None]) if module is not None else None
        if whole is not None and whole != module:
            results[number] = check_file(files[number], config, whole)
    return results

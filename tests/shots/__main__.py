"""Every page in every size, theme, language and size of text: pictures, and what is wrong in them.

``python3 packaging/dev.py shots DIR`` writes a contact sheet for each page, the pictures beside
it, and prints each fault that can be found by looking: words that are cut, things that lie over
each other, contrast that is too weak, targets that are too small. It ends with 1 where there is
one.
"""

import argparse
import asyncio
import os
import sys
from pathlib import Path

from tests.shots.kinds import KINDS, Kind, kinds_of


def main(arguments: list[str]) -> int:
    """Draw what is wanted; 1 where something is wrong."""
    parser = argparse.ArgumentParser(prog="dev.py shots", description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, metavar="DIR", help="where the pictures go")
    for name, known in KINDS.items():
        parser.add_argument(
            f"--{name}",
            action="append",
            choices=[str(one) for one in known],
            help=f"only this {name}",
        )
    options = parser.parse_args(arguments)
    # Drawn in memory, on any machine alike.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    from tests.shots.studio import Studio  # noqa: PLC0415  Qt reads these when it is loaded

    wanted: list[Kind] = kinds_of({name: getattr(options, name) for name in KINDS})
    faults = asyncio.run(Studio(options.folder).take(wanted))
    said = [*faults, f"{len(wanted)} pictures, {len(faults)} faults; see {options.folder}"]
    sys.stdout.write("".join(f"{line}\n" for line in said))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

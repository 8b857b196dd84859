#!/usr/bin/env python3
"""The two commands of a source checkout, and a few more: ``python3 packaging/dev.py --help``.

Standard library only, on Linux, macOS and Windows. What it does is in ``developer/``:
``commands`` (the subcommands), ``environment`` (``.venv`` from the locked requirements),
``system`` (what the operating system must bring), ``checks`` (``test``), ``locks``, ``frozen``,
``translations``.
"""

import sys

# Above every other import, and in words that old Pythons understand too.
if sys.version_info < (3, 11):  # noqa: UP036 - this very line tells people with an older one
    sys.exit(
        "Library Kiosk needs Python 3.11 or later and this is %d.%d; "  # noqa: UP031 - as above
        "run this with a newer one, such as python3.12." % sys.version_info[:2]
    )

import os

from developer.commands import main

if __name__ == "__main__":
    # Where it is set, as in some containers, each of many processes compiles the program anew.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    raise SystemExit(main())

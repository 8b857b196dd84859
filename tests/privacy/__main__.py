"""``python -m tests.privacy [--part dev|report] [--failures]``."""

import argparse
import sys

from tests.privacy.lines import Part, read_lines
from tests.privacy.masking import masked_alone
from tests.privacy.scoring import measure
from tests.privacy.table import describe, document


def main(arguments: list[str]) -> int:
    """Mask the lines of one part and print what was hidden and what was not."""
    parser = argparse.ArgumentParser(prog="python -m tests.privacy", description=main.__doc__)
    parser.add_argument("--part", type=Part, choices=[*Part], default=Part.DEV)
    parser.add_argument("--failures", action="store_true", help="tell what was not right")
    options = parser.parse_args(arguments)
    if options.failures and options.part is Part.REPORT:
        parser.error("the report part is not to develop on: it has no --failures")
    results = measure(read_lines(options.part), masked_alone)
    if options.failures:
        _print(*(describe(each) + "\n" for each in results if not each.right))
    _print(document(results))
    return 0


def _print(*texts: str) -> None:
    for text in texts:
        print(text)  # noqa: T201 - what this program is for


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

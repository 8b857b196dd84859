"""``python -m tests.evaluation [--part dev|report] [--language TAG] [--failures [--wrong]]``.

With ``--write`` both parts are measured and the tables kept in ``RESULTS.md``.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.evaluation.questions import Part, languages, read_questions
from tests.evaluation.results import Result, describe, evaluate, shipped_languages
from tests.evaluation.scoring import Outcome
from tests.evaluation.table import document

HEADING = """# What is understood

Written by `python -m tests.evaluation --write`. The vocabularies were made with the part `dev`; the
part `report` was only counted: nobody who works on them reads its questions. *Right* is every fact
that was asked for and none that was not, in the question's own language; *wrong* is a fact that
was not asked for; *abstained* is "I'm not sure" where an answer was there.
"""
RESULTS = Path(__file__).with_name("RESULTS.md")


def main(arguments: list[str]) -> int:
    """Ask the questions of one part and print how many were answered rightly."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation", description=main.__doc__)
    parser.add_argument("--part", type=Part, choices=[*Part], default=Part.DEV)
    parser.add_argument(
        "--language", choices=languages(), help="one only; else each that the program speaks"
    )
    parser.add_argument("--failures", action="store_true", help="tell what was not right")
    parser.add_argument("--wrong", action="store_true", help="with --failures: wrong facts only")
    parser.add_argument("--write", action="store_true", help=f"keep both tables in {RESULTS.name}")
    options = parser.parse_args(arguments)
    if options.failures and options.part is Part.REPORT and not options.wrong:
        parser.error("the report part is not to develop on: --failures needs --wrong there")
    if options.write:
        RESULTS.write_text(report(), encoding="utf-8")
        return 0
    tags = [options.language] if options.language else shipped_languages()
    results = measured(options.part, tags)
    if options.failures:
        _print(*(describe(each) + "\n" for each in failures(results, only_wrong=options.wrong)))
    _print(document(results))
    return 0


def measured(part: Part, tags: Sequence[str]) -> list[Result]:
    """The results of one part in these languages."""
    return evaluate(question for tag in tags for question in read_questions(part, tag))


def report() -> str:
    """Both parts' tables as a document."""
    tables = (
        f"## Part `{part}`\n\n```\n{document(measured(part, shipped_languages()))}\n```\n"
        for part in (Part.REPORT, Part.DEV)
    )
    return "\n".join((HEADING, *tables))


def failures(results: list[Result], *, only_wrong: bool) -> list[Result]:
    """The results that are not right, or only those with a wrong fact."""
    if only_wrong:
        return [result for result in results if result.outcome is Outcome.WRONG]
    return [result for result in results if result.outcome is not Outcome.RIGHT]


def _print(*texts: str) -> None:
    for text in texts:
        print(text)  # noqa: T201 - what this program is for


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

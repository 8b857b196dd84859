"""``python -m tests.knowledge [--part dev|report] [--language TAG] [--failures]``.

With ``--write`` both parts are measured and the tables kept in ``RESULTS.md``.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.knowledge.questions import LANGUAGES, Part, read_questions
from tests.knowledge.results import Counts, Result, count, evaluate

HEADING = """# What the library's knowledge is asked, and found for it

Written by `python -m tests.knowledge --write`, over the demo library's entries. Synonyms and
thresholds were made with the part `dev`, by somebody who had read it; the part `report` was only
counted, several times while the search was made; its counts helped to choose how sure is sure
enough, so they are a little kind to it. *First* and *first three* say where a right entry
stood and was offered; *sure* is the share that is answered at once, without a model and without
asking back; *wrong* are sure answers with another entry, *false* are sure answers to questions
that the knowledge does not cover; *offered* is the share of those to which the nearest entries
are shown as "Do you mean one of these?".
"""
RESULTS = Path(__file__).with_name("RESULTS.md")
COLUMNS = (
    "covered",
    "% first",
    "% first three",
    "% sure",
    "wrong",
    "uncovered",
    "false",
    "% false",
    "% offered",
)


def main(arguments: list[str]) -> int:
    """Search for the questions of one part and print how many were found."""
    parser = argparse.ArgumentParser(prog="python -m tests.knowledge", description=main.__doc__)
    parser.add_argument("--part", type=Part, choices=[*Part], default=Part.DEV)
    parser.add_argument("--language", choices=LANGUAGES, help="one only; else all")
    parser.add_argument("--failures", action="store_true", help="tell what was not found first")
    parser.add_argument("--write", action="store_true", help=f"keep both tables in {RESULTS.name}")
    options = parser.parse_args(arguments)
    if options.failures and options.part is Part.REPORT:
        parser.error("the report part is not to develop on: no --failures there")
    if options.write:
        RESULTS.write_text(report(), encoding="utf-8")
        return 0
    results = measured(options.part, [options.language] if options.language else LANGUAGES)
    if options.failures:
        _print(*map(describe, failures(results)))
    _print(document(results))
    return 0


def measured(part: Part, tags: Sequence[str]) -> list[Result]:
    """The results of one part in these languages."""
    return evaluate(question for tag in tags for question in read_questions(part, tag))


def report() -> str:
    """Both parts' tables as a document."""
    tables = (
        f"## Part `{part}`\n\n```\n{document(measured(part, LANGUAGES))}\n```\n"
        for part in (Part.REPORT, Part.DEV)
    )
    return "\n".join((HEADING, *tables))


def failures(results: Sequence[Result]) -> list[Result]:
    """The results whose first match is not right, and every false answer."""
    return [
        each for each in results if each.is_false or each.question.is_covered > (each.rank == 1)
    ]


def describe(result: Result) -> str:
    """A result for the person who looks for its reason."""
    question, found = result.question, result.found
    near = ", ".join(f"{match.entry.id} {match.score:.2f}" for match in found.matches)
    expected = " or ".join(sorted(question.entries)) or "nothing"
    return (
        f"{question.language} {question.number}: {question.ask}\n"
        f"    wanted {expected}; {'SURE of' if found.sure else 'found'} {near or 'nothing'}"
    )


def document(results: Sequence[Result]) -> str:
    """The table by language."""
    tags = [tag for tag in LANGUAGES if any(each.question.language == tag for each in results)]
    rows = [(tag, [each for each in results if each.question.language == tag]) for tag in tags]
    lines = [_line("", COLUMNS)]
    lines += [_line(tag, _cells(count(some))) for tag, some in (*rows, ("all", results))]
    return "\n".join(lines)


def _cells(counts: Counts) -> tuple[str, ...]:
    return (
        str(counts.covered),
        _share(counts.first, counts.covered),
        _share(counts.among, counts.covered),
        _share(counts.sure, counts.covered),
        str(counts.wrong),
        str(counts.uncovered),
        str(counts.false),
        _share(counts.false, counts.uncovered),
        _share(counts.offered, counts.uncovered),
    )


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "-"


def _line(name: str, cells: Sequence[str]) -> str:
    padded = (cell.rjust(len(heading) + 2) for cell, heading in zip(cells, COLUMNS, strict=True))
    return name.ljust(5) + "".join(padded)


def _print(*texts: str) -> None:
    for text in texts:
        print(text)  # noqa: T201 - what this program is for


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

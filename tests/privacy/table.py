"""The results as a table: recall by kind and language, then what was masked without need."""

from collections.abc import Callable, Sequence

from tests.privacy.scoring import Result, recall, untouched

WIDTH = 16


def document(results: Sequence[Result]) -> str:
    """Everything that is printed of one part."""
    personal = [result for result in results if not result.line.clean]
    clean = [result for result in results if result.line.clean]
    return "\n".join(
        (
            "recall of personal strings",
            *_rows(personal, recall, lambda result: len(result.line.personal)),
            "",
            "clean lines that stayed as they were",
            *_rows(clean, untouched, lambda _result: 1),
            "",
            _row("masks beside", untouched(personal), len(personal)),
        )
    )


def describe(result: Result) -> str:
    """A result that is not right, to read."""
    line = result.line
    faults = [f"still readable: {value}" for value in result.leaked]
    if result.false_mask:
        faults.append("masked without need")
    return f"{line.number} {line.language} {line.kind}: {line.text}\n  {result.masked}\n  " + (
        "; ".join(faults)
    )


def _rows(
    results: Sequence[Result],
    share: Callable[[Sequence[Result]], float],
    weight: Callable[[Result], int],
) -> list[str]:
    kinds = dict.fromkeys(result.line.kind for result in results)
    tags = dict.fromkeys(result.line.language for result in results)
    groups = [
        *((kind, [each for each in results if each.line.kind == kind]) for kind in kinds),
        *((tag, [each for each in results if each.line.language == tag]) for tag in tags),
        ("all", results),
    ]
    return [_row(name, share(group), sum(map(weight, group))) for name, group in groups]


def _row(name: str, share: float, count: int) -> str:
    return f"  {name:<{WIDTH}}{share:>7.1%} of {count}"

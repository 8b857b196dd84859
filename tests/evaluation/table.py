"""Results, counted."""

from collections import Counter
from collections.abc import Callable, Sequence

from kiosk.assistant.answers import PlaceFact
from tests.evaluation.questions import CATEGORIES, NOT_OURS
from tests.evaluation.results import Result, right_share
from tests.evaluation.scoring import Outcome

COLUMNS = {
    Outcome.RIGHT: "right",
    Outcome.WRONG: "wrong",
    Outcome.ABSTAINED: "abstained",
    Outcome.INCOMPLETE: "incomplete",
    Outcome.LANGUAGE: "wrong language",
}
NAME_WIDTH = 12


def document(results: Sequence[Result]) -> str:
    """Both tables, by language and by category, and the line about questions not ours."""
    tags = sorted({result.question.language for result in results})
    found = {result.question.category for result in results}
    categories = [category for category in CATEGORIES if category in found]
    return "\n".join(
        (
            _table("language", tags, results, lambda result: result.question.language),
            "",
            _table("category", categories, results, lambda result: result.question.category),
            "",
            _not_ours(results),
        )
    )


def _table(
    heading: str, names: Sequence[str], results: Sequence[Result], of: Callable[[Result], str]
) -> str:
    lines = [_line(heading, [*COLUMNS.values(), "total", "% right"])]
    lines += [_counted(name, [each for each in results if of(each) == name]) for name in names]
    if len(names) > 1:
        lines.append(_counted("all", results))
    return "\n".join(lines)


def _counted(name: str, results: Sequence[Result]) -> str:
    counts = Counter(result.outcome for result in results)
    cells = [str(counts[outcome]) for outcome in COLUMNS]
    return _line(name, [*cells, str(len(results)), f"{100 * right_share(results):.1f}"])


def _line(name: str, cells: Sequence[str]) -> str:
    headings = (*COLUMNS.values(), "total", "% right")
    padded = (cell.rjust(len(heading) + 2) for cell, heading in zip(cells, headings, strict=True))
    return name.ljust(NAME_WIDTH) + "".join(padded)


def _not_ours(results: Sequence[Result]) -> str:
    asked = [result for result in results if result.question.category == NOT_OURS]
    answered = [result for result in asked if result.answered_though_not_ours]
    hours = [
        result
        for result in answered
        if any(not isinstance(fact, PlaceFact) for fact in result.answer.facts)
    ]
    return (
        f"Of {len(asked)} questions that are not ours, {len(answered)} were answered with facts, "
        f"{len(hours)} of them with hours."
    )

"""What this terminal counted: what `kiosk report` prints."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from kiosk.core.tallies import Count, Tally
from kiosk.store.database import open_database
from kiosk.store.tallies import Tallies

MILLION = 1_000_000
MOST_LISTED = 10

Sums = Mapping[str, int]


def lines(database_file: Path, today: date, *, days: int, as_json: bool = False) -> Iterator[str]:
    """The sums of the last days, today included.

    Args:
        database_file: The terminal's database; there may be none yet.
        today: The day it is in the library.
        days: How many.
        as_json: One JSON object instead of sentences.

    Raises:
        StorageError: the database cannot be used.
    """
    first = today - timedelta(days=days - 1)
    counts = _read(database_file, first, today)
    if as_json:
        yield _json(first, today, counts)
    elif counts:
        yield f"{first} to {today}"
        yield from _sentences(counts)
    else:
        yield f"Nothing was counted from {first} to {today}."


def _read(file: Path, first: date, last: date) -> tuple[Count, ...]:
    # A command that only reads makes no file.
    if not file.exists():
        return ()
    with closing(open_database(file)) as database:
        return Tallies(database).totals(first, last)


def _json(first: date, last: date, counts: Iterable[Count]) -> str:
    tallies: dict[str, list[dict[str, object]]] = {tally.value: [] for tally in Tally}
    for count in counts:
        tallies[count.name.value].append({**count.by_label, "amount": count.amount})
    return json.dumps({"first": first.isoformat(), "last": last.isoformat(), "tallies": tallies})


def _sentences(counts: tuple[Count, ...]) -> Iterator[str]:
    answers = by(counts, Tally.ANSWERS, "route")
    yield f"answers        {sum(answers.values())}{_parts(answers)}"
    yield f"by intent      {_list(by(counts, Tally.ANSWERS, 'intent'))}"
    yield f"answer cache   {_hit_rate(by(counts, Tally.ANSWER_CACHE, 'result'))}"
    yield f"model calls    {_list(by(counts, Tally.MODEL_CALLS, 'outcome'))}"
    yield f"model tokens   {_list(by(counts, Tally.MODEL_TOKENS, 'kind'))}"
    yield f"model cost     {_cost(by(counts, Tally.MODEL_COST, 'currency'))}"
    yield f"withheld       {sum(c.amount for c in counts if c.name is Tally.WITHHELD)}"
    yield f"thumbs         {_list(by(counts, Tally.THUMBS, 'verdict'))}"
    yield f"entries cited  {_list(by(counts, Tally.CITED, 'entry'))}"
    yield f"not answered   {_list(by(counts, Tally.GAPS, 'intent'))}"
    yield f"resolved       {_list(by(counts, Tally.RESOLVED, 'answer'))}"
    yield f"nearest entry  {_list(by(counts, Tally.GAPS, 'entry'))}"


def by(counts: Iterable[Count], name: Tally, label: str) -> Sums:
    """The sums of one tally by one of its labels, the largest first."""
    sums: dict[str, int] = defaultdict(int)
    for count in counts:
        if count.name is name:
            sums[count.by_label[label]] += count.amount
    return dict(sorted(sums.items(), key=lambda item: (-item[1], item[0])))


def _list(sums: Sums) -> str:
    told = [f"{label or 'none'} {amount}" for label, amount in sums.items()]
    rest = len(told) - MOST_LISTED
    more = [f"{rest} more"] if rest > 0 else []
    return ", ".join(told[:MOST_LISTED] + more) or "none"


def _parts(sums: Sums) -> str:
    return f" ({_list(sums)})" if sums else ""


def _hit_rate(sums: Sums) -> str:
    hits, asked = sums.get("hit", 0), sum(sums.values())
    return f"{hits / asked:.0%} of {asked} found" if asked else "not asked"


def _cost(sums: Sums) -> str:
    costs = [f"{amount / MILLION:.4f} {currency}".strip() for currency, amount in sums.items()]
    return ", ".join(costs) or "none"

"""Is this LibCal's answer, or did LibCal lose its data? A comparison with what it told before.

Libraries close a place, shorten a week and stop publishing in the far future; all of that is
believed at once. What is looked for here is what a library never does on purpose: most of its
places gone, everything closed, half of its days withdrawn.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta

from kiosk.core.hours import Status

Told = Mapping[tuple[int, date], Status]
"""What is said of each day (location id, date)."""

WEEKS = 4
"""How far ahead "everything is closed" looks. Longer than any holiday that is not a vacation."""

NEARLY_ALL = 0.9
"""A department whose days are words only must not hide that all others are closed."""

FEWEST = 7
"""Days. Fewer than a week of them say nothing about the rest."""


def oddities(old: Told, new: Told, today: date) -> tuple[str, ...]:
    """What is suspicious about ``new``, each as a part of a sentence; nothing for an empty cache.

    Args:
        old: What is cached.
        new: What would be cached.
        today: The library's date; days before it are over and compared no more.
    """
    before = _from(old, today)
    after = _from(new, today)
    if before.items() <= after.items():
        return ()  # nothing is told otherwise; by far the most usual answer
    return (*_places_gone(before, after), *_all_closed(before, after, today), *_gaps(before, after))


def same_answer(one: Told, other: Told) -> bool:
    """Whether two answers say the same, as far as their windows overlap.

    A day or two may differ: the library goes on working while its answer is looked at.
    """
    if not one or not other:
        return not one and not other
    first = max(_dates(one)[0], _dates(other)[0])
    last = min(_dates(one)[-1], _dates(other)[-1])
    if first > last or _places(one) != _places(other):
        return False
    both = {key for key in one.keys() | other.keys() if first <= key[1] <= last}
    different = sum(one.get(key) != other.get(key) for key in both)
    return different <= len(both) * (1 - NEARLY_ALL)


def _from(told: Told, today: date) -> dict[tuple[int, date], Status]:
    return {
        key: status
        for key, status in told.items()
        if key[1] >= today and status is not Status.UNKNOWN
    }


def _places_gone(before: Told, after: Told) -> Iterator[str]:
    known = _places(before)
    gone = known - _places(after)
    if known and gone == known:
        yield "every place is gone or without hours"
    elif 2 * len(gone) > len(known):
        yield f"{len(gone)} of {len(known)} places are gone or without hours"


def _all_closed(before: Told, after: Told, today: date) -> Iterator[str]:
    end = today + timedelta(weeks=WEEKS)
    both = [key for key in before.keys() & after.keys() if key[1] < end]
    closed_before = sum(before[key] is Status.CLOSED for key in both)
    closed_after = sum(after[key] is Status.CLOSED for key in both)
    was_open = 2 * closed_before < len(both)
    if len(both) >= FEWEST and was_open and closed_after >= NEARLY_ALL * len(both):
        yield (
            f"{closed_after} of the next {len(both)} days of all places are closed "
            f"({closed_before} were before)"
        )


def _gaps(before: Told, after: Told) -> Iterator[str]:
    """Days withdrawn of the places that are still there."""
    there = _places(after)
    told = [key for key in before if key[0] in there]
    missing = sum(key not in after for key in told)
    if len(told) >= FEWEST and 2 * missing >= len(told):
        yield f"{missing} of {len(told)} days that were told before are missing"


def _places(told: Collection[tuple[int, date]]) -> set[int]:
    return {location_id for location_id, _ in told}


def _dates(told: Collection[tuple[int, date]]) -> list[date]:
    return sorted({day for _, day in told})

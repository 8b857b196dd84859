"""What must hold after an answer, whatever it was. Each function names what does not.

- What is refused leaves places and hours as they were, to the last byte, and is told to IT in a
  sentence of bearable length.
- What is kept of a day is what the answer says of it, or "unknown"; where the answer was left
  as LibCal wrote it, it is not even "unknown".
- A place that the answer does not mention, and that we asked for, keeps its hours.
- Words are plain: nothing in them that a screen would act on.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from kiosk.core.errors import BadData, KioskError, Refused, Unavailable
from tests.fuzz import oracle
from tests.fuzz.oracle import UNKNOWN, Key, Reading
from tests.fuzz.payloads import LOCATIONS
from tests.fuzz.terminal import Kept, Row

ABOUT_LIBCAL = (BadData, Refused, Unavailable)
LONGEST_SENTENCE = 1000
LONGEST_WORDS = 2000

Told = Mapping[Key, list[Any]]


def after_a_refusal(error: KioskError, before: Kept, after: Kept) -> Iterator[str]:
    """Faults of an answer that was refused."""
    if not isinstance(error, ABOUT_LIBCAL):
        yield f"{type(error).__name__}: {error}"
    if len(str(error)) > LONGEST_SENTENCE:
        yield f"a sentence of {len(str(error))} characters"
    if before != after:
        yield "refused, and yet something is different"


def after_an_answer(
    told: Told, original: Told, before: Kept, after: Kept, *, is_list_ours: bool
) -> Iterator[str]:
    """Faults of an answer that was taken.

    Args:
        told: All that it says.
        original: What it said before it was damaged.
        before: What the terminal knew.
        after: What it knows now.
        is_list_ours: The ids of the places are set; else a place that LibCal no longer lists is
            gone.
    """
    old, new = _by_key(before.hours), _by_key(after.hours)
    for key, row in new.items():
        if row == old.get(key):
            continue
        if fault := _wrong(row, [oracle.reading(entry) for entry in told.get(key, [])]):
            yield f"{key}: {fault}"
    for key, entries in told.items():
        if key[0] in LOCATIONS and entries == original.get(key):
            expected = oracle.reading(entries[0]).status
            if key not in new or new[key][2] != expected:
                yield f"{key}: told as {expected}, and not kept"
    mentioned = {lid for lid, _ in told}
    lost = {key for key in old.keys() - new.keys() if is_list_ours and key[0] not in mentioned}
    yield from (f"{key}: lost, though its place was not mentioned" for key in sorted(lost))
    for row in (*after.places, *after.hours):
        yield from (f"{row[0]}: {field!r} is not plain" for field in row if not _is_plain(field))


def _by_key(rows: tuple[Row, ...]) -> dict[Key, Row]:
    return {(int(str(row[0])), str(row[1])): row for row in rows}


def _wrong(row: Row, readings: list[Reading]) -> str:
    status, spans, note = str(row[2]), str(row[3]), row[4]
    found = oracle.stored(status, spans)
    if status == "text" and not note:
        return "a day of words without words"
    if found == Reading(UNKNOWN):
        return ""
    if not readings:
        return f"kept as {status}, and nothing was told"
    others = [each for each in readings if each != found]
    return f"kept as {status} {spans}, told as {others[0]}" if others else ""


def _is_plain(field: object) -> bool:
    if not isinstance(field, str):
        return True
    is_short = len(field) <= LONGEST_WORDS
    return is_short and not any(unicodedata.category(c) in {"Cc", "Cs"} for c in field)

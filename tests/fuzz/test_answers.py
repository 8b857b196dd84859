"""A small share of what ``python -m tests.fuzz`` does; another one each time the seed is raised."""

import json

import pytest

from tests.fuzz import oracle
from tests.fuzz.__main__ import SEED
from tests.fuzz.answers import run
from tests.fuzz.oracle import UNKNOWN, Reading
from tests.fuzz.payloads import ENTRIES

pytestmark = pytest.mark.no_cover  # what runs here is covered by tests of its own


async def test_no_damaged_answer_of_libcal_breaks_the_terminal_or_is_misread() -> None:
    report = await run(200, SEED)

    assert report.faults == []
    assert report.taken > 50
    assert report.refused.total() > 20


async def test_an_answer_is_the_same_whenever_it_comes() -> None:
    assert str(await run(5, SEED, first=40)) == str(await run(5, SEED, first=40))


@pytest.mark.parametrize(
    ("entry", "reading"),
    [
        (ENTRIES[0], Reading("open", ((1 << 18 * 60) - 1) << 7 * 60)),
        (ENTRIES[9], Reading("open", 0, frozenset({9 * 60}))),
        ({"status": "closed", "hours": None}, Reading("closed")),
        ({"status": "closed", "hours": [{"from": "8am", "to": "5pm"}]}, Reading(UNKNOWN)),
        ({"status": "open", "hours": [{"from": "24:00", "to": "1am"}]}, Reading(UNKNOWN)),
        ({"status": "open"}, Reading(UNKNOWN)),
        ({"status": "Closed"}, Reading(UNKNOWN)),
    ],
)
def test_the_second_reader_reads_what_a_person_would(entry: object, reading: Reading) -> None:
    assert oracle.reading(entry) == reading


def test_the_second_reader_knows_both_forms_of_an_answer() -> None:
    closed = {"status": "closed"}
    api = [{"lid": "7", "dates": {"2026-11-25": closed}}, {"lid": 8, "dates": []}]
    grid = {"locations": [{"lid": 7, "weeks": [{"Monday": {"date": "2026-11-25", "times": {}}}]}]}

    assert oracle.entries(json.dumps(api).encode()) == {(7, "2026-11-25"): [closed]}
    assert list(oracle.entries(json.dumps(grid).encode())) == [(7, "2026-11-25")]

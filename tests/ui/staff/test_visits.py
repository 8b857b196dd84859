import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.core.last_lines import KEPT
from kiosk.ui.staff.visits import Outcome, StaffVisit, StaffVisits, wait_seconds, wrong_in_a_row

NOON = datetime(2026, 11, 25, 17, tzinfo=UTC)


def visits(*outcomes: Outcome) -> list[StaffVisit]:
    return [
        StaffVisit(NOON + timedelta(minutes=place), outcome)
        for place, outcome in enumerate(outcomes)
    ]


def test_time_and_outcome_are_kept_and_nothing_else(tmp_path: Path) -> None:
    told = visits(Outcome.WRONG, Outcome.RIGHT, Outcome.CLOSED)
    for visit in told:
        StaffVisits(tmp_path).record(visit)
    assert StaffVisits(tmp_path).all() == told
    first = (tmp_path / "staff.jsonl").read_text().splitlines()[0]
    assert json.loads(first) == {"at": "2026-11-25T17:00:00Z", "outcome": "wrong"}


def test_the_last_fifty_are_kept(tmp_path: Path) -> None:
    for visit in visits(*[Outcome.WRONG] * (KEPT + 3)):
        StaffVisits(tmp_path).record(visit)
    assert len(StaffVisits(tmp_path).all()) == KEPT


def test_a_damaged_line_costs_that_line_only(tmp_path: Path) -> None:
    (tmp_path / "staff.jsonl").write_text(
        '{"at": 7}\n[]\n{"at": "2026-11-25T17:00:00Z", "outcome": "danced"}\n{'
    )
    assert StaffVisits(tmp_path).all() == []


def test_who_guesses_waits_longer_each_time() -> None:
    assert [wait_seconds(wrong) for wrong in range(9)] == [0, 0, 0, 0, 0, 30, 60, 120, 240]
    assert wait_seconds(50) == 3600


@pytest.mark.parametrize("good", [Outcome.RIGHT, Outcome.RESTARTED, Outcome.CLOSED])
def test_only_what_was_wrong_since_the_last_right_one_counts(good: Outcome) -> None:
    told = visits(Outcome.WRONG, good, Outcome.WRONG, Outcome.WRONG)
    assert wrong_in_a_row(told) == told[2:]
    assert wrong_in_a_row([]) == []

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.core.reasons import Reason
from kiosk.watchdog.journal import KEPT, End, Journal
from kiosk.watchdog.states import Mode
from tests.noise import Noise

NOON = datetime(2026, 11, 25, 17, tzinfo=UTC)


def end(lived: float = 1.0, reason: Reason = Reason.UI_HANG) -> End:
    return End(NOON, reason, Mode.FULL, software=False, lived_seconds=lived, exit_code=-9)


def test_an_end_is_one_line_for_its_scripts(tmp_path: Path) -> None:
    path = tmp_path / "logs" / "ends.jsonl"
    Journal(path).record(end())
    (line,) = path.read_text().splitlines()
    assert json.loads(line) == {
        "at": "2026-11-25T17:00:00Z",
        "reason": 21,
        "name": "ui_hang",
        "mode": "full",
        "software": False,
        "lived_seconds": 1.0,
        "exit_code": -9,
    }


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "ends.jsonl")
    ends = [end(1.0), End(NOON, Reason.GPU_LOST, Mode.SAFE, True, 2.5, None)]  # noqa: FBT003 - a record
    for each in ends:
        journal.record(each)
    assert journal.ends() == ends


def test_the_last_fifty_are_kept(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "ends.jsonl")
    for number in range(KEPT + 10):
        journal.record(end(float(number)))
    assert [each.lived_seconds for each in journal.ends()] == [
        float(n) for n in range(10, KEPT + 10)
    ]


@pytest.mark.parametrize(
    "damage",
    ["{", "[]", "null", '{"at": 7}', '{"reason": 99}', "\ud800".encode("utf-8", "replace")],
)
def test_a_damaged_line_costs_that_line_only(tmp_path: Path, damage: str | bytes) -> None:
    path = tmp_path / "ends.jsonl"
    Journal(path).record(end())
    text = damage if isinstance(damage, bytes) else damage.encode()
    path.write_bytes(text + b"\n" + path.read_bytes() + b"\xff\xfe\n")
    assert Journal(path).ends() == [end()]


def test_no_journal_yet_is_an_empty_one(tmp_path: Path) -> None:
    assert Journal(tmp_path / "nowhere" / "ends.jsonl").ends() == []


def test_a_journal_that_cannot_be_written_is_told_and_no_more(
    tmp_path: Path, expected_logs: Noise
) -> None:
    expected_logs.allow("ends.jsonl cannot be written")
    in_the_way = tmp_path / "logs"
    in_the_way.write_text("a file")
    Journal(in_the_way / "ends.jsonl").record(end())
    assert len(expected_logs.heard) == 1

"""What `kiosk changes` prints."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.core.hours import HoursDay, OpenSpan, Status
from kiosk.core.paths import Folders, resource_folder
from kiosk.core.places import Place
from kiosk.store.database import open_database
from kiosk.store.hours import HoursTable
from tests.app.consoles import Desk

FRIDAY = date(2026, 11, 27)
ON_FRIDAY = "Fri 2026-11-27:"
MARLOWE = "Marlowe Library (9101)"
TUESDAY_NIGHT = datetime(2026, 11, 25, 3, 30, tzinfo=UTC)
"""Half past ten in the evening in New York."""

WEDNESDAY = TUESDAY_NIGHT + timedelta(hours=13)


def fetched(home: Path, at: datetime, *places: int, closes: int) -> None:
    """LibCal says that these places close then on Friday."""
    day = (OpenSpan(540, closes),)
    with open_database(Folders.at(str(home)).terminal_database) as database:
        HoursTable(database).replace(
            [Place(place, f"Place {place}", fetched_at=at) for place in places],
            [HoursDay(place, FRIDAY, Status.OPEN, day, fetched_at=at) for place in places],
            FRIDAY,
            FRIDAY,
        )


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A terminal whose hours changed on two days, and which lost a place."""
    fetched(tmp_path, TUESDAY_NIGHT - timedelta(days=1), 9101, 9, closes=1020)
    fetched(tmp_path, TUESDAY_NIGHT, 9101, 9, closes=1080)
    fetched(tmp_path, WEDNESDAY, 9101, closes=1500)
    return Desk(
        tmp_path,
        KIOSK_TIMEZONE="America/New_York",
        KIOSK_CONTENT=str(resource_folder() / "demo"),
    )


def test_each_change_is_a_line_in_the_librarys_time_and_names(desk: Desk) -> None:
    assert desk.type("changes") == 0
    assert desk.out.splitlines() == [
        f"2026-11-24 22:30  place 9  {ON_FRIDAY} open 09:00-17:00 → open 09:00-18:00",
        f"2026-11-24 22:30  {MARLOWE}  {ON_FRIDAY} open 09:00-17:00 → open 09:00-18:00",
        "2026-11-25 11:30  Place 9 (9) is gone",
        f"2026-11-25 11:30  {MARLOWE}  {ON_FRIDAY} open 09:00-18:00 → open 09:00-25:00",
    ]


def test_the_day_to_begin_with_is_the_librarys(desk: Desk) -> None:
    assert desk.type("changes", "--since", "2026-11-25") == 0
    assert len(desk.out.splitlines()) == 2
    assert desk.type("changes", "--since", "2026-11-24") == 0
    assert len(desk.out.splitlines()) == 4


def test_another_program_gets_an_object_a_line(desk: Desk) -> None:
    assert desk.type("changes", "--json", "--since", "2026-11-25") == 0
    assert [json.loads(line) for line in desk.out.splitlines()] == [
        {
            "at": "2026-11-25T16:30:00Z",
            "location_id": 9,
            "date": None,
            "before": "Place 9",
            "after": None,
        },
        {
            "at": "2026-11-25T16:30:00Z",
            "location_id": 9101,
            "date": "2026-11-27",
            "before": "open 09:00-18:00",
            "after": "open 09:00-25:00",
        },
    ]


def test_no_change_is_said_to_a_person_only(desk: Desk) -> None:
    assert desk.type("changes", "--since", "2026-12-01") == 0
    assert desk.out == "No hours changed since 2026-12-01.\n"
    assert desk.type("changes", "--json", "--since", "2026-12-01") == 0
    assert desk.out == ""


def test_a_terminal_that_never_fetched_has_no_changes_and_gets_no_file(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    assert desk.type("changes") == 0
    assert desk.out == "No hours changed within 90 days.\n"
    assert not Folders.at(str(tmp_path)).terminal_database.exists()


def test_a_damaged_database_is_one_sentence(tmp_path: Path) -> None:
    file = Folders.at(str(tmp_path)).terminal_database
    file.parent.mkdir()
    file.write_bytes(b"not a database at all" * 100)
    desk = Desk(tmp_path)
    assert desk.type("changes") == 1
    assert "is damaged" in desk.err

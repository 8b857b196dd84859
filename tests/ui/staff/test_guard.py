from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.core.secret import Secret
from kiosk.ui.staff.guard import PinGuard
from kiosk.ui.staff.pin import hash_of
from kiosk.ui.staff.visits import Outcome, StaffVisits
from tests.fakes.clock import TurnableClock
from tests.noise import Noise

PIN = "271828"


@pytest.fixture(scope="module")
def kept() -> Secret:
    return hash_of(Secret(PIN))


class Door:
    """One kiosk's guard, which can be started anew."""

    def __init__(self, folder: Path, kept: Secret) -> None:
        self.clock = TurnableClock()
        self.visits = StaffVisits(folder)
        self.kept = kept
        self.restart()

    def restart(self) -> None:
        self.guard = PinGuard(self.kept, self.visits, self.clock)

    def guess(self, times: int) -> None:
        for _ in range(times):
            assert not self.guard.check("000001")


@pytest.fixture
def door(tmp_path: Path, kept: Secret) -> Door:
    return Door(tmp_path, kept)


def test_the_right_pin_is_right_and_written_down_without_it(door: Door) -> None:
    door.guess(1)
    assert door.guard.check(PIN)
    assert [visit.outcome for visit in door.visits.all()] == [Outcome.WRONG, Outcome.RIGHT]


def test_after_five_wrong_ones_nobody_can_try_for_half_a_minute(door: Door) -> None:
    door.guess(4)
    assert door.guard.wait == 0
    door.guess(1)
    assert door.guard.wait == 30
    assert not door.guard.check(PIN), "also not with the right one"
    assert len(door.visits.all()) == 5
    door.clock.advance(30)
    door.guess(1)
    assert door.guard.wait == 60
    door.clock.advance(60)
    assert door.guard.check(PIN)
    assert door.guard.wait == 0


def test_a_restart_gives_no_further_tries(door: Door) -> None:
    door.guess(5)
    door.clock.advance(10)
    door.restart()
    assert door.guard.wait == 20
    door.clock.advance(20)
    door.guess(1)
    door.restart()
    assert door.guard.wait == 60


def test_a_clock_that_is_set_neither_shortens_a_wait_nor_locks_staff_out(door: Door) -> None:
    door.guess(5)
    door.clock.set_wall(door.clock.now() + timedelta(days=1))
    assert door.guard.wait == 30
    door.clock.set_wall(door.clock.now() - timedelta(days=9))
    door.restart()
    assert door.guard.wait == 30
    door.clock.advance(30)
    assert door.guard.check(PIN)


def test_a_disk_that_takes_no_notes_gives_no_further_tries(
    tmp_path: Path, kept: Secret, expected_logs: Noise
) -> None:
    expected_logs.allow("staff.jsonl cannot be written")
    (tmp_path / "logs").write_text("a file in the folder's place")
    door = Door(tmp_path / "logs", kept)
    door.guess(5)
    assert door.guard.wait == 30

"""A visit: when it begins, when it ends, and what stops the end."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.settings import Screen
from kiosk.ui.visit import Phase, VisitModel
from tests.fakes.clock import TurnableClock

SCREEN = Screen(idle_seconds=90, countdown_seconds=20, waiting_seconds=300)


class Watched:
    """A visit whose ends are counted."""

    def __init__(self) -> None:
        self.clock = TurnableClock()
        self.visit = VisitModel(SCREEN, self.clock)
        self.ends = 0
        self.visit.ended.connect(self._count)

    def _count(self) -> None:
        self.ends += 1

    def wait(self, seconds: float) -> None:
        self.clock.advance(seconds)
        self.visit.tick()


@pytest.fixture
def watched() -> Watched:
    return Watched()


def test_nobody_there_is_no_visit(watched: Watched) -> None:
    watched.wait(10_000)
    assert (watched.visit.phase, watched.ends) == (Phase.IDLE, 0)


def test_idle_is_told_when_somebody_comes_and_when_they_are_gone(watched: Watched) -> None:
    told: list[bool] = []
    watched.visit.idleChanged.connect(lambda: told.append(watched.visit.property("idle")))
    watched.visit.touch()
    watched.visit.touch()
    watched.wait(95)
    watched.visit.touch()
    watched.visit.end()
    assert told == [False, True]


def test_a_silent_patron_is_asked_before_the_end(watched: Watched) -> None:
    watched.visit.touch()
    watched.wait(89.9)
    assert watched.visit.phase is Phase.ACTIVE
    watched.wait(0.2)
    assert watched.visit.phase is Phase.ENDING
    assert watched.visit.property("secondsLeft") == 20


def test_any_touch_stops_the_countdown(watched: Watched) -> None:
    watched.visit.touch()
    watched.wait(100)
    watched.visit.touch()
    assert watched.visit.phase is Phase.ACTIVE
    watched.wait(80)
    assert (watched.visit.phase, watched.ends) == (Phase.ACTIVE, 0)


def test_the_countdown_can_be_stopped_again_and_again(watched: Watched) -> None:
    """WCAG 2.2.1: at least 20 seconds, one simple action, at least ten times."""
    watched.visit.touch()
    for _ in range(12):
        watched.wait(90)
        assert watched.visit.property("secondsLeft") >= 20
        watched.wait(19.9)
        assert watched.visit.phase is Phase.ENDING
        watched.visit.touch()
    assert (watched.visit.phase, watched.ends) == (Phase.ACTIVE, 0)


def test_the_seconds_are_there_when_the_countdown_is_told(watched: Watched) -> None:
    seen: list[int] = []
    visit = watched.visit
    visit.endingChanged.connect(lambda: seen.append(visit.property("secondsLeft")))
    visit.touch()
    watched.wait(90)
    assert seen == [20]


def test_the_visit_ends_by_itself_once(watched: Watched) -> None:
    watched.visit.touch()
    watched.wait(90)
    watched.wait(20)
    watched.wait(500)
    assert (watched.visit.phase, watched.ends) == (Phase.IDLE, 1)


def test_who_waits_for_a_librarian_is_not_idle(watched: Watched) -> None:
    watched.visit.touch()
    watched.visit.wait_longer(waiting=True)
    watched.wait(299)
    assert watched.visit.phase is Phase.ACTIVE
    watched.visit.wait_longer(waiting=False)
    watched.wait(1)
    assert watched.visit.phase is not Phase.ACTIVE


def test_starting_over_is_a_fresh_visit(watched: Watched) -> None:
    watched.visit.touch()
    watched.visit.startOver()
    assert (watched.visit.phase, watched.ends) == (Phase.ACTIVE, 1)


def test_the_whole_countdown_is_shown_also_where_the_clock_was_looked_at_late(
    watched: Watched,
) -> None:
    watched.visit.touch()
    watched.wait(10_000)
    assert watched.visit.phase is Phase.ENDING
    assert watched.visit.property("secondsLeft") == 20
    watched.wait(19.9)
    assert watched.ends == 0
    watched.wait(0.2)
    assert watched.ends == 1


def test_a_pointer_begins_a_visit_but_leaves_the_countdown_to_the_screen(watched: Watched) -> None:
    watched.visit.point()
    assert watched.visit.phase is Phase.ACTIVE
    watched.wait(100)
    watched.visit.point()
    assert watched.visit.phase is Phase.ENDING


async def test_it_ticks_by_the_clock_it_was_given(watched: Watched) -> None:
    ticking = asyncio.create_task(watched.visit.run())
    watched.visit.touch()
    while watched.ends == 0:
        await watched.clock.wake_next()
    ticking.cancel()
    assert watched.clock.monotonic() - 1_000 == pytest.approx(110, abs=0.6)


@given(st.lists(st.one_of(st.just("touch"), st.just("end"), st.floats(0.1, 60))))
def test_it_never_ends_sooner_than_it_promised(events: list[str | float]) -> None:
    """However touches and silence follow each other."""
    watched = Watched()
    silent, expected = 0.0, 0
    for event in events:
        if event == "touch":
            watched.visit.touch()
            silent = 0.0
        elif event == "end":
            watched.visit.end()
            expected += 1
            silent = float("-inf")
        else:
            assert isinstance(event, float)
            before = watched.ends
            watched.wait(event)
            silent += event
            if watched.ends > before:
                assert silent >= 109.999
                expected += 1
                silent = float("-inf")
    assert watched.ends == expected

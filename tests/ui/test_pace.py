"""What grows all the time is shown as often as it can be seen, and its end is never lost."""

import asyncio
from collections.abc import Callable

from kiosk.ui.pace import SECONDS, Pace


class TurnedTimers:
    """An event loop's stopwatch and alarm, turned by hand."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._now = 100.0
        self._alarms: list[tuple[float, asyncio.TimerHandle, Callable[[], object]]] = []

    def time(self) -> float:
        return self._now

    def call_later(self, delay: float, callback: Callable[[], object]) -> asyncio.TimerHandle:
        handle = asyncio.TimerHandle(self._now + delay, callback, (), self._loop)
        self._alarms.append((self._now + delay, handle, callback))
        return handle

    def turn(self, seconds: float) -> None:
        """So long passes, and the alarms ring that are due by then."""
        self._now += seconds
        due = [alarm for alarm in self._alarms if alarm[0] <= self._now]
        self._alarms = [alarm for alarm in self._alarms if alarm[0] > self._now]
        for _, handle, callback in due:
            if not handle.cancelled():
                callback()

    def close(self) -> None:
        self._loop.close()


class Growing:
    """A number that grows, and what was seen of it."""

    def __init__(self) -> None:
        self.timers = TurnedTimers()
        self.seen: list[int] = []
        self._number = 0
        self.pace = Pace(lambda: self.seen.append(self._number), self.timers)
        self.timers.close()

    def grow(self) -> None:
        self._number += 1
        self.pace.changed()


def test_the_first_change_is_shown_at_once() -> None:
    growing = Growing()
    growing.grow()
    assert growing.seen == [1]


def test_changes_in_quick_succession_are_shown_together_when_it_is_time() -> None:
    growing = Growing()
    for _ in range(5):
        growing.grow()
    assert growing.seen == [1]
    growing.timers.turn(SECONDS)
    assert growing.seen == [1, 5]


def test_nothing_is_shown_twice() -> None:
    growing = Growing()
    growing.grow()
    growing.timers.turn(10 * SECONDS)
    growing.pace.flush()
    assert growing.seen == [1]


def test_after_a_rest_a_change_is_shown_at_once_again() -> None:
    growing = Growing()
    growing.grow()
    growing.timers.turn(SECONDS)
    growing.grow()
    assert growing.seen == [1, 2]


def test_a_hundred_changes_a_second_are_shown_25_times() -> None:
    growing = Growing()
    for _ in range(100):
        growing.grow()
        growing.timers.turn(0.01)
    assert 24 <= len(growing.seen) <= 26


def test_what_waits_can_be_shown_before_its_time_and_then_not_again() -> None:
    growing = Growing()
    growing.grow()
    growing.grow()
    growing.pace.flush()
    growing.timers.turn(10 * SECONDS)
    assert growing.seen == [1, 2]


def test_what_waits_can_be_dropped() -> None:
    growing = Growing()
    growing.grow()
    growing.grow()
    growing.pace.drop()
    growing.timers.turn(10 * SECONDS)
    assert growing.seen == [1]

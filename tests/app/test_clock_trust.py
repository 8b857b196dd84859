"""Who judges the clock of a real process."""

from datetime import UTC, datetime, timedelta

from kiosk.app.clock_trust import trust_maker
from kiosk.core.clock import SystemClock
from kiosk.hours.time_trust import Reason

FUTURE = datetime.now(UTC) + timedelta(days=1)


def test_the_machines_own_clock_is_watched_by_a_stopwatch_of_the_machine() -> None:
    assert trust_maker(clock_is_stated=False)(SystemClock(), lambda: None).doubt() is None
    doubt = trust_maker(clock_is_stated=False)(SystemClock(), lambda: FUTURE).doubt()
    assert doubt is not None
    assert doubt.reason is Reason.BEFORE_DATA


def test_a_clock_that_a_person_stated_is_not_doubted() -> None:
    trust = trust_maker(clock_is_stated=True)(SystemClock(), lambda: FUTURE)
    trust.heard(FUTURE)
    assert trust.doubt() is None

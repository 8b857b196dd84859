"""Passwords cannot be tried faster than a person forgets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.desk.attempts import PER_NAME_AND_ADDRESS, Attempts
from kiosk.desk.refusals import TooManyAttempts
from tests.fakes.clock import TurnableClock


def test_the_sixth_try_waits(clock: TurnableClock) -> None:
    attempts = Attempts(clock)
    for _ in range(5):
        attempts.count("Maya", "10.0.0.1")

    with pytest.raises(TooManyAttempts, match="wait 6 minutes") as refused:
        attempts.count("maya ", "10.0.0.1")
    assert refused.value.seconds == 301

    clock.advance(minutes=5)
    attempts.count("Maya", "10.0.0.1")


def test_somebody_elses_tries_do_not_lock_me_out(clock: TurnableClock) -> None:
    attempts = Attempts(clock)
    for _ in range(5):
        attempts.count("Maya", "10.0.0.1")

    attempts.count("Maya", "10.0.0.2")
    attempts.count("Noah", "10.0.0.1")


def test_one_address_cannot_try_every_name(clock: TurnableClock) -> None:
    attempts = Attempts(clock)
    for number in range(30):
        attempts.count(f"Person {number}", "10.0.0.1")

    with pytest.raises(TooManyAttempts):
        attempts.count("Somebody else", "10.0.0.1")


def test_a_right_password_forgives(clock: TurnableClock) -> None:
    attempts = Attempts(clock)
    for _ in range(40):
        attempts.count("Maya", "10.0.0.1")
        attempts.succeeded("Maya", "10.0.0.1")


@given(st.lists(st.floats(0, 400), max_size=60))
def test_in_any_five_minutes_at_most_five_tries_pass(waits: list[float]) -> None:
    clock = TurnableClock()
    attempts = Attempts(clock)
    passed = []
    for wait in waits:
        clock.advance(wait)
        try:
            attempts.count("Maya", "10.0.0.1")
        except TooManyAttempts:
            continue
        passed.append(clock.monotonic())
    limit = PER_NAME_AND_ADDRESS
    for first, later in zip(passed, passed[limit.attempts :], strict=False):
        assert later - first >= limit.seconds

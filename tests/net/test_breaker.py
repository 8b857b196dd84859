"""When a server that fails is left alone, and when it is tried again."""

import asyncio
import contextlib
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.errors import LibCalRefused, LibCalUnavailable
from kiosk.net.breaker import LONGEST_REST, CircuitBreaker, State


class Stopwatch:
    """Seconds that a test turns."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def watch() -> Stopwatch:
    return Stopwatch()


@pytest.fixture
def breaker(watch: Stopwatch) -> CircuitBreaker:
    return CircuitBreaker("LibCal", LibCalUnavailable, watch, failures=3, rest_seconds=60)


def fail(breaker: CircuitBreaker, times: int = 1) -> None:
    for _ in range(times):
        with pytest.raises(LibCalUnavailable, match="answered 503"), breaker.attempt():
            raise LibCalUnavailable("LibCal answered 503")


def answer(breaker: CircuitBreaker) -> None:
    with breaker.attempt():
        pass


def test_a_server_that_answers_now_and_then_is_always_asked(breaker: CircuitBreaker) -> None:
    for _ in range(5):
        fail(breaker, 2)
        answer(breaker)
    assert breaker.state is State.CLOSED


def test_after_some_failures_in_a_row_it_is_left_alone_and_the_reason_is_said(
    breaker: CircuitBreaker, watch: Stopwatch
) -> None:
    fail(breaker, 3)
    assert breaker.state is State.OPEN
    watch.seconds += 18
    with pytest.raises(LibCalUnavailable, match=r"42 seconds more; .*: LibCal answered 503"):
        answer(breaker)


def test_after_the_rest_one_answer_closes_it_again(
    breaker: CircuitBreaker, watch: Stopwatch
) -> None:
    fail(breaker, 3)
    watch.seconds += 60
    assert breaker.state is State.HALF_OPEN
    answer(breaker)
    assert breaker.state is State.CLOSED
    fail(breaker, 2)
    assert breaker.state is State.CLOSED, "the count began anew"


def test_after_the_rest_one_failure_is_enough_for_another(
    breaker: CircuitBreaker, watch: Stopwatch
) -> None:
    fail(breaker, 3)
    watch.seconds += 60
    fail(breaker)
    assert breaker.rest_left == 60


def test_only_one_at_a_time_tries_whether_it_is_back(
    breaker: CircuitBreaker, watch: Stopwatch
) -> None:
    fail(breaker, 3)
    watch.seconds += 60
    with breaker.attempt():
        with pytest.raises(LibCalUnavailable, match="left alone"):
            answer(breaker)
        assert breaker.state is State.HALF_OPEN
    assert breaker.state is State.CLOSED


def test_a_no_is_an_answer(breaker: CircuitBreaker) -> None:
    fail(breaker, 2)
    with pytest.raises(LibCalRefused), breaker.attempt():
        raise LibCalRefused("wrong secret")
    fail(breaker, 2)
    assert breaker.state is State.CLOSED


def test_who_stops_waiting_has_learned_nothing_and_blocks_nobody(
    breaker: CircuitBreaker, watch: Stopwatch
) -> None:
    fail(breaker, 3)
    watch.seconds += 60
    with pytest.raises(asyncio.CancelledError), breaker.attempt():
        raise asyncio.CancelledError
    assert breaker.state is State.HALF_OPEN
    answer(breaker)
    assert breaker.state is State.CLOSED


def test_a_server_that_asks_for_a_rest_gets_it_but_not_for_ever(
    breaker: CircuitBreaker, watch: Stopwatch
) -> None:
    breaker.rest(30)
    assert breaker.rest_left == 30
    watch.seconds += 30
    answer(breaker)
    breaker.rest(10 * LONGEST_REST)
    assert breaker.rest_left == LONGEST_REST


class Asked:
    """A server in a story: when it was asked in vain since it last answered."""

    def __init__(self, watch: Stopwatch) -> None:
        self.watch = watch
        self.in_vain: list[float] = []

    def ask(self, event: str) -> None:
        if event == "fails":
            self.in_vain.append(self.watch.seconds)
            raise LibCalUnavailable("LibCal answered 503")
        self.in_vain.clear()
        if event == "says no":
            raise LibCalRefused("LibCal answered 404")


@given(st.lists(st.sampled_from(["fails", "answers", "says no"]) | st.integers(1, 90)))
def test_whatever_happens_it_asks_three_times_in_vain_and_then_once_a_minute(
    story: list[str | int],
) -> None:
    watch = Stopwatch()
    server = Asked(watch)
    breaker = CircuitBreaker("LibCal", LibCalUnavailable, watch, failures=3, rest_seconds=60)
    for event in story:
        if isinstance(event, int):
            watch.seconds += event
            continue
        with contextlib.suppress(LibCalUnavailable, LibCalRefused), breaker.attempt():
            server.ask(event)
        assert (breaker.state is State.CLOSED) == (len(server.in_vain) < 3)
        later = itertools.pairwise(server.in_vain[2:])
        assert all(next_one - one >= 60 for one, next_one in later)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.net.backoff import backoff_seconds
from tests.fakes.chance import seeded


@given(st.integers(0, 10_000), st.integers())
def test_a_wait_is_never_too_short_and_never_too_long(attempt: int, seed: int) -> None:
    seconds = backoff_seconds(attempt, base=2.0, cap=60.0, random=seeded(seed))
    assert 1.0 <= seconds <= 60.0


@pytest.mark.parametrize(("attempt", "longest"), [(1, 2.0), (2, 4.0), (3, 8.0), (9, 60.0)])
def test_the_longest_wait_doubles_up_to_the_cap(attempt: int, longest: float) -> None:
    random = seeded()
    waits = [backoff_seconds(attempt, base=2.0, cap=60.0, random=random) for _ in range(2000)]
    assert longest * 0.98 < max(waits) <= longest


def test_terminals_do_not_come_back_in_the_same_moment() -> None:
    waits = {backoff_seconds(5, base=2.0, cap=60.0, random=seeded(seed)) for seed in range(100)}
    assert len(waits) == 100


def test_a_base_above_the_cap_waits_no_longer_than_the_cap() -> None:
    assert backoff_seconds(1, base=300.0, cap=60.0, random=seeded()) == 60.0

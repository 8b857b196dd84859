"""What is read at the start is never looked through again."""

import gc
from collections.abc import Iterator

import pytest

from kiosk.app.garbage import look_again, look_at_what_comes, look_away


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Whatever a test does to the collector of this process."""
    was_enabled = gc.isenabled()
    yield
    if was_enabled:
        gc.enable()
    else:
        gc.disable()


def test_nothing_is_collected_while_what_stays_is_read() -> None:
    look_away()
    assert not gc.isenabled()
    look_again()
    assert gc.isenabled()


def test_what_is_there_by_then_is_left_alone_for_good() -> None:
    look_away()
    words = [["the", "law", "library"]]
    look_at_what_comes()
    assert gc.isenabled()
    assert not any(thing is words for thing in gc.get_objects())

    later = [["and", "this"]]
    assert any(thing is later for thing in gc.get_objects())

"""What every test stands on: a quiet machine, and Qt without a screen.

A test fails on any log record of level WARNING or above, on any message of Qt or QML and on any
error that an event loop only printed, unless the test said that it expects it::

    async def test_a_busy_libcal_is_told_to_it(expected_logs: Noise) -> None:
        expected_logs.allow("LibCal answered 503")

Python's own warnings are errors already (``filterwarnings`` in ``pyproject.toml``).
"""

import gc
import os
from collections.abc import Iterator
from itertools import count

import pytest
from hypothesis import settings

# Read by Qt when it is loaded, so they stand before the first import of PySide6.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from tests.noise import Noise

_TESTS_WITHOUT_COLLECTION = 50

# How long an example takes says how busy the machine is.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")


class Collector:
    """Collects garbage between two tests, where the whole thread is at rest.

    What belongs to a window must not be let go of in one of its helper threads, where Python
    collects as soon as in any other. What is there before the first test, or survives one, is not
    looked through again: it is a million objects by the end.
    """

    def __init__(self) -> None:
        self._ended = count(1)

    def pytest_collection_finish(self) -> None:
        """Every test is known."""
        gc.disable()
        self._collect()

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        """A test is over, and its fixtures are gone."""
        if nodeid.startswith("tests/ui/") or next(self._ended) % _TESTS_WITHOUT_COLLECTION == 0:
            self._collect()

    def _collect(self) -> None:
        gc.collect()
        gc.freeze()


def pytest_configure(config: pytest.Config) -> None:
    """Before anything is collected."""
    config.pluginmanager.register(Collector())


@pytest.fixture(autouse=True)
def expected_logs() -> Iterator[Noise]:
    """Listen from before the test's own fixtures until after them; then judge."""
    noise = Noise()
    with noise.listening():
        yield noise
    if unexpected := noise.unexpected():
        pytest.fail("unexpected noise:\n" + "\n".join(unexpected), pytrace=False)

"""What every test stands on: a quiet machine, and Qt without a screen.

A test fails on any log record of level WARNING or above, on any message of Qt or QML and on any
error that an event loop only printed, unless the test said that it expects it::

    async def test_a_busy_libcal_is_told_to_it(expected_logs: Noise) -> None:
        expected_logs.allow("LibCal answered 503")

Python's own warnings are errors already (``filterwarnings`` in ``pyproject.toml``).
"""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

# Read by Qt when it is loaded, so they stand before the first import of PySide6.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from tests.noise import Noise

# How long an example takes says how busy the machine is.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")


@pytest.fixture(autouse=True)
def expected_logs() -> Iterator[Noise]:
    """Listen from before the test's own fixtures until after them; then judge."""
    noise = Noise()
    with noise.listening():
        yield noise
    if unexpected := noise.unexpected():
        pytest.fail("unexpected noise:\n" + "\n".join(unexpected), pytrace=False)

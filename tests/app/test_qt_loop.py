"""asyncio on Qt's event loop."""

import asyncio
from collections.abc import AsyncGenerator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.app.qt_loop import closing_generators, qt_loop
from kiosk.ui.immortals import make_immortal
from tests.fakes.waiting import eventually


@pytest.fixture(scope="module")
def application() -> QGuiApplication:
    """The one that this process may have."""
    make_immortal()
    application = QGuiApplication.instance() or QGuiApplication(["tests"])
    assert isinstance(application, QGuiApplication)
    return application


def test_qts_timers_and_asyncios_sleep_turn_in_one_loop(application: QGuiApplication) -> None:
    turned: list[str] = []

    async def main() -> None:
        QTimer.singleShot(0, lambda: turned.append("Qt"))
        await eventually(lambda: turned)
        turned.append("asyncio")

    with asyncio.Runner(loop_factory=lambda: qt_loop(application)) as runner:
        runner.run(main())
    assert turned == ["Qt", "asyncio"]


def test_a_stream_that_was_dropped_half_way_is_closed_on_the_loop(
    application: QGuiApplication,
) -> None:
    closed: list[bool] = []

    async def stream() -> AsyncGenerator[int, None]:
        try:
            yield 1
            yield 2
        finally:
            await asyncio.sleep(0)  # fails outside of a running loop
            closed.append(True)

    async def main() -> None:
        async for _ in stream():
            break
        await eventually(lambda: closed)

    with (
        asyncio.Runner(loop_factory=lambda: qt_loop(application)) as runner,
        closing_generators(runner.get_loop()),
    ):
        runner.run(main())
    assert closed == [True]


def test_a_stream_dropped_after_the_loop_is_left_alone(application: QGuiApplication) -> None:
    async def stream() -> AsyncGenerator[int, None]:
        yield 1

    kept = [stream()]

    async def main() -> None:
        await anext(kept[0])

    loop = qt_loop(application)
    with closing_generators(loop):
        loop.run_until_complete(main())
        loop.close()
        kept.clear()

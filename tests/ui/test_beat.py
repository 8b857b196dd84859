from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk.ui.beat import Heart
from tests.fakes.waiting import eventually


async def test_the_heart_counts_frames_and_asks_for_one_with_each_beat() -> None:
    window = QQuickWindow()
    firsts: list[bool] = []
    beats: list[int] = []
    heart = Heart(window, first_frame=lambda: firsts.append(True), beat=beats.append)
    window.show()

    def holds(condition: Callable[[], bool]) -> bool:
        QGuiApplication.processEvents()
        return condition()

    await eventually(lambda: holds(lambda: heart.frames > 0))
    heart.start()
    # Nothing moves, so only the beats themselves ask for frames.
    await eventually(lambda: holds(lambda: len(beats) == 4))
    heart.stop()
    window.close()
    assert firsts == [True]
    assert beats == sorted(set(beats)), "each beat has a new frame"

"""The heartbeat, sent through the UI thread's own event loop with the count of drawn frames."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtQuick import QQuickWindow

BEAT_MILLISECONDS = 1000


class Heart(QObject):
    """Beats while the event loop turns and counts the frames that reach the screen.

    Each beat asks for one frame: a picture in which nothing moves is drawn again, so that a
    count that stands still means drawing that hangs.
    """

    def __init__(
        self,
        window: QQuickWindow,
        *,
        first_frame: Callable[[], None],
        beat: Callable[[int], None],
    ) -> None:
        super().__init__()
        self._window = window
        self._first_frame = first_frame
        self._beat = beat
        self._frames = 0
        window.frameSwapped.connect(self._count)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin to beat."""
        self._timer.start(BEAT_MILLISECONDS)

    @property
    def frames(self) -> int:
        """Frames drawn since the start."""
        return self._frames

    def stop(self) -> None:
        """Beat no more."""
        self._timer.stop()

    def _count(self) -> None:
        self._frames += 1
        if self._frames == 1:
            self._first_frame()

    def _tick(self) -> None:
        self._beat(self._frames)
        self._window.update()  # not requestUpdate: drawn in software that shows no new frame

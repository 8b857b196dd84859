"""What a patron should know of the staff desk before they send something there."""

import asyncio
from contextlib import aclosing

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.handoff.queue_watch import Queue, QueueWatch
from kiosk.ui.tasks import Spawn

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class DeskModel(QObject):
    """Looks at the queue while it is watched, and knows nothing otherwise."""

    def __init__(self, watch: QueueWatch | None, spawn: Spawn) -> None:
        super().__init__()
        self._watch = watch
        self._spawn = spawn
        self._queue = Queue()
        self._looking: asyncio.Task[None] | None = None

    changed = Signal()

    @Property(str, notify=changed)
    def state(self) -> str:
        """``staffed``, ``unstaffed``, ``away`` or ``unknown``."""
        return self._queue.desk.value

    @Property(int, notify=changed)
    def waiting(self) -> int:
        return self._queue.waiting

    def watch(self) -> None:
        """Look now and again."""
        if self._looking is None and self._watch is not None:
            self._looking = self._spawn(self._look(self._watch))

    def rest(self) -> None:
        """Nobody wants to know any more."""
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
        self._show(Queue())

    async def _look(self, watch: QueueWatch) -> None:
        async with aclosing(watch.looks()) as looks:
            async for queue in looks:
                self._show(queue)

    def _show(self, queue: Queue) -> None:
        if queue != self._queue:
            self._queue = queue
            self.changed.emit()

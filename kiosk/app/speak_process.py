"""The process that reads aloud: says what comes on standard input, until that ends.

Nothing that it was told to say is written anywhere. It ends with 1 where there is no engine.
"""

import logging
import sys
import threading
from typing import BinaryIO

from PySide6.QtCore import QLoggingCategory, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from kiosk.core.errors import WireError
from kiosk.core.speech import Hush, Message, Say, decode, encode
from kiosk.ui.immortals import make_immortal
from kiosk.ui.window import log_qt_messages

_log = logging.getLogger(__name__)


def run(engine: str, source: BinaryIO, sink: BinaryIO) -> int:
    """Read aloud until ``source`` ends; what the other side must know goes to ``sink``.

    Raises:
        Unavailable: the engine does not work.
    """
    make_immortal()
    log_qt_messages()
    # It looks for PipeWire, which recording needs and nothing here does, and complains.
    QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver=false")
    application = QGuiApplication(["kiosk", "-platform", "offscreen"])
    # Behind the filter: loading it is what complains.
    from kiosk.ui.speaker import Speaker  # noqa: PLC0415  see above

    def tell(message: Message) -> None:
        sink.write(encode(message))
        sink.flush()

    lines = _Lines(source)
    speaker = Speaker(engine, tell)
    lines.came.connect(speaker.take, Qt.ConnectionType.QueuedConnection)
    lines.ended.connect(application.quit, Qt.ConnectionType.QueuedConnection)
    lines.start()
    return int(application.exec())


def of_process(engine: str) -> int:
    """The same on this process's own standard input and output."""
    return run(engine, sys.stdin.buffer, sys.stdout.buffer)


class _Lines(QObject):
    """Waits for lines on a thread of its own."""

    came = Signal(object)
    ended = Signal()

    def __init__(self, source: BinaryIO) -> None:
        super().__init__()
        self._source = source

    def start(self) -> None:
        threading.Thread(target=self._read, name="lines", daemon=True).start()

    def _read(self) -> None:
        for line in self._source:
            try:
                message = decode(line)
            except WireError as error:
                _log.warning("%s", error)
            else:
                if isinstance(message, Say | Hush):
                    self.came.emit(message)
        self.ended.emit()

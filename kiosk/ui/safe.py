"""Safe mode: a page so simple that it cannot break. No QML, no animation, no graphics card.

It says what is open today, as far as the cache can be read, and where a person is.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QRasterWindow

REFRESH_MILLISECONDS = 30_000
FAMILY = "Atkinson Hyperlegible Next"
GROUND, INK, QUIET, LINE = "#f6f4ef", "#1c2126", "#525a63", "#dcd7ca"


@dataclass(frozen=True, slots=True)
class SafePage:
    """What the page says.

    Attributes:
        title: The library's name.
        lines: A place and its hours today, each.
        help_words: Where a person is found, and the desk's phone number.
        freshness: How old the hours are.
    """

    title: str
    lines: Sequence[tuple[str, str]]
    help_words: str
    freshness: str


class SafeWindow(QRasterWindow):
    """Paints the page, again each half minute, and counts its paintings as frames."""

    def __init__(self, page: Callable[[], SafePage]) -> None:
        super().__init__()
        self._page = page
        self._painted = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.update)
        self._timer.start(REFRESH_MILLISECONDS)
        self.resize(1920, 1080)

    @property
    def frames(self) -> int:
        """How often it was painted."""
        return self._painted

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.fillRect(QRect(0, 0, self.width(), self.height()), QColor(GROUND))
        _Sheet(painter, self.width(), self.height()).draw(self._page())
        painter.end()
        self._painted += 1


class _Sheet:
    """Writes downwards from the top, shrinking the type until everything fits."""

    def __init__(self, painter: QPainter, width: int, height: int) -> None:
        self._painter = painter
        self._width = width
        self._height = height
        self._margin = round(min(width, height) * 0.08)
        self._y = self._margin

    def draw(self, page: SafePage) -> None:
        """The whole page."""
        unit = min(self._width, self._height) / 1080
        rows = max(len(page.lines), 1)
        body = min(44 * unit, (self._height - 2 * self._margin) * 0.55 / rows / 1.7)
        self._write(page.title, 72 * unit, INK, bold=True)
        self._y += round(24 * unit)
        for name, hours in page.lines:
            self._row(name, hours, body)
        self._y += round(32 * unit)
        self._write(page.help_words, 44 * unit, INK, bold=True)
        self._write(page.freshness, 30 * unit, QUIET, bold=False)

    def _row(self, name: str, hours: str, size: float) -> None:
        self._painter.setPen(QColor(LINE))
        self._painter.drawLine(self._margin, self._y, self._width - self._margin, self._y)
        self._y += round(size * 0.3)
        half = (self._width - 2 * self._margin) // 2
        left = QRect(self._margin, self._y, half, round(size * 1.4))
        right = QRect(self._margin + half, self._y, half, round(size * 1.4))
        self._font(size, bold=True)
        self._text(left, name, INK, Qt.AlignmentFlag.AlignLeft)
        self._font(size, bold=False)
        self._text(right, hours, INK, Qt.AlignmentFlag.AlignRight)
        self._y += round(size * 1.4)

    def _write(self, text: str, size: float, colour: str, *, bold: bool) -> None:
        self._font(size, bold=bold)
        flags = Qt.TextFlag.TextWordWrap
        room = QRect(self._margin, self._y, self._width - 2 * self._margin, self._height)
        used = QFontMetrics(self._painter.font()).boundingRect(room, flags, text)
        self._painter.setPen(QColor(colour))
        self._painter.drawText(room, flags, text)
        self._y += used.height() + round(size * 0.3)

    def _text(self, room: QRect, text: str, colour: str, side: Qt.AlignmentFlag) -> None:
        metrics = QFontMetrics(self._painter.font())
        short = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        self._painter.setPen(QColor(colour))
        self._painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, short)

    def _font(self, size: float, *, bold: bool) -> None:
        font = QFont(FAMILY)
        font.setPixelSize(max(12, round(size)))
        font.setBold(bold)
        self._painter.setFont(font)

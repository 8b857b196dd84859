"""Safe mode: a page so simple that it cannot break. No QML, no animation, no graphics card.

It says what is open today, as far as the cache can be read, and where a person is.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPen,
    QRasterWindow,
)

from kiosk.ui.staff.door import StaffDoor

REFRESH_MILLISECONDS = 30_000
FAMILY = "Atkinson Hyperlegible Next"
GROUND, INK, QUIET, LINE, PANEL = "#f6f4ef", "#1c2126", "#525a63", "#dcd7ca", "#ffffff"
SMALLEST, STEP = 0.3, 0.94


@dataclass(frozen=True, slots=True)
class SafePage:
    """What the page says.

    Attributes:
        title: The library's name.
        lines: A place and its hours today, each.
        help_words: Where a person is found.
        phone: The desk's number, empty where there is none.
        freshness: How old the hours are.
    """

    title: str
    lines: Sequence[tuple[str, str]]
    help_words: str
    phone: str
    freshness: str


class SafeWindow(QRasterWindow):
    """Paints the page and counts its paintings as frames; asks each half minute what to say."""

    def __init__(self, page: Callable[[], SafePage]) -> None:
        super().__init__()
        self._page = page
        self._said = page()
        self._door: StaffDoor | None = None
        self._painted = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.refresh)
        self._timer.start(REFRESH_MILLISECONDS)
        self.resize(1920, 1080)

    @property
    def frames(self) -> int:
        """How often it was painted."""
        return self._painted

    @property
    def title_said(self) -> str:
        """The library's name, as it was said last."""
        return self._said.title

    def set_door(self, door: StaffDoor) -> None:
        """While it is open it is drawn instead of the page."""
        self._door = door
        door.changed.connect(self.update)

    def refresh(self) -> None:
        """Ask what is to be said now, and say it."""
        self._said = self._page()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        if self._door is not None and self._door.is_open:
            self._door.paint(painter)
        else:
            paint(painter, self.width(), self.height(), self._said)
        painter.end()
        self._painted += 1


def paint(painter: QPainter, width: int, height: int, page: SafePage) -> bool:
    """Draw the page, in type as large as fits; whether all of it did."""
    painter.setLayoutDirection(QGuiApplication.layoutDirection())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, 0, width, height), QColor(GROUND))
    scale = 1.0
    while scale > SMALLEST and not _Sheet(painter, width, height, scale).fits(page):
        scale *= STEP
    sheet = _Sheet(painter, width, height, scale)
    sheet.draw(page)
    return sheet.fits(page)


class _Sheet:
    """Measures and draws in type of one size: hours from the top down, the way to a person below.

    The panel with that way is drawn last, so that it is whole however long the list is.
    """

    def __init__(self, painter: QPainter, width: int, height: int, scale: float) -> None:
        self._painter = painter
        self._height = height
        self._unit = min(width, height) / 1080
        self._type = self._unit * scale
        self._margin = 64 * self._unit
        self._width = width - 2 * self._margin

    def fits(self, page: SafePage) -> bool:
        """Whether the list ends above the panel."""
        return self._list(page, drawing=False) <= self._panel_top(page) - 16 * self._unit

    def draw(self, page: SafePage) -> None:
        """The whole page."""
        self._list(page, drawing=True)
        self._panel(page)

    def _list(self, page: SafePage, *, drawing: bool) -> float:
        """Title, places, age; where they end comes back."""
        y = self._margin
        y += self._words(page.title, y, 72, INK, bold=True, drawing=drawing) + 32 * self._type
        for name, hours in page.lines:
            y += self._row(name, hours, y, drawing=drawing)
        y += 20 * self._type
        return y + self._words(page.freshness, y, 30, QUIET, bold=False, drawing=drawing)

    def _row(self, name: str, hours: str, y: float, *, drawing: bool) -> float:
        size, gap = 40 * self._type, 14 * self._type
        gutter = 32 * self._unit
        left = QRectF(self._margin, y + gap, self._width * 0.52 - gutter, self._height)
        right = QRectF(left.right() + gutter, y + gap, self._width * 0.48, self._height)
        first, second = (self._mirrored(left), self._mirrored(right))
        names = self._text(first, name, size, INK, bold=True, drawing=drawing)
        times = self._text(second, hours, size, INK, bold=False, drawing=drawing, at_end=True)
        if drawing:
            self._painter.setPen(QPen(QColor(LINE), max(1.0, 2 * self._unit)))
            self._painter.drawLine(
                round(self._margin), round(y), round(self._margin + self._width), round(y)
            )
        return max(names, times) + 2 * gap

    def _panel(self, page: SafePage) -> None:
        top, padding = self._panel_top(page), 40 * self._type
        room = QRectF(self._margin, top, self._width, self._height - self._margin - top)
        corner = 28 * self._unit
        self._painter.setPen(QPen(QColor(LINE), max(1.0, 2 * self._unit)))
        self._painter.setBrush(QColor(PANEL))
        self._painter.drawRoundedRect(room, corner, corner)
        y = top + padding
        for text, size in self._help(page):
            y += self._words(text, y, size, INK, bold=True, drawing=True, inset=padding)

    def _panel_top(self, page: SafePage) -> float:
        padding = 40 * self._type
        inside = sum(
            self._words(text, 0, size, INK, bold=True, drawing=False, inset=padding)
            for text, size in self._help(page)
        )
        return self._height - self._margin - inside - 2 * padding

    def _help(self, page: SafePage) -> list[tuple[str, float]]:
        # A number is written from left to right among Arabic words too.
        phone = f"\u2066{page.phone}\u2069" if page.phone else ""
        return [(text, size) for text, size in ((page.help_words, 44), (phone, 64)) if text]

    def _mirrored(self, room: QRectF) -> QRectF:
        """The room on the other side, where the screen's language is written from the right."""
        if QGuiApplication.layoutDirection() is not Qt.LayoutDirection.RightToLeft:
            return room
        other = 2 * self._margin + self._width - room.right()
        return QRectF(other, room.y(), room.width(), room.height())

    def _words(
        self,
        text: str,
        y: float,
        size: float,
        colour: str,
        *,
        bold: bool,
        drawing: bool,
        inset: float = 0,
    ) -> float:
        """A paragraph over the whole width; its height comes back."""
        room = QRectF(self._margin + inset, y, self._width - 2 * inset, self._height)
        return self._text(room, text, size * self._type, colour, bold=bold, drawing=drawing)

    def _text(
        self,
        room: QRectF,
        text: str,
        size: float,
        colour: str,
        *,
        bold: bool,
        drawing: bool,
        at_end: bool = False,
    ) -> float:
        font = QFont(FAMILY)
        font.setPixelSize(max(12, round(size)))
        font.setBold(bold)
        # Left is where a line begins: Qt turns both around in languages written from the right.
        side = Qt.AlignmentFlag.AlignRight if at_end else Qt.AlignmentFlag.AlignLeft
        flags = int(side) | int(Qt.TextFlag.TextWordWrap)
        if drawing:
            self._painter.setFont(font)
            self._painter.setPen(QColor(colour))
            self._painter.drawText(room, flags, text)
        return QFontMetricsF(font).boundingRect(room, flags, text).height()

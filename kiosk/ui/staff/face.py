"""Draws the staff's screen, and knows where its buttons are."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from kiosk.ui.staff.pad import Button, Deed, Pad, Page
from kiosk.ui.window import FAMILY

GROUND, KEY, PRESSED, LINE = "#12171b", "#252e36", "#3d4b57", "#7d8993"
SMALLEST = 12
INK, QUIET, FOCUS = "#f3f1eb", "#b3bbc3", "#efc071"
_CENTRED = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)


class Face:
    """The staff's screen in one size. Sizes are for a screen of 1080 and grow with ``unit``."""

    def __init__(self, pad: Pad, width: float, height: float) -> None:
        self._pad = pad
        self._room = QRectF(0, 0, width, height)
        self._unit = unit_of(width, height)

    def places(self) -> Iterator[tuple[Button, QRectF]]:
        """Every button and where it is."""
        rows = self._pad.rows()
        gap, tall = 16 * self._unit, self._key_height()
        column = self._column()
        top = self._buttons_top()
        for row in rows:
            wide = (column.width() - gap * (len(row) - 1)) / len(row)
            for place, button in enumerate(row):
                left = column.left() + place * (wide + gap)
                yield button, QRectF(left, top, wide, tall)
            top += tall + gap

    def deed_at(self, point: QPointF) -> str:
        """What is pressed there; empty for nothing."""
        return next((b.deed for b, place in self.places() if place.contains(point)), "")

    def lines_shown(self) -> int:
        """How many of the doctor's lines fit, from the first that is shown; at least one."""
        room, used, count = self._lines_room(), 0.0, 0
        for line in (self._pad.lines or ())[self._pad.first_line :]:
            used += self._line_height(line, room)
            if used > room.height():
                break
            count += 1
        return max(1, count)

    def paint(self, painter: QPainter, pressed: str = "") -> None:
        """Draw all of it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self._room, QColor(GROUND))
        heads = self._heads()
        self._write(painter, heads[0], self._pad.title(), 44, INK, bold=True)
        self._write(painter, heads[1], self._pad.message(), 30, QUIET)
        if self._pad.page is Page.PIN:
            self._dots(painter, heads[2].center())
        elif self._pad.page is Page.REPORT:
            self._lines(painter)
        for button, place in self.places():
            self._button(painter, button, place, is_pressed=button.deed == pressed)

    def _button(
        self, painter: QPainter, button: Button, place: QRectF, *, is_pressed: bool
    ) -> None:
        focused = button.deed == self._pad.focus
        dull = button.deed == Deed.CHECK and not self._pad.is_ready()
        painter.setPen(QPen(QColor(FOCUS if focused else LINE), (6 if focused else 2) * self._unit))
        painter.setBrush(QColor(PRESSED if is_pressed else KEY))
        corner = 20 * self._unit
        painter.drawRoundedRect(place, corner, corner)
        size = 48 if self._pad.page is Page.PIN and button.deed != Deed.BACK else 34
        self._write(painter, place, button.words, size, QUIET if dull else INK, bold=not dull)

    def _dots(self, painter: QPainter, middle: QPointF) -> None:
        """One for each digit; never the digit."""
        radius, step = 13 * self._unit, 38 * self._unit
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(INK))
        first = middle.x() - (len(self._pad.typed) - 1) * step / 2
        for place in range(len(self._pad.typed)):
            painter.drawEllipse(QPointF(first + place * step, middle.y()), radius, radius)

    def _lines(self, painter: QPainter) -> None:
        room = self._lines_room()
        shown = (self._pad.lines or ())[self._pad.first_line :][: self.lines_shown()]
        flags = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)
        painter.setFont(self._font(26))
        painter.setPen(QColor(INK))
        for line in shown:
            painter.drawText(room, flags, line)
            room.setTop(room.top() + self._line_height(line, room))

    def _line_height(self, line: str, room: QRectF) -> float:
        flags = int(Qt.TextFlag.TextWordWrap)
        tall = QFontMetricsF(self._font(26)).boundingRect(room, flags, line).height()
        return tall + 14 * self._unit

    def _write(
        self,
        painter: QPainter,
        room: QRectF,
        text: str,
        size: float,
        colour: str,
        *,
        bold: bool = False,
    ) -> None:
        """In the middle of the room, smaller where it would not fit."""
        while size > SMALLEST and not self._fits(room, text, size, bold=bold):
            size *= 0.9
        painter.setFont(self._font(size, bold=bold))
        painter.setPen(QColor(colour))
        painter.drawText(room, _CENTRED, text)

    def _fits(self, room: QRectF, text: str, size: float, *, bold: bool) -> bool:
        metrics = QFontMetricsF(self._font(size, bold=bold))
        return room.contains(metrics.boundingRect(room, _CENTRED, text))

    def _font(self, size: float, *, bold: bool = False) -> QFont:
        font = QFont(FAMILY)
        font.setPixelSize(max(10, round(size * self._unit)))
        font.setBold(bold)
        return font

    def _key_height(self) -> float:
        return (104 if self._pad.page is Page.PIN else 112) * self._unit

    def _column(self) -> QRectF:
        """Where the buttons stand: in the middle, no wider than a hand or a sentence."""
        widest = {Page.PIN: 520, Page.SHEET: 860, Page.REPORT: 860}[self._pad.page]
        wide = min(widest * self._unit, self._room.width() * 0.92)
        return QRectF((self._room.width() - wide) / 2, 0, wide, self._room.height())

    def _buttons_top(self) -> float:
        rows, gap = len(self._pad.rows()), 16 * self._unit
        whole = rows * (self._key_height() + gap) - gap
        if self._pad.page is Page.REPORT:
            return self._room.height() - whole - 48 * self._unit
        above = 250 * self._unit
        return max(above, (self._room.height() - whole - above) / 2 + above)

    def _heads(self) -> list[QRectF]:
        """The rooms of title, message and dots, from the top down to the buttons."""
        wide = self._room.width() * 0.92
        left = (self._room.width() - wide) / 2
        top = 40 * self._unit
        if self._pad.page is not Page.REPORT:
            top = self._buttons_top() - 220 * self._unit
        heights = [80 * self._unit, 56 * self._unit, 60 * self._unit]
        return [
            QRectF(left, top + sum(heights[:place]), wide, tall)
            for place, tall in enumerate(heights)
        ]

    def _lines_room(self) -> QRectF:
        top = self._heads()[1].bottom()
        wide = min(1500 * self._unit, self._room.width() * 0.92)
        below = self._buttons_top() - 24 * self._unit
        return QRectF((self._room.width() - wide) / 2, top, wide, max(1.0, below - top))


def unit_of(width: float, height: float) -> float:
    """Pixels of this screen for one of a screen of 1080."""
    return min(width, height) / 1080

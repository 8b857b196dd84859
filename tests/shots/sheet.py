"""A contact sheet: many pictures on one, each with its name below."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

CELL = 300
CAPTION = 26
GAP = 12


def contact_sheet(title: str, pictures: Sequence[tuple[str, QImage]]) -> QImage:
    """The pictures in rows, about as wide as they are high together."""
    columns = max(1, math.ceil(math.sqrt(len(pictures) * 1.4)))
    rows = math.ceil(len(pictures) / columns)
    step, line = CELL + GAP, CELL + CAPTION + GAP
    sheet = QImage(columns * step + GAP, rows * line + 60, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#808080"))
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setFont(_font(28))
    painter.drawText(GAP, 40, title)
    painter.setFont(_font(15))
    for number, (name, picture) in enumerate(pictures):
        row, column = divmod(number, columns)
        cell = QRect(GAP + column * step, 60 + row * line, CELL, CELL)
        small = picture.scaled(
            cell.size(),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        painter.drawImage(cell.topLeft(), small)
        painter.drawText(cell.left(), cell.bottom() + CAPTION - 6, name)
    painter.end()
    return sheet


def _font(pixels: int) -> QFont:
    font = QFont("Atkinson Hyperlegible Next")
    font.setPixelSize(pixels)
    return font

"""Contrast of two colours, and a colour changed as little as makes it legible.

The formulas are those of WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
"""

from collections.abc import Sequence

from PySide6.QtGui import QColor

AA = 4.5
"""The least contrast of text, WCAG 2.2 level AA."""

AAA = 7.0
"""The least contrast of text, WCAG 2.2 level AAA."""

_STEPS = 100


def contrast(one: QColor, other: QColor) -> float:
    """From 1 (the same) to 21 (black on white)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def legible(colour: QColor, grounds: Sequence[QColor], least: float = AA) -> QColor:
    """The colour, made darker or lighter until it can be read on each of the grounds.

    Args:
        colour: What a library chose.
        grounds: What it stands on; all of them dark, or all of them light.
        least: The least contrast with each.
    """
    towards = _BLACK if max(map(_luminance, grounds)) > _MIDDLE else _WHITE
    for step in range(_STEPS + 1):
        mixed = _mixed(colour, towards, step / _STEPS)
        if all(contrast(mixed, ground) >= least for ground in grounds):
            return mixed
    return towards


_BLACK, _WHITE = QColor("#000000"), QColor("#ffffff")
_DARK_END = 0.04045  # below it, sRGB is a straight line
_MIDDLE = 0.179  # the luminance on which black and white are equally legible


def _luminance(colour: QColor) -> float:
    red, green, blue = map(_linear, _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: QColor) -> tuple[float, float, float]:
    return colour.redF(), colour.greenF(), colour.blueF()


def _linear(part: float) -> float:
    return part / 12.92 if part <= _DARK_END else float(((part + 0.055) / 1.055) ** 2.4)


def _mixed(colour: QColor, other: QColor, share: float) -> QColor:
    pairs = zip(_parts(colour), _parts(other), strict=True)
    return QColor.fromRgbF(*(a + (b - a) * share for a, b in pairs))

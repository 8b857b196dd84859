"""How the screen looks: theme, the library's accent colour, text size, reach, motion."""

from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtQml import QmlElement

from kiosk.ui.contrast import AA, legible

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

PRODUCT_ACCENT = "#0e5a6b"
TEXT_SCALES = (1.0, 1.5, 2.0)


class Theme(StrEnum):
    """The tables of colours in ``Theme.qml``."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


# What tinted words stand on in each theme. In the dark one a little more than is asked for, so
# that they can be read on ground that is tinted itself.
_GROUNDS = {Theme.LIGHT: ("#f6f4ef", "#ffffff", "#e7eff1"), Theme.DARK: ("#12171b", "#1b2228")}
_LEAST = {Theme.LIGHT: AA, Theme.DARK: 5.8}
_CONTRAST_TINT = "#ffe14d"


@dataclass(frozen=True, slots=True)
class Look:
    """What a patron can choose, for as long as the visit lasts.

    Attributes:
        theme: Which table of colours.
        text_scale: One of ``TEXT_SCALES``.
        low_reach: Everything that is touched is in the lower half of the screen.
        reduced_motion: Nothing moves that need not.
    """

    theme: Theme = Theme.LIGHT
    text_scale: float = 1.0
    low_reach: bool = False
    reduced_motion: bool = False

    @classmethod
    def of(cls, left: dict[str, Any]) -> "Look":
        """What ``asdict`` made of it.

        Raises:
            KeyError, TypeError, ValueError: it is not that.
        """
        look = cls(**{item.name: left[item.name] for item in fields(cls)})
        if look.text_scale not in TEXT_SCALES:
            raise ValueError("not a size of text")
        return replace(look, theme=Theme(look.theme))


@QmlElement
class Appearance(QObject):
    """How the screen looks. A patron's choice lasts for the visit."""

    def __init__(self, usual: Look, *, accent: str, logo: Path | None = None) -> None:
        super().__init__()
        self._logo = "" if logo is None else QUrl.fromLocalFile(str(logo)).toString()
        self._usual = usual
        self._look = usual
        self._accent = QColor(accent or PRODUCT_ACCENT)

    changed = Signal()

    @Property(str, notify=changed)
    def theme(self) -> str:
        return self._look.theme.value

    @Property(QColor, notify=changed)
    def tint(self) -> QColor:
        """The library's accent colour, legible in this theme."""
        return tint_of(self._accent, self._look.theme)

    @Property(str, constant=True)
    def logo(self) -> str:
        """The address of the library's own picture; empty where it has none."""
        return self._logo

    @Property(float, notify=changed)
    def textScale(self) -> float:  # noqa: N802  read from QML
        return self._look.text_scale

    @Property(bool, notify=changed)
    def lowReach(self) -> bool:  # noqa: N802  read from QML
        return self._look.low_reach

    @Property(bool, notify=changed)
    def reducedMotion(self) -> bool:  # noqa: N802  read from QML
        return self._look.reduced_motion

    @Slot()
    def nextTheme(self) -> None:  # noqa: N802  called from QML
        """Light, dark, high contrast, and light again."""
        themes = list(Theme)
        self._show(theme=themes[(themes.index(self._look.theme) + 1) % len(themes)])

    @Slot()
    def nextTextSize(self) -> None:  # noqa: N802  called from QML
        """Larger; from the largest back to the smallest."""
        place = TEXT_SCALES.index(self._look.text_scale) + 1
        self._show(text_scale=TEXT_SCALES[place % len(TEXT_SCALES)])

    @Slot()
    def toggleLowReach(self) -> None:  # noqa: N802  called from QML
        """Bring all that is touched down, or let it use the whole screen."""
        self._show(low_reach=not self._look.low_reach)

    @property
    def look(self) -> Look:
        """What is chosen now."""
        return self._look

    def snapshot(self) -> dict[str, Any]:
        """For the next UI process."""
        return asdict(self._look)

    def restore(self, look: Look) -> None:
        """Look as a restored visit did."""
        self._take(look)

    def reset(self) -> None:
        """Back to how the terminal usually looks, at the end of a visit."""
        self._take(self._usual)

    def system_prefers(self, **different: Any) -> None:
        """The operating system asks for another look, for this visit and those to come."""
        self._usual = replace(self._usual, **different)
        self._show(**different)

    def _show(self, **different: Any) -> None:
        self._take(replace(self._look, **different))

    def _take(self, look: Look) -> None:
        if look != self._look:
            self._look = look
            self.changed.emit()


def tint_of(accent: QColor, theme: Theme) -> QColor:
    """The accent as it is shown: where it could not be read, a darker or lighter one."""
    if theme is Theme.CONTRAST:
        return QColor(_CONTRAST_TINT)
    return legible(accent, [QColor(name) for name in _GROUNDS[theme]], _LEAST[theme])


def usual_look(theme: str, *, reduced_motion: bool, text_scale: float = 1.0) -> Look:
    """How a terminal looks before anybody chose, by its settings; a wrong word means light."""
    known = Theme(theme) if theme in tuple(Theme) else Theme.LIGHT
    return Look(theme=known, text_scale=text_scale, reduced_motion=reduced_motion)

"""The language that the screen speaks: its words, its direction, its numbers."""

from collections.abc import Sequence
from pathlib import Path

from babel import Locale
from PySide6.QtCore import (
    Property,
    QCoreApplication,
    QLocale,
    QObject,
    Qt,
    QTranslator,
    Signal,
    Slot,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QmlElement

from kiosk.assistant.languages import Languages
from kiosk.core.paths import resource_folder

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

SOURCE = "en"
"""The language that the sources are written in, which needs no translation."""


def translated_languages(folder: Path, tags: Sequence[str]) -> tuple[str, ...]:
    """Those of the languages that the screen can speak.

    Args:
        folder: Where the compiled translations are.
        tags: BCP 47 tags of the languages that questions are understood in.
    """
    return tuple(tag for tag in tags if tag == SOURCE or _file(folder, tag).is_file())


@QmlElement
class ScreenLanguage(QObject):
    """What the screen speaks. A patron's choice lasts for the visit.

    Who asks in another language than that of the screen is followed by it, unless they chose one.

    Args:
        folder: Where the compiled translations are, ``kiosk_<tag>.qm``.
        tags: BCP 47 tags to choose from; the order is that on the screen.
        usual: The tag that a visit begins with.
    """

    def __init__(self, folder: Path, tags: Sequence[str], usual: str) -> None:
        super().__init__()
        self._folder = folder
        self._tags = tuple(tags)
        self._usual = usual if usual in self._tags else self._tags[0]
        self._tag = ""
        self._is_chosen = False
        self._translator = QTranslator(self)
        self._speak(self._usual)

    changed = Signal()

    @Property(str, notify=changed)
    def tag(self) -> str:
        return self._tag

    @property
    def tag_now(self) -> str:
        """The language that is spoken, for Python."""
        return self._tag

    @Property(bool, notify=changed)
    def rightToLeft(self) -> bool:  # noqa: N802  read from QML
        return _is_right_to_left(self._tag)

    @Property(list, constant=True)
    def choices(self) -> list[dict[str, str]]:
        """``tag`` and ``name``, each name in its own language."""
        return [{"tag": tag, "name": own_name(tag)} for tag in self._tags]

    @Slot(str)
    def choose(self, tag: str) -> None:
        """The patron wants this language."""
        if tag in self._tags:
            self._is_chosen = True
            self._speak(tag)

    def follow(self, tag: str) -> None:
        """The patron asked in this language; a choice of theirs counts for more."""
        if tag in self._tags and not self._is_chosen:
            self._speak(tag)

    def snapshot(self) -> str:
        """For the next UI process."""
        return self._tag

    def restore(self, tag: str) -> None:
        """Speak as a restored visit did."""
        self.choose(tag)

    def reset(self) -> None:
        """Back to the terminal's usual language, at the end of a visit."""
        self._is_chosen = False
        self._speak(self._usual)

    def _speak(self, tag: str) -> None:
        if tag == self._tag:
            return
        self._tag = tag
        QLocale.setDefault(QLocale(tag))
        side = (
            Qt.LayoutDirection.RightToLeft
            if _is_right_to_left(tag)
            else Qt.LayoutDirection.LeftToRight
        )
        QGuiApplication.setLayoutDirection(side)
        QCoreApplication.removeTranslator(self._translator)
        if self._translator.load(str(_file(self._folder, tag))):
            QCoreApplication.installTranslator(self._translator)
        self.changed.emit()


def screen_language(languages: Languages, usual: str) -> ScreenLanguage:
    """What a screen of this program speaks, by the translations that it brings.

    Args:
        languages: Those that questions are understood in.
        usual: The setting, a BCP 47 tag.
    """
    folder = resource_folder() / "translations"
    tags = translated_languages(folder, languages.tags)
    return ScreenLanguage(folder, tags, languages.nearest(usual))


def own_name(tag: str) -> str:
    """What the language calls itself, as the first word of a line (CLDR)."""
    name = str(Locale.parse(tag).get_display_name(tag))
    return name[:1].upper() + name[1:]


def _is_right_to_left(tag: str) -> bool:
    return bool(Locale.parse(tag).text_direction == "rtl")


def _file(folder: Path, tag: str) -> Path:
    return folder / f"kiosk_{tag}.qm"

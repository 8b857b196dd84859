"""Reading aloud, for who cannot see the screen or cannot read it: on, off, louder, quieter."""

from typing import Any, Protocol

from PySide6.QtCore import Property, QCoreApplication, QLocale, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.speech import Say
from kiosk.ui.screen_language import own_name

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

USUAL_VOLUME = 0.5
"""Where each visit begins: safe in a headset, whatever its last wearer needed."""
VOLUME_STEP = 0.1
USUAL_RATE = 0.0
RATE_STEP = 0.2
_LEAST_VOLUME = VOLUME_STEP
_TENTHS = 10


class Voice(Protocol):
    """What reads aloud: ``ui.speech_process.SpeechProcess``."""

    @property
    def ready(self) -> Any:
        """Signal: the languages that it has voices for."""

    @property
    def speaking(self) -> Any:
        """Signal: whether something is being read."""

    @property
    def broke(self) -> Any:
        """Signal: it cannot read."""

    def start(self) -> None:
        """Get ready."""

    def say(self, said: Say) -> None:
        """Read this behind what is waiting."""

    def hush(self) -> None:
        """Be silent at once."""

    def end(self) -> None:
        """Go, and forget everything."""


@QmlElement
class Reading(QObject):
    """Whether and how things are read aloud; for one visit.

    ``heard`` is emitted whenever reading ends: who listened until then was not idle.

    Args:
        voice: What reads; None where nothing on this machine can.
        language: BCP 47 tag of the screen's language.
    """

    changed = Signal()
    heard = Signal()

    def __init__(self, voice: Voice | None, *, language: str) -> None:
        super().__init__()
        self._voice = voice
        self._language = language
        self._is_on = False
        self._languages: frozenset[str] | None = None
        self._early: list[tuple[str, str]] = []
        self._volume = USUAL_VOLUME
        self._rate = USUAL_RATE
        self._missing = ""
        self._is_broken = False
        self._is_speaking = False
        if voice is not None:
            voice.ready.connect(self._ready)
            voice.speaking.connect(self._speaking)
            voice.broke.connect(self._broke)

    @Property(bool, notify=changed)
    def available(self) -> bool:
        """Whether it can be offered."""
        return self._voice is not None and not self._is_broken

    @Property(bool, notify=changed)
    def on(self) -> bool:
        return self._is_on

    @property
    def is_on(self) -> bool:
        """Whether it is switched on, for Python."""
        return self._is_on

    @Property(bool, notify=changed)
    def speaking(self) -> bool:
        """Whether something is being read just now."""
        return self._is_speaking

    @Property(float, notify=changed)
    def volume(self) -> float:
        """From 0 to 1."""
        return self._volume

    @Property(float, notify=changed)
    def rate(self) -> float:
        """From -1 to 1; 0 is the voice's own."""
        return self._rate

    @Property(str, notify=changed)
    def notice(self) -> str:
        """Why something is not read, for the screen; empty where all is well."""
        if self._is_broken:
            return QCoreApplication.translate("Reading", "Reading aloud does not work just now.")
        if not self._missing:
            return ""
        return QCoreApplication.translate(
            "Reading", "There is no voice for {language} on this terminal."
        ).format(language=own_name(self._missing))

    @Slot()
    def toggle(self) -> None:
        """On, or off and silent."""
        if self._is_on:
            self._switch_off()
        elif self._voice is not None and not self._is_broken:
            self._is_on = True
            self._voice.start()
            words = QCoreApplication.translate("Reading", "Reading aloud is on.")
            self.read(words, self._language)
        self.changed.emit()

    @Slot()
    def louder(self) -> None:
        """One step, from what is said next."""
        self._set_volume(self._volume + VOLUME_STEP)

    @Slot()
    def quieter(self) -> None:
        """One step; never silent, which nobody who cannot see would find the way out of."""
        self._set_volume(self._volume - VOLUME_STEP)

    @Slot()
    def faster(self) -> None:
        """One step."""
        self._set_rate(self._rate + RATE_STEP)

    @Slot()
    def slower(self) -> None:
        """One step."""
        self._set_rate(self._rate - RATE_STEP)

    @Slot()
    def stop(self) -> None:
        """Enough of this; it stays on."""
        self._early.clear()
        if self._is_on and self._voice is not None:
            self._voice.hush()

    def set_language(self, tag: str) -> None:
        """The screen speaks this language from now on."""
        self._language = tag

    def read(self, words: str, language: str) -> None:
        """Read behind what is being read.

        Args:
            words: Plain text.
            language: BCP 47 tag of the words.
        """
        if not self._is_on or self._voice is None or not words.strip():
            return
        if self._languages is None:
            self._early.append((words, language))
            return
        has_voice = _code(language) in self._languages
        self._miss("" if has_voice else language)
        if has_voice:
            self._voice.say(Say(words, language, self._volume, self._rate))

    def read_now(self, words: str, language: str) -> None:
        """Read instead of what is being read."""
        self.stop()
        self.read(words, language)

    def forget(self) -> None:
        """The visit is over: silence, and the next one begins as usual."""
        self._switch_off()
        self._volume, self._rate = USUAL_VOLUME, USUAL_RATE
        self._is_broken = False
        self.changed.emit()

    def snapshot(self) -> dict[str, Any]:
        """For the next UI process."""
        return {"on": self._is_on, "volume": self._volume, "rate": self._rate}

    def restore(self, left: dict[str, Any]) -> None:
        """Go on as a restored visit did.

        Raises:
            KeyError, TypeError, ValueError: it is not a snapshot.
        """
        self._volume, self._rate = _volume(float(left["volume"])), _rate(float(left["rate"]))
        if left["on"] and not self._is_on:
            self.toggle()

    def _switch_off(self) -> None:
        self._is_on = False
        self._is_speaking = False
        self._languages = None
        self._missing = ""
        self._early.clear()
        if self._voice is not None:
            self._voice.end()

    def _ready(self, languages: tuple[str, ...]) -> None:
        self._languages = frozenset(languages)
        early, self._early = self._early, []
        for words, language in early:
            self.read(words, language)
        self.changed.emit()

    def _speaking(self, speaking: bool) -> None:  # noqa: FBT001  what a signal says
        was_speaking, self._is_speaking = self._is_speaking, speaking
        self.changed.emit()
        if was_speaking and not speaking:
            self.heard.emit()

    def _broke(self) -> None:
        self._switch_off()
        self._is_broken = True
        self.changed.emit()

    def _miss(self, language: str) -> None:
        if language != self._missing:
            self._missing = language
            self.changed.emit()

    def _set_volume(self, volume: float) -> None:
        self._volume = _volume(volume)
        self.changed.emit()

    def _set_rate(self, rate: float) -> None:
        self._rate = _rate(rate)
        self.changed.emit()


def _volume(volume: float) -> float:
    return _in_tenths(min(1.0, max(_LEAST_VOLUME, volume)))


def _rate(rate: float) -> float:
    return _in_tenths(min(1.0, max(-1.0, rate)))


def _in_tenths(number: float) -> float:
    """Steps add up without crumbs."""
    return round(number * _TENTHS) / _TENTHS


def _code(language: str) -> str:
    return QLocale.languageToCode(QLocale(language).language())

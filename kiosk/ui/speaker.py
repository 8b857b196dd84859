"""The voice itself: Qt's speech engine, reading one thing after the other.

Runs in a process of its own (``kiosk speak``): making an engine takes Speech Dispatcher three
seconds with the voices of eSpeak NG, and for ever where its audio is broken, and a screen must
not stand still for that. Whatever waits to be said is gone with the process.
"""

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QLocale, QObject
from PySide6.QtTextToSpeech import QTextToSpeech, QVoice

from kiosk.core.errors import Unavailable
from kiosk.core.speech import Hush, Say, Speaking, Voices

_BUSY = (QTextToSpeech.State.Speaking, QTextToSpeech.State.Synthesizing)
_NO_LANGUAGE = "C"
"""A voice whose language Qt does not know, as it is with eSpeak NG's Mandarin."""
_VARIANT = "+"
"""In eSpeak NG's names, before the variant: "English (America)+croak"."""


class Speaker(QObject):
    """Reads what it is told to, each thing with a voice of its own language.

    Args:
        engine: Qt's name of the engine.
        tell: Is told what the other side must know.

    Raises:
        Unavailable: the engine does not work.
    """

    def __init__(self, engine: str, tell: Callable[[Voices | Speaking], None]) -> None:
        super().__init__()
        self._tell = tell
        self._speech = QTextToSpeech(engine, self)
        if self._speech.state() is QTextToSpeech.State.Error:
            raise Unavailable(f"the speech engine does not work: {self._speech.errorString()}")
        self._waiting: deque[Say] = deque()
        self._language = ""
        self._is_speaking = False
        locales = self._speech.availableLocales()
        self._languages = sorted({code_of(locale) for locale in locales} - {_NO_LANGUAGE})
        self._speech.stateChanged.connect(self._go_on)
        tell(Voices(tuple(self._languages)))

    def take(self, message: Say | Hush) -> None:
        """Do as the other side says. Words in a language without a voice are not read."""
        match message:
            case Say():
                if code_of(QLocale(message.language)) in self._languages:
                    self._waiting.append(message)
                    self._go_on()
            case Hush():
                self._waiting.clear()
                self._speech.stop()
                self._go_on()

    def _go_on(self) -> None:
        if self._speech.state() in _BUSY:
            return
        if self._waiting:
            self._tell_speaking(speaking=True)
            self._say(self._waiting.popleft())
        else:
            self._tell_speaking(speaking=False)

    def _say(self, said: Say) -> None:
        if said.language != self._language:
            self._language = said.language
            locale = QLocale(said.language)
            self._speech.setLocale(locale)
            self._speech.setVoice(fittest(self._speech.availableVoices(), locale))
        self._speech.setVolume(said.volume)
        self._speech.setRate(said.rate)
        self._speech.say(said.words)

    def _tell_speaking(self, *, speaking: bool) -> None:
        if speaking is not self._is_speaking:
            self._is_speaking = speaking
            self._tell(Speaking(speaking))


def fittest(voices: Iterable[QVoice], locale: QLocale) -> QVoice:
    """Of the voices of a language, a plain one of the usual country: not "Caribbean+croak"."""
    return min(
        voices, key=lambda voice: (voice.locale().name() != locale.name(), _VARIANT in voice.name())
    )


def code_of(locale: QLocale) -> str:
    """The ISO 639 code of its language."""
    return QLocale.languageToCode(locale.language())

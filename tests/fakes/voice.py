"""A voice that nobody hears: it keeps what it was told to say."""

from PySide6.QtCore import QObject, Signal

from kiosk.core.speech import Say


class FakeVoice(QObject):
    """Ready when told so; says what waits when it is let.

    Attributes:
        waiting: What it was told and did not say yet.
        told: All that it was ever told.
        is_started: Whether it runs.
    """

    ready = Signal(tuple)
    speaking = Signal(bool)
    broke = Signal()

    def __init__(self, *, languages: tuple[str, ...] = ("en",), late: bool = False) -> None:
        super().__init__()
        self._languages = languages
        self._is_late = late
        self.waiting: list[Say] = []
        self.told: list[Say] = []
        self.is_started = False

    def start(self) -> None:
        self.is_started = True
        if not self._is_late:
            self.come()

    def come(self) -> None:
        """The engine is made."""
        self.ready.emit(self._languages)

    def say(self, said: Say) -> None:
        self.told.append(said)
        self.waiting.append(said)
        self.speaking.emit(True)  # noqa: FBT003  a signal's argument has no name

    def finish(self) -> None:
        """All that waited is said."""
        self.waiting.clear()
        self.speaking.emit(False)  # noqa: FBT003  the same

    def hush(self) -> None:
        self.waiting.clear()

    def end(self) -> None:
        self.waiting.clear()
        self.is_started = False

    @property
    def words(self) -> list[str]:
        """What it was ever told, without how."""
        return [said.words for said in self.told]

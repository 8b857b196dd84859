"""What who does not see the screen must be told: each thing once, and when it is whole."""

from PySide6.QtCore import QModelIndex, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.ui.chat import ANSWER, LIBRARIAN, PATRON, ChatModel, ChatRow
from kiosk.ui.spoken import in_sentences

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Announcer(QObject):
    """Listens to a conversation, and passes on what QML has to say besides.

    Signals: ``said(words, language, urgent)``, for a screen reader and for reading aloud alike;
    ``shown(words, language)``, what stands beside an answer: a screen reader walks through it, so
    only reading aloud has to say it.

    Args:
        chat: The conversation.
        language: BCP 47 tag of the screen's language.
    """

    said = Signal(str, str, bool)
    shown = Signal(str, str)

    def __init__(self, chat: ChatModel, *, language: str) -> None:
        super().__init__()
        self._chat = chat
        self._language = language
        self._growing: set[int] = set()
        chat.rowsInserted.connect(self._added)
        chat.dataChanged.connect(self._changed)
        chat.modelReset.connect(self._growing.clear)

    def set_language(self, tag: str) -> None:
        """The screen speaks this language from now on."""
        self._language = tag

    @Slot(str, bool)
    def tell(self, words: str, urgent: bool) -> None:  # noqa: FBT001  called from QML
        """In the words of the screen; urgent where it cannot wait for what is being said."""
        self.said.emit(words, self._language, urgent)

    def _added(self, _parent: QModelIndex, first: int, last: int) -> None:
        for place in range(first, last + 1):
            row: ChatRow = self._chat.rows[place]
            if row.streaming:
                self._growing.add(place)
            elif row.kind != PATRON:
                self._say(row)

    def _changed(self, first: QModelIndex, _last: QModelIndex) -> None:
        row: ChatRow = self._chat.rows[first.row()]
        if first.row() in self._growing and not row.streaming:
            self._growing.discard(first.row())
            self._say(row)

    def _say(self, row: ChatRow) -> None:
        language = row.language or self._language
        words = f"{row.author}: {row.text}" if row.kind == LIBRARIAN else row.text
        self.said.emit(words, language, False)  # noqa: FBT003  a signal's arguments have no names
        if row.kind == ANSWER:
            for sentences in map(in_sentences, () if row.told_by_cards else row.cards):
                self.shown.emit(sentences, self._language)
            for suggestion in row.suggestions:
                self.shown.emit(suggestion, language)

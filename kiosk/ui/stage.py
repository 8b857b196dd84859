"""Everything behind the window, wired: who listens to whom during a visit and at its end.

The models know nothing of each other. Here, and only here, it is said that a claimed ticket
silences the assistant, that a reply counts as life, and that the end of a visit empties all of
them.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QClipboard, QGuiApplication

from kiosk.core.errors import WireError
from kiosk.core.heartbeat import Visit
from kiosk.core.tickets import Author, EventKind
from kiosk.ui import notices
from kiosk.ui.announcer import Announcer
from kiosk.ui.appearance import Appearance, Look
from kiosk.ui.chat import ANSWER, LIBRARIAN, PATRON, ChatModel, ChatRow
from kiosk.ui.desk_model import DeskModel
from kiosk.ui.handoff import ACTIVE, Earlier, HandOffModel, Phase, PreviewModel, PreviewRow
from kiosk.ui.home import HomeModel, PlacesModel
from kiosk.ui.keyboard import KeyboardModel
from kiosk.ui.reading import Reading
from kiosk.ui.screen_language import ScreenLanguage
from kiosk.ui.visit import VisitModel

_AUTHORS = {PATRON: Author.PATRON, ANSWER: Author.ASSISTANT, LIBRARIAN: Author.LIBRARIAN}


class Stage(QObject):
    """The models of one window and the connections between them.

    Args:
        keep: Takes a snapshot of the visit after each change; None when it is over.

    ``emptied`` says that a visit is over and that every model is empty again.
    """

    emptied = Signal()

    def __init__(
        self,
        *,
        appearance: Appearance,
        language: ScreenLanguage,
        home: HomeModel,
        places: PlacesModel,
        chat: ChatModel,
        hand_off: HandOffModel,
        preview: PreviewModel,
        desk: DeskModel,
        visit: VisitModel,
        keyboard: KeyboardModel,
        reading: Reading,
        announcer: Announcer,
        keep: Callable[[Visit | None], None],
    ) -> None:
        super().__init__()
        self.appearance = appearance
        self.language = language
        self.home = home
        self.places = places
        self.chat = chat
        self.hand_off = hand_off
        self.preview = preview
        self.desk = desk
        self.visit = visit
        self.keyboard = keyboard
        self.reading = reading
        self.announcer = announcer
        self._keep = keep
        self._connect()

    def models(self) -> dict[str, QObject]:
        """What Main.qml requires, by name."""
        return {
            "appearance": self.appearance,
            "language": self.language,
            "home": self.home,
            "places": self.places,
            "chat": self.chat,
            "handOff": self.hand_off,
            "preview": self.preview,
            "desk": self.desk,
            "visit": self.visit,
            "keyboard": self.keyboard,
            "reading": self.reading,
            "announcer": self.announcer,
        }

    def restore(self, left: Visit) -> None:
        """Go on with the visit that the last UI process was in.

        Raises:
            WireError: it is not one of ours, of this version.
        """
        try:
            self.appearance.restore(Look.of(left["look"]))
            self.language.restore(str(left["language"]))
            self.reading.restore(left["reading"])
            self.chat.restore(left["rows"])
            if left["ticket"] is not None:
                self.hand_off.restore(left["ticket"])
        except (KeyError, TypeError, ValueError) as error:
            self._wipe()
            raise WireError("the visit that was left behind cannot be read") from error
        self.visit.touch()

    def _connect(self) -> None:
        self.chat.changed.connect(self._snapshot)
        self.chat.forwarded.connect(self.hand_off.say)
        self.hand_off.composeAsked.connect(self._fill_preview)
        self.hand_off.spoken.connect(self._librarian_spoke)
        self.hand_off.noticed.connect(self._ticket_turned)
        self.hand_off.failed.connect(lambda: self.chat.notice(notices.not_kept()))
        self.hand_off.dropped.connect(lambda code: self.chat.notice(notices.dropped(code)))
        self.hand_off.tooLate.connect(lambda: self.chat.notice(notices.too_late()))
        self.hand_off.phaseChanged.connect(self._phase_changed)
        self.hand_off.changed.connect(self._snapshot)
        self.appearance.changed.connect(self._snapshot)
        self.chat.answeredIn.connect(self.language.follow)
        self.language.changed.connect(self._language_changed)
        self.chat.answeringChanged.connect(self._make_room)
        self.announcer.said.connect(self._read)
        self.announcer.shown.connect(self.reading.read)
        self.reading.changed.connect(self._snapshot)
        self.reading.heard.connect(self._listened)
        self.visit.ended.connect(self._wipe)

    def _snapshot(self) -> None:
        rows, ticket = self.chat.snapshot(), self.hand_off.snapshot()
        if rows or ticket:
            look, language = self.appearance.snapshot(), self.language.snapshot()
            reading = self.reading.snapshot()
            self._keep(
                {
                    "rows": rows,
                    "ticket": ticket,
                    "look": look,
                    "language": language,
                    "reading": reading,
                }
            )

    def _language_changed(self) -> None:
        tag = self.language.tag_now
        for model in (self.home, self.chat, self.hand_off, self.keyboard):
            model.set_language(tag)
        for heard in (self.reading, self.announcer):
            heard.set_language(tag)
        self._snapshot()

    def _make_room(self) -> None:
        """An answer is on its way: it is read where the keyboard was."""
        if self.chat.is_answering:
            self.keyboard.hide()

    def _read(self, words: str, language: str, urgent: bool) -> None:  # noqa: FBT001  a signal
        if urgent:
            self.reading.read_now(words, language)
        else:
            self.reading.read(words, language)

    def _listened(self) -> None:
        """Who listens touches nothing. What was read may also have been that the visit ends."""
        if not self.visit.property("ending"):
            self.visit.touch()

    def _fill_preview(self) -> None:
        spoken = [row for row in self.chat.rows if row.kind in _AUTHORS and row.text]
        questions = [row.text for row in spoken if row.kind == PATRON]
        lines = [_preview(row) for row in spoken]
        if earlier := self.hand_off.continued:
            questions.append(earlier.question)
            lines.insert(0, _goes_on_from(earlier))
        self.hand_off.fill(questions[-1] if questions else "", lines)

    def _librarian_spoke(self, name: str, text: str) -> None:
        self.visit.touch()
        self.chat.librarian_said(name, text)

    def _ticket_turned(self, kind: str, name: str) -> None:
        self.visit.touch()
        self.chat.notice(notices.of_ticket(EventKind(kind), name))

    def _phase_changed(self) -> None:
        self.chat.silence(silent=self.hand_off.phase_now is Phase.CLAIMED)
        watch = self.hand_off.phase_now in (Phase.COMPOSING, Phase.KEEPING)
        self.desk.watch() if watch else self.desk.rest()
        self.visit.wait_longer(waiting=self.hand_off.phase_now in ACTIVE)

    def _wipe(self) -> None:
        # First: each of the others may move the focus, which writes down what is composed.
        self.keyboard.forget()
        self.chat.forget()
        self.hand_off.forget()
        self.reading.forget()
        self.appearance.reset()
        self.language.reset()
        _clear_clipboard()
        self._keep(None)
        self.emptied.emit()


def _clear_clipboard() -> None:
    """Also what was only marked, which X11 pastes with the middle button."""
    clipboard: Any = QGuiApplication.clipboard()
    clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.supportsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


def _goes_on_from(earlier: Earlier) -> PreviewRow:
    return PreviewRow(
        speaker=Author.ASSISTANT.value,
        author=notices.speaker(patron=False, librarian=""),
        line=notices.goes_on_from(earlier.code),
    )


def _preview(row: ChatRow) -> PreviewRow:
    return PreviewRow(
        speaker=_AUTHORS[row.kind].value,
        author=notices.speaker(patron=row.kind == PATRON, librarian=row.author),
        line=row.text,
    )

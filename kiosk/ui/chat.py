"""The conversation on the screen: rows by who speaks, answers growing as they stream."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from typing import Any, Protocol

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.assistant.answers import Answer, Done, Draft, Piece, SentAs, TextPiece, Turn
from kiosk.assistant.escaping import as_markdown
from kiosk.assistant.text_blocks import Dressed, TextBlock, dressed, text_blocks
from kiosk.core.errors import KioskError, StorageError
from kiosk.core.tallies import Reason, Verdict
from kiosk.core.tickets import Author
from kiosk.ui import notices
from kiosk.ui.cards import say_all_of
from kiosk.ui.error_words import patron_words
from kiosk.ui.growing import GrowingAnswer
from kiosk.ui.ratings import Judged, Ratings
from kiosk.ui.rows import RowsModel
from kiosk.ui.tasks import Spawn

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

PATRON, ANSWER, LIBRARIAN, NOTICE = "patron", "answer", "librarian", "notice"
KINDS = frozenset({PATRON, ANSWER, LIBRARIAN, NOTICE})
MOST_ROWS = 200
"""Two hours of talk. What is older leaves: nobody scrolls so far, and the terminal has other uses
for the memory and for the time to keep it all for the next process."""

_ASKED = (PATRON, ANSWER)


Block = dict[str, Any]
"""A ``TextBlock`` as QML takes it."""


@dataclass(frozen=True, slots=True)
class ChatRow:
    """One row.

    Attributes:
        kind: Who speaks: patron, answer, librarian, or notice for the terminal itself.
        text: The words, plain.
        blocks: The same words dressed, as QML's Bubble shows them; none for plain words.
        author: The librarian's first name.
        streaming: More words are coming.
        offer_person: The answer ends with the way to a person.
        can_retry: The answer broke off and may be asked for again.
        cards: What QML's FactCard shows, made by ``ui.cards``.
        told_by_cards: The cards say all of it; the words are for who listens, and for the ticket.
        sent_as: What left the terminal, where personal data was masked in the patron's words.
        suggestions: Questions that may have been meant, each to be asked with a touch.
        language: BCP 47 tag of a whole answer.
        intent: What kind of question it answers; empty before it is whole.
        entry: The entry of the library's knowledge that it cites first; empty for none.
        verdict: The patron's thumb, "up" or "down"; empty for none.
        reason: What they have against it; a ``Reason``.
        to_send: The question as it would go to the librarians; empty where it cannot.
        sent: It is on its way to them.
    """

    kind: str
    text: str
    blocks: tuple[Block, ...] = ()
    author: str = ""
    streaming: bool = False
    offer_person: bool = False
    can_retry: bool = False
    cards: tuple[dict[str, Any], ...] = ()
    told_by_cards: bool = False
    suggestions: tuple[str, ...] = ()
    sent_as: str = ""
    language: str = ""
    intent: str = ""
    entry: str = ""
    verdict: str = ""
    reason: str = ""
    to_send: str = ""
    sent: bool = False


class Answers(Protocol):
    """Where answers come from: ``assistant.conversation.Conversation``."""

    def answer(
        self, question: str, history: Sequence[Turn], *, language: str, here: int | None
    ) -> AsyncIterator[Piece]:
        """Stream the answer; the last piece is ``Done``."""

    def begin_visit(self) -> None:
        """Somebody else stands at the terminal."""


@QmlElement
class ChatModel(RowsModel):
    """The rows of one visit. Knows the assistant, not the model, LibCal or SQL.

    While a librarian has the conversation (``silence``) the patron's words are handed to
    ``forwarded`` and the assistant says nothing.
    """

    changed = Signal()
    forwarded = Signal(str)
    answeredIn = Signal(str)  # noqa: N815  Qt's name for it

    def __init__(
        self,
        *,
        answers: Answers,
        cards: Callable[[Answer, str], Awaitable[tuple[dict[str, Any], ...]]],
        ratings: Ratings,
        spawn: Spawn,
        language: str,
        here: int | None,
    ) -> None:
        super().__init__(ChatRow)
        self._answers = answers
        self._cards = cards
        self._ratings = ratings
        self._spawn = spawn
        self._language = language
        self._here = here
        self._given: dict[int, Answer] = {}
        self._task: asyncio.Task[None] | None = None
        self._growing: GrowingAnswer | None = None
        self._dressing: asyncio.Task[None] | None = None
        self._silent = False
        self._is_model_online = True

    answeringChanged = Signal()  # noqa: N815  Qt's name for it

    @Property(bool, notify=answeringChanged)
    def answering(self) -> bool:
        return self._task is not None

    @property
    def is_answering(self) -> bool:
        """Whether an answer is on its way, for Python."""
        return self._task is not None

    @Property(str, notify=RowsModel.countChanged)
    def lastSpeaker(self) -> str:  # noqa: N802  Qt's name for it
        """The kind of the last row; empty where there is none."""
        return self._rows[-1].kind if self._rows else ""

    @Property(int, notify=RowsModel.countChanged)
    def answeredQuestion(self) -> int:  # noqa: N802  Qt's name for it
        """The row of the last question that the assistant answers; -1 where there is none."""
        spoken = [row.kind for row in self._rows]
        return max((n for n, two in enumerate(pairwise(spoken)) if two == _ASKED), default=-1)

    modelOnlineChanged = Signal()  # noqa: N815  Qt's name for it

    @Property(bool, notify=modelOnlineChanged)
    def modelOnline(self) -> bool:  # noqa: N802  Qt's name for it
        return self._is_model_online

    def set_model_online(self, online: bool) -> None:  # noqa: FBT001  what a listener is told
        """Whether the language model can be asked just now, where there is one."""
        if online is not self._is_model_online:
            self._is_model_online = online
            self.modelOnlineChanged.emit()

    def set_language(self, tag: str) -> None:
        """The screen speaks this language from now on: the cards that are there do, too."""
        if tag != self._language:
            self._language = tag
            self._stop_dressing()
            self._dressing = self._spawn(self._dress_again(tag))

    def silence(self, *, silent: bool) -> None:
        """Whether a librarian has the conversation."""
        self._silent = silent

    @Slot(str)
    def ask(self, question: str) -> None:
        """The patron asked."""
        question = question.strip()
        if not question or self._task is not None:
            return
        history = self._history()
        self._say(ChatRow(PATRON, question))
        if self._silent:
            self.forwarded.emit(question)
        else:
            self._start(question, history)
        self.changed.emit()

    @Slot()
    def retry(self) -> None:
        """Ask the last question again, in place of the answer that broke off."""
        asked = [place for place, row in enumerate(self._rows) if row.kind == PATRON]
        if self._task is None and asked:
            question = self._rows[asked[-1]].text
            self._keep_first(asked[-1])
            self.ask(question)

    @Slot()
    def stop(self) -> None:
        """Enough: what is there stays."""
        if self._task is not None and self._growing is not None:
            self._growing.flush()
            self._task.cancel()

    @Slot(int, str, str)
    def rate(self, place: int, verdict: str, reason: str) -> None:
        """The patron judges an answer, or thinks better of it; counted when the visit ends."""
        row = self._rows[place]
        if row.intent and not row.sent:
            down = verdict == Verdict.DOWN
            to_send = self._to_send(place) if down and self._ratings.can_send else ""
            reason = reason if down else Reason.NONE.value
            self.put(place, replace(row, verdict=verdict, reason=reason, to_send=to_send))
            self.changed.emit()

    @Slot(int)
    def sendQuestion(self, place: int) -> None:  # noqa: N802  Qt's name for it
        """The patron lets the librarians have the question, as they were shown it."""
        row = self._rows[place]
        if row.to_send and not row.sent:
            self.put(place, replace(row, sent=True))
            self.changed.emit()
            self._spawn(self._send(row))

    def librarian_said(self, name: str, text: str) -> None:
        """A reply from the desk."""
        self._say(ChatRow(LIBRARIAN, text, author=name))
        self.changed.emit()

    def notice(self, text: str) -> None:
        """A line of the terminal's own, in the middle."""
        self._say(ChatRow(NOTICE, text))
        self.changed.emit()

    def forget(self) -> None:
        """The visit is over: nothing stays."""
        self.stop()
        self._stop_dressing()
        self._task = self._growing = None
        self._silent = False
        self._answers.begin_visit()
        self._given.clear()
        self._count_thumbs()
        self.replace(())
        self.answeringChanged.emit()

    def snapshot(self) -> list[dict[str, Any]]:
        """The rows for the next UI process."""
        # Not ``asdict``, which copies every card to its last word, at each change of any row.
        names = ChatRow.__slots__
        return [{name: getattr(row, name) for name in names} for row in self._rows]

    def restore(self, left: Sequence[dict[str, Any]]) -> None:
        """The rows that the last UI process left; an answer that it was at can be retried."""
        self.replace(_restored(row) for row in left)

    def _say(self, row: ChatRow) -> None:
        # Not under an answer that grows: it knows its place.
        if len(self._rows) >= MOST_ROWS and self._task is None:
            self._drop_the_oldest()
        self.append(row)

    def _drop_the_oldest(self) -> None:
        """The first row, with its answer where it is a question."""
        count = next(n for n, row in enumerate(self._rows) if n and row.kind != ANSWER)
        self._given = {n - count: given for n, given in self._given.items() if n >= count}
        self.remove_first(count)

    def _start(self, question: str, history: tuple[Turn, ...]) -> None:
        self.append(ChatRow(ANSWER, "", streaming=True))
        place = len(self._rows) - 1
        self._growing = GrowingAnswer(partial(self._show, place), asyncio.get_running_loop())
        self._task = self._spawn(self._answer(place, question, history, self._growing))
        self._task.add_done_callback(partial(self._ended, place))
        self.answeringChanged.emit()

    async def _answer(
        self, place: int, question: str, history: tuple[Turn, ...], growing: GrowingAnswer
    ) -> None:
        try:
            pieces = self._answers.answer(
                question, history, language=self._language, here=self._here
            )
            async with aclosing(pieces) as stream:  # type: ignore[type-var]  # a generator in fact
                async for piece in stream:
                    await self._take(place, piece, growing)
        except KioskError as error:
            growing.flush()
            self._break_off(place, patron_words(error))

    def _ended(self, place: int, task: asyncio.Task[None]) -> None:
        """Whatever ended it, also "Stop" before it began; but not after the visit."""
        if self._task is task:
            if task.cancelled():
                self._settle(place)
            self._task = None
            self.answeringChanged.emit()
            self.changed.emit()

    async def _take(self, place: int, piece: Piece, growing: GrowingAnswer) -> None:
        match piece:
            case TextPiece(text):
                growing.settle(text)
            case Draft(text):
                growing.sketch(text)
            case SentAs(text):
                self.put(place - 1, replace(self._rows[place - 1], sent_as=text))
            case Done(answer):
                self._given[place] = answer
                self.answeredIn.emit(answer.language)
                cards = await self._cards(answer, self._language)
                growing.drop()
                self.put(place, _finished(self._rows[place], answer, cards))
                # At once, not when its task has ended: what was seen whole outlives a crash.
                self.changed.emit()

    async def _dress_again(self, tag: str) -> None:
        for answer in tuple(self._given.values()):
            cards = await self._cards(answer, tag)
            place = next((n for n, given in self._given.items() if given is answer), -1)
            if place >= 0 and not self._rows[place].streaming and tag == self._language:
                self.put(place, replace(self._rows[place], cards=cards))
        self.changed.emit()

    def _stop_dressing(self) -> None:
        if self._dressing is not None:
            self._dressing.cancel()
            self._dressing = None

    def _keep_first(self, count: int) -> None:
        self._given = {place: given for place, given in self._given.items() if place < count}
        self.replace(self._rows[:count])

    def _show(self, place: int, words: Dressed) -> None:
        row = self._rows[place]
        self.put(place, replace(row, text=words.text, blocks=_shown(words.blocks)))

    def _to_send(self, place: int) -> str:
        said = [row.text for row in self._rows if row.kind == PATRON]
        asked = [row.text for row in self._rows[:place] if row.kind == PATRON]
        return self._ratings.as_sent(asked[-1], said) if asked else ""

    async def _send(self, row: ChatRow) -> None:
        try:
            await self._ratings.send(row.to_send, _judged(row))
        except StorageError:
            self._not_sent(row)

    def _not_sent(self, row: ChatRow) -> None:
        """It could not be kept, and must not look as if it was; but not after the visit."""
        sent = replace(row, sent=True)
        if sent in self._rows:
            self.put(self._rows.index(sent), row)
            self.notice(notices.not_kept())

    def _count_thumbs(self) -> None:
        for row in self._rows:
            if row.verdict:
                self._ratings.count(_judged(row))

    def _break_off(self, place: int, sentence: str) -> None:
        row = self._rows[place]
        text = f"{row.text}\n\n{sentence}" if row.text else sentence
        blocks = (*row.blocks, *_shown(text_blocks(as_markdown(sentence)))) if row.blocks else ()
        row = replace(row, text=text, blocks=blocks)
        self.put(place, replace(row, streaming=False, offer_person=True, can_retry=True))

    def _settle(self, place: int) -> None:
        row = self._rows[place]
        text = row.text or notices.stopped()
        self.put(place, replace(row, text=text, streaming=False, can_retry=True))

    def _history(self) -> tuple[Turn, ...]:
        return tuple(
            Turn(Author.PATRON if row.kind == PATRON else Author.ASSISTANT, row.text)
            for row in self._rows
            if row.kind in (PATRON, ANSWER) and row.text
        )


def _shown(blocks: Sequence[TextBlock]) -> tuple[Block, ...]:
    return tuple(map(_block, blocks))


def _block(block: TextBlock) -> Block:
    return {
        "kind": block.kind.value,
        "markup": block.markup,
        "marker": block.marker,
        "depth": block.depth,
    }


def _finished(row: ChatRow, answer: Answer, cards: tuple[dict[str, Any], ...]) -> ChatRow:
    """The whole answer, with all that belongs to it."""
    words = dressed(answer.text) if answer.markdown else Dressed(text=answer.text)
    return replace(
        row,
        text=words.text,
        blocks=_shown(words.blocks),
        streaming=False,
        offer_person=answer.offer_handoff,
        can_retry=answer.broken_off,
        cards=cards,
        told_by_cards=say_all_of(answer, cards),
        suggestions=tuple(suggestion.title for suggestion in answer.suggestions),
        language=answer.language,
        intent=answer.intent.value,
        entry=answer.sources[0].id if answer.sources else "",
    )


def _judged(row: ChatRow) -> Judged:
    return Judged(row.intent, row.entry, row.language, Verdict(row.verdict), Reason(row.reason))


def _restored(left: dict[str, Any]) -> ChatRow:
    if not isinstance(left, dict):
        raise TypeError("not a row of a conversation")
    lists = {key: tuple(left.get(key, ())) for key in ("blocks", "cards", "suggestions")}
    row = ChatRow(**{**left, **lists})
    if row.kind not in KINDS or not isinstance(row.text, str):
        raise ValueError("not a row of a conversation")
    if row.verdict:
        _judged(row)  # raises ValueError where it is none
    return replace(row, streaming=False, can_retry=True) if row.streaming else row

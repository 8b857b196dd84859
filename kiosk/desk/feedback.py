"""Questions that patrons let the librarians have, so that the answers get better."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select, update

from kiosk.core.clock import Clock
from kiosk.core.feedback import Feedback
from kiosk.core.tallies import Reason
from kiosk.desk.answers import Answers, KeyedRequest
from kiosk.desk.database import Database
from kiosk.desk.records import Answer, Librarian, Terminal
from kiosk.desk.refusals import Conflict, NotFound
from kiosk.desk.tables import feedback as table
from kiosk.desk.tables import librarians, terminals

KEPT = timedelta(days=90)
MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class SentQuestion:
    """One such question, as librarians see it.

    Attributes:
        id: Its own.
        question: As the patron let it go out; it never prints itself.
        intent, entry: What it was understood as, and what answered; the entry may be empty.
        reason: What the patron had against the answer.
        language: BCP 47 tag.
        terminal: The terminal's name.
        day: When it was asked.
        done_by: Who dealt with it; empty while nobody did.
    """

    id: UUID
    question: str = field(repr=False)
    intent: str
    entry: str
    reason: Reason
    language: str
    terminal: str
    day: date
    done_by: str


class FeedbackBox:
    """Keeps them for 90 days, then wipes them."""

    def __init__(self, database: Database, answers: Answers, clock: Clock) -> None:
        self._database = database
        self._answers = answers
        self._clock = clock

    def take(self, terminal: Terminal, request: KeyedRequest, feedback: Feedback) -> Answer:
        """Keep a question, once.

        Raises:
            KeyReused: the key was used before with another body.
            Conflict: another terminal sent one with this id.
        """

        def work(connection: Connection) -> Answer:
            if not _is_kept(connection, terminal, feedback):
                row = _row(terminal, feedback, self._clock.now())
                connection.execute(insert(table).values(row))
            return Answer(201, {"id": str(feedback.id)})

        return self._answers.once(request, work)

    def since(self, first: date, terminal: str = "") -> list[SentQuestion]:
        """What came since that day, what is open first, then the newest first."""
        chosen = (
            select(table, terminals.c.name.label("terminal"), librarians.c.name.label("doer"))
            .join(terminals)
            .outerjoin(librarians)
            .where(table.c.day >= first)
            .order_by(table.c.done_at.is_not(None), table.c.received_at.desc(), table.c.id)
            .limit(MOST_SHOWN)
        )
        if terminal:
            chosen = chosen.where(terminals.c.name == terminal)
        with self._database.reading() as connection:
            rows = connection.execute(chosen).all()
        return [
            SentQuestion(
                id=row.id,
                question=row.question,
                intent=row.intent,
                entry=row.entry,
                reason=Reason(row.reason),
                language=row.language,
                terminal=row.terminal,
                day=row.day,
                done_by=(row.doer or "?") if row.done_at else "",
            )
            for row in rows
        ]

    def mark(self, question_id: UUID, me: Librarian, *, done: bool) -> None:
        """Somebody dealt with it, or after all did not.

        Raises:
            NotFound: there is no such question any more.
        """
        values = {
            "done_at": self._clock.now() if done else None,
            "done_by": me.id if done else None,
        }
        with self._database.writing() as connection:
            changed = connection.execute(
                update(table).where(table.c.id == question_id).values(values)
            ).rowcount
        if not changed:
            raise NotFound("This question is not kept any more.")

    def forget_old(self) -> int:
        """Wipe what came 90 days ago; how many comes back."""
        old = table.c.received_at < self._clock.now() - KEPT
        with self._database.writing() as connection:
            return connection.execute(delete(table).where(old)).rowcount


def _is_kept(connection: Connection, terminal: Terminal, feedback: Feedback) -> bool:
    """Whether it came before, longer ago than keys are remembered."""
    owner = connection.scalar(select(table.c.terminal_id).where(table.c.id == feedback.id))
    if owner not in (None, terminal.id):
        raise Conflict("Another terminal sent feedback with this id.")
    return owner is not None


def _row(terminal: Terminal, feedback: Feedback, now: datetime) -> dict[str, object]:
    return {
        "id": feedback.id,
        "terminal_id": terminal.id,
        "question": feedback.question,
        "intent": feedback.intent,
        "entry": feedback.entry,
        "reason": feedback.reason.value,
        "language": feedback.language,
        "day": feedback.day,
        "received_at": now,
    }

"""``kiosk demo --tour DIR``: one scripted visit, end to end, through the real processes.

A patron asks, is answered, asks for a librarian, is answered by one, survives a crash of the UI
in between, and leaves. DIR gets numbered pictures of the screen and ``transcript.md``. The exit
code is 0 only if every step showed what it should.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from kiosk.app.children import kill_hard
from kiosk.app.console import Console
from kiosk.app.demo_process import Demo, DemoOptions, running_demo
from kiosk.app.tour_hands import DeskLibrarian, Patron, StepFailed
from kiosk.core.errors import KioskError, UsageError
from kiosk.demo.library import alder_bay

QUESTION = "When does the main library close tonight?"
WEEK = "What are the hours of the law library this week?"
PLACE = "Where is the Makerspace?"
HARD = "Where can I see photographs of the 1911 harbor fire?"
REPLY = (
    "Good find! They are in Special Collections, box 14. "
    "I can have the box at the reading room for you in ten minutes."
)
THANKS = "Wonderful, I'm on my way."
LANDSCAPE, PORTRAIT, OLD = (1920, 1080), (1080, 1920), (1280, 1024)
TRANSCRIPT = "transcript.md"
PAUSE_SECONDS = 0.4
"""Long enough for motion (under 200 ms) to come to rest before a picture is taken."""


def run(console: Console, folder: Path, now: datetime | None) -> int:
    """Play the visit; 0 if every step showed what it should.

    Raises:
        UsageError: the folder cannot be written.
    """
    _made(folder)
    record = Record(folder, console.say)
    patron = Patron()
    start = now or _afternoon()
    try:
        with running_demo(console, DemoOptions(start, patron.address)) as demo:
            record.note(f"The terminal's clock starts at {start:%A, %B %d, %H:%M} ({start:%Z}).")
            Visit(record, patron, demo).play()
    except KioskError as error:
        record.failed(str(error))
        console.complain(f"the tour failed: {error}")
    finally:
        patron.leave()
        record.write()
    return 0 if record.succeeded else 1


def _made(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / TRANSCRIPT).write_text("", encoding="utf-8")
    except OSError as error:
        raise UsageError(f"the tour cannot be written to {folder}: {error.strerror}") from error


def _afternoon() -> datetime:
    """A weekday afternoon of this week or the next, when every kind of hours is to be seen."""
    today = datetime.now(ZoneInfo(alder_bay().zone))
    tuesday = today + timedelta(days=(1 - today.weekday()) % 7)
    return tuesday.replace(hour=16, minute=12, second=0, microsecond=0)


@dataclass
class Record:
    """What was done and seen, for the transcript and for whoever watches.

    Attributes:
        folder: Where pictures and transcript go.
        say: Shows a line now.
    """

    folder: Path
    say: Callable[[str], None]
    lines: list[str] = field(default_factory=list)
    pictures: int = 0
    succeeded: bool = True

    @contextmanager
    def step(self, title: str) -> Iterator[None]:
        """One step; what goes wrong in it is written down and ends the tour."""
        began = time.monotonic()
        self.lines.append(f"\n## {title}\n")
        try:
            yield
        except StepFailed as error:
            raise StepFailed(f"{title}: {error}") from error
        seconds = time.monotonic() - began
        self.note(f"({seconds:.1f} s)")
        self.say(f"ok      {title} ({seconds:.1f} s)")

    def note(self, line: str) -> None:
        """A line of the transcript."""
        self.lines.append(line)

    def next_picture(self, name: str) -> Path:
        """Where the next picture goes."""
        self.pictures += 1
        path = self.folder / f"{self.pictures:02d}-{name}.png"
        self.note(f"![{name}]({path.name})")
        return path

    def failed(self, sentence: str) -> None:
        """The tour ends here."""
        self.succeeded = False
        self.note(f"\n**failed:** {sentence}")

    def write(self) -> None:
        """Keep the transcript."""
        verdict = "Every step succeeded." if self.succeeded else "The tour failed."
        text = "\n".join(["# One visit", "", verdict, *self.lines, ""])
        (self.folder / TRANSCRIPT).write_text(text, encoding="utf-8")


class Visit:
    """The script."""

    def __init__(self, record: Record, patron: Patron, demo: Demo) -> None:
        self._record = record
        self._patron = patron
        self._demo = demo

    def play(self) -> None:
        """Every step in order.

        Raises:
            StepFailed: one did not show what it should.
        """
        step = self._record.step
        with step("The terminal comes up and shows today's hours"):
            self._home()
        with step("A question is answered from the cache"):
            self._ask("homeField", QUESTION, "Marlowe")
            self._picture("answer")
        with step("A week, and a place"):
            self._ask("chatField", WEEK, "Tran Law Library")
            self._picture("week")
            self._ask("chatField", PLACE, "Makerspace")
            self._picture("place")
        with step("What it does not know, it passes to a person"):
            self._ask("chatField", HARD, "librarian")
            self._picture("not-sure")
        with step("The patron sees what will be sent, and sends it"):
            self._send()
        librarian = DeskLibrarian(self._demo.desk_url, self._demo.librarian, self._demo.password)
        try:
            with step("A librarian claims the ticket and replies on the patron's screen"):
                ticket = self._reply(librarian)
            with step("The UI is killed; the conversation is back, with the librarian in it"):
                self._crash()
            with step("The patron writes to the librarian, who settles the question"):
                self._settle(librarian, ticket)
        finally:
            librarian.leave()
        with step("The visit ends and leaves nothing on the screen"):
            self._leave()

    def _home(self) -> None:
        patron = self._patron
        patron.wait_for_screen()
        patron.resize(*LANDSCAPE)
        patron.wait_until(lambda: "ntil" in patron.read("headline"), "hours are shown")
        patron.wait_until(lambda: "as of" in patron.read("freshness"), "their age is shown")
        self._record.note(f"Headline: {' '.join(patron.read('headline').split())}")
        self._picture("home")
        patron.tap("theme")
        self._picture("home-dark")
        patron.tap("theme")
        self._picture("home-contrast")
        patron.tap("theme")
        patron.tap("language-ar")
        self._picture("home-arabic")
        patron.tap("language-en")
        for name, size in (("home-portrait", PORTRAIT), ("home-5-4", OLD)):
            patron.resize(*size)
            self._picture(name)
        patron.resize(*LANDSCAPE)

    def _ask(self, field_name: str, question: str, expected: str) -> None:
        patron = self._patron
        patron.write(field_name, question)
        patron.press("Return")
        patron.wait_until(lambda: self._answered(question), "an answer is on the screen")
        answer = patron.rows()[-1]
        self._record.note(f"Patron: {question}\n\nAssistant: {answer['text']}\n")
        if expected not in answer["text"]:
            raise StepFailed(f"the answer to {question!r} does not say {expected!r}")

    def _answered(self, question: str) -> bool:
        rows = self._patron.rows()
        asked = [row["text"] for row in rows if row["kind"] == "patron"]
        return asked[-1:] == [question] and rows[-1]["kind"] == "answer" and not rows[-1]["busy"]

    def _send(self) -> None:
        patron = self._patron
        patron.tap("offerPerson")
        patron.write("handOffName", "Ada")
        self._picture("preview")
        patron.tap("handOffSend")
        patron.wait_until(lambda: patron.sees("ticketCode"), "the ticket's code is shown")
        patron.wait_until(
            lambda: "queue" in self._status() or "next" in self._status(), "the desk has it"
        )
        self._record.note(f"Ticket {patron.read('ticketCode')}: {self._status()}")
        self._picture("sent")

    def _reply(self, librarian: DeskLibrarian) -> UUID:
        patron = self._patron
        ticket = librarian.tickets()[0]
        page = librarian.read(ticket)
        if patron.read("ticketCode") not in page or "1911" not in page:
            raise StepFailed("the ticket's page does not show the code and the question")
        librarian.claim(ticket)
        patron.wait_until(lambda: self._demo.librarian in self._status(), "who claimed it is shown")
        librarian.reply(ticket, REPLY)
        patron.wait_until(lambda: self._said("librarian", REPLY), "the reply is shown")
        self._record.note(f"{self._demo.librarian}: {REPLY}")
        self._picture("reply")
        patron.resize(*PORTRAIT)
        self._picture("reply-portrait")
        patron.resize(*LANDSCAPE)
        return ticket

    def _crash(self) -> None:
        patron = self._patron
        before = [(row["kind"], row["text"]) for row in patron.rows()]
        first = patron.pid()
        kill_hard(first)
        patron.wait_for_screen()
        patron.resize(*LANDSCAPE)
        after = [(row["kind"], row["text"]) for row in patron.rows()]
        if after != before:
            raise StepFailed("the conversation is not what it was before the crash")
        if patron.pid() == first:
            raise StepFailed("the process was not killed")
        self._record.note(f"{len(after)} lines before and after; the process is another one.")
        self._picture("after-the-crash")

    def _settle(self, librarian: DeskLibrarian, ticket: UUID) -> None:
        patron = self._patron
        patron.write("chatField", THANKS)
        patron.press("Return")
        patron.wait_until(lambda: "on my way" in librarian.read(ticket), "the desk has the words")
        librarian.close(ticket)
        patron.wait_until(lambda: not patron.sees("ticketCode"), "the ticket is settled")
        self._record.note(f"Patron: {THANKS}")
        self._picture("settled")

    def _leave(self) -> None:
        patron = self._patron
        patron.tap("done")
        patron.wait_until(lambda: patron.sees("homeField"), "home is back")
        if patron.rows():
            raise StepFailed("the conversation is still there")
        self._picture("home-again")

    def _status(self) -> str:
        return str(self._patron.read("ticketStatus"))

    def _said(self, kind: str, text: str) -> bool:
        return any(row["kind"] == kind and row["text"] == text for row in self._patron.rows())

    def _picture(self, name: str) -> None:
        time.sleep(PAUSE_SECONDS)
        self._patron.picture(self._record.next_picture(name))

"""Turns records into pages. Everything that comes from a patron is escaped by the engine."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from kiosk.core.clock import Clock, iso_utc
from kiosk.core.tallies import Reason
from kiosk.desk.feedback import SentQuestion
from kiosk.desk.gaps import Gaps
from kiosk.desk.live import Presence
from kiosk.desk.look import Look, came_late, language_name, reason_name, sections
from kiosk.desk.records import Card, Librarian, TicketFile, first_name

# Beside this module in a checkout, in a wheel and in a frozen program alike.
PAGES = Path(__file__).parent / "pages"
STATIC = PAGES / "static"


class Pages:
    """The desk's pages and the parts of them that are replaced live."""

    def __init__(self, look: Look, presence: Presence, clock: Clock) -> None:
        self._presence = presence
        self._engine = Environment(
            loader=FileSystemLoader(PAGES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._engine.globals["look"] = look
        filters: dict[str, Callable[..., object]] = {
            "iso": iso_utc,
            "clock_time": lambda instant: look.clock_time(instant, clock.now()),
            "place": look.place,
            "language": language_name,
            "first_name": first_name,
            "reason": reason_name,
            "day": lambda day: format_date(day, "EEE, d MMM", locale="en"),
        }
        self._engine.filters.update(filters)

    def queue_page(self, me: Librarian, cards: list[Card], file: TicketFile | None) -> HTMLResponse:
        """The queue, with one ticket open beside it or none."""
        return self._page("queue.html", 200, **self._queue(me, cards), **_ticket(me, file))

    def queue_part(self, me: Librarian, cards: list[Card]) -> str:
        """The list of tickets alone."""
        return self._render("_queue.html", **self._queue(me, cards))

    def ticket_part(self, me: Librarian, file: TicketFile) -> HTMLResponse:
        """One ticket alone."""
        return self._page("_ticket.html", 200, me=me, **_ticket(me, file))

    def gaps_page(
        self, me: Librarian, gaps: Gaps, questions: list[SentQuestion], **context: Any
    ) -> HTMLResponse:
        """What the library's knowledge lacks. ``context``: what was chosen and can be."""
        return self._page(
            "gaps.html",
            200,
            me=me,
            gaps=gaps,
            questions=questions,
            no_reason=Reason.NONE,
            **context,
        )

    def sign_in(
        self, *, name: str = "", error: str = "", onward: str = "/", status: int = 200
    ) -> HTMLResponse:
        """The form that lets librarians in."""
        return self._page("sign_in.html", status, name=name, error=error, onward=onward)

    def message(self, status: int, title: str, text: str, back: str) -> HTMLResponse:
        """A page that says one thing and leads back."""
        return self._page("message.html", status, title=title, text=text, back=back)

    def _queue(self, me: Librarian, cards: list[Card]) -> dict[str, Any]:
        return {"me": me, "sections": sections(cards, me), "here": self._presence.names}

    def _page(self, template: str, status: int, **context: Any) -> HTMLResponse:
        return HTMLResponse(self._render(template, **context), status)

    def _render(self, template: str, **context: Any) -> str:
        return self._engine.get_template(template).render(context)


def _ticket(me: Librarian, file: TicketFile | None) -> dict[str, Any]:
    return {
        "file": file,
        "mine": file is not None and file.card.owner_id == me.id,
        "late": file is not None and came_late(file),
        # Sent twice by a nervous finger or a bad line, a reply is still one reply.
        "message_id": str(uuid4()),
    }

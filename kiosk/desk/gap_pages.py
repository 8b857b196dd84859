"""The page "Knowledge gaps": what patrons were not helped by, and what they let us read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode
from uuid import UUID

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kiosk.desk.feedback import FeedbackBox
from kiosk.desk.gaps import as_csv, gaps_of
from kiosk.desk.records import Librarian
from kiosk.desk.rendering import Pages
from kiosk.desk.sign_in import SignIn
from kiosk.desk.tallies import Tallies
from kiosk.desk.terminals import Terminals

PERIODS = (30, 90)
MAX_FORM = 4 * 1024


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the page is asked to show.

    Attributes:
        days: How many, today included.
        terminal: A terminal's name; empty for all.
    """

    days: int
    terminal: str

    @property
    def query(self) -> str:
        """The same as an address says it."""
        return urlencode({"days": self.days, "terminal": self.terminal})

    def first(self, today: date) -> date:
        """The earliest day shown."""
        return today - timedelta(days=self.days - 1)


class GapPages:
    """What a signed-in librarian can open and press there."""

    def __init__(
        self,
        *,
        tallies: Tallies,
        feedback: FeedbackBox,
        terminals: Terminals,
        sign_in: SignIn,
        pages: Pages,
    ) -> None:
        self._tallies = tallies
        self._feedback = feedback
        self._terminals = terminals
        self._sign_in = sign_in
        self._pages = pages

    def routes(self) -> list[Route]:
        """The page, its file for a spreadsheet, and the button of each question."""
        return [
            Route("/gaps", self._sign_in.required(self._page), methods=["GET"]),
            Route("/gaps.csv", self._sign_in.required(self._file), methods=["GET"]),
            Route(
                "/gaps/questions/{id:uuid}",
                self._sign_in.required(self._mark),
                methods=["POST"],
                max_body_size=MAX_FORM,
            ),
        ]

    async def _page(self, request: Request, me: Librarian) -> Response:
        return await run_in_threadpool(self._render, _chosen(request.query_params), me)

    def _render(self, chosen: Chosen, me: Librarian) -> Response:
        today = self._tallies.today
        first = chosen.first(today)
        return self._pages.gaps_page(
            me,
            gaps=gaps_of(self._tallies.totals(first, today, chosen.terminal)),
            questions=self._feedback.since(first, chosen.terminal),
            terminals=self._terminals.names(),
            chosen=chosen,
            periods=PERIODS,
        )

    async def _file(self, request: Request, _me: Librarian) -> Response:
        chosen, today = _chosen(request.query_params), self._tallies.today
        counts = await run_in_threadpool(
            self._tallies.totals, chosen.first(today), today, chosen.terminal
        )
        name = f"knowledge-gaps-{today.isoformat()}-{chosen.days}-days.csv"
        return Response(
            as_csv(gaps_of(counts)),
            media_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )

    async def _mark(self, request: Request, me: Librarian) -> Response:
        question_id: UUID = request.path_params["id"]
        form = await request.form()
        done = form.get("done") == "yes"
        await run_in_threadpool(lambda: self._feedback.mark(question_id, me, done=done))
        chosen = _chosen({key: str(form.get(key, "")) for key in ("days", "terminal")})
        return RedirectResponse(f"/gaps?{chosen.query}#questions", 303)


def _chosen(asked: Mapping[str, str]) -> Chosen:
    days = next((days for days in PERIODS if asked.get("days") == str(days)), PERIODS[0])
    return Chosen(days, asked.get("terminal", "")[:200])

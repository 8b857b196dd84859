"""Signing in and out: a cookie with a random token, whose hash alone is kept."""

import re
from collections.abc import Awaitable, Callable
from urllib.parse import quote

from anyio import CapacityLimiter, to_thread
from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection, Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kiosk.desk.attempts import Attempts
from kiosk.desk.guards import check_origin
from kiosk.desk.metrics import Metrics
from kiosk.desk.people import SESSION_LASTS, Librarians, Sessions
from kiosk.desk.records import Librarian
from kiosk.desk.refusals import NotAllowed, TooManyAttempts
from kiosk.desk.rendering import Pages

COOKIE = "desk_session"

# A password takes 64 MB while it is checked.
CHECKED_AT_ONCE = 2

_OWN_PATH = re.compile(r"/(tickets/[0-9a-f-]{36}|gaps)?")

Endpoint = Callable[[Request], Awaitable[Response]]
StaffEndpoint = Callable[[Request, Librarian], Awaitable[Response]]


class SignIn:
    """The sign-in page, and who a request comes from."""

    def __init__(
        self,
        librarians: Librarians,
        sessions: Sessions,
        attempts: Attempts,
        pages: Pages,
        metrics: Metrics,
    ) -> None:
        self._librarians = librarians
        self._sessions = sessions
        self._attempts = attempts
        self._pages = pages
        self._metrics = metrics
        self._checking = CapacityLimiter(CHECKED_AT_ONCE)

    def routes(self) -> list[Route]:
        """Sign in, sign out."""
        return [
            Route("/sign-in", self._form, methods=["GET"]),
            Route("/sign-in", self._enter, methods=["POST"]),
            Route("/sign-out", self._leave, methods=["POST"]),
        ]

    async def current(self, connection: HTTPConnection) -> Librarian | None:
        """Who is signed in with this browser."""
        token = connection.cookies.get(COOKIE, "")
        return await run_in_threadpool(self._sessions.find, token) if token else None

    def required(self, endpoint: StaffEndpoint) -> Endpoint:
        """The endpoint for signed-in librarians only, and from our own pages only."""

        async def answer(request: Request) -> Response:
            check_origin(request)
            me = await self.current(request)
            if me is None:
                raise NotAllowed("You are signed out. Please sign in again.")
            return await endpoint(request, me)

        return answer

    async def _form(self, request: Request) -> Response:
        onward = _own_path(request.query_params.get("onward", "/"))
        if await self.current(request):
            return RedirectResponse(onward, 303)
        return self._pages.sign_in(onward=onward)

    async def _enter(self, request: Request) -> Response:
        check_origin(request)
        form = await request.form()
        name, password = str(form.get("name", "")), str(form.get("password", ""))
        onward = _own_path(str(form.get("onward", "/")))
        address = request.client.host if request.client else ""
        try:
            self._attempts.count(name, address)
        except TooManyAttempts as error:
            self._metrics.sign_ins.labels("limited").inc()
            page = self._pages.sign_in(
                name=name, error=str(error), onward=onward, status=error.status
            )
            page.headers["Retry-After"] = str(error.seconds)
            return page
        librarian = await to_thread.run_sync(
            self._librarians.check, name, password, limiter=self._checking
        )
        if librarian is None:
            self._metrics.sign_ins.labels("wrong").inc()
            error_text = "That name and password do not belong together. Please try again."
            return self._pages.sign_in(name=name, error=error_text, onward=onward, status=401)
        self._attempts.succeeded(name, address)
        self._metrics.sign_ins.labels("right").inc()
        return await self._welcome(request, librarian, onward)

    async def _welcome(self, request: Request, librarian: Librarian, onward: str) -> Response:
        token = await run_in_threadpool(self._sessions.begin, librarian)
        response = RedirectResponse(onward, 303)
        response.set_cookie(
            COOKIE,
            token,
            max_age=int(SESSION_LASTS.total_seconds()),
            httponly=True,
            samesite="strict",
            secure=request.url.scheme == "https",
        )
        return response

    async def _leave(self, request: Request) -> Response:
        check_origin(request)
        token = request.cookies.get(COOKIE, "")
        if token:
            await run_in_threadpool(self._sessions.end, token)
        response = RedirectResponse("/sign-in", 303)
        response.delete_cookie(COOKIE, httponly=True, samesite="strict")
        return response


def sign_in_address(path: str) -> str:
    """The sign-in page that leads on to ``path``."""
    return f"/sign-in?onward={quote(_own_path(path))}" if path != "/" else "/sign-in"


def _own_path(path: str) -> str:
    # Anything else could lead a librarian from our sign-in to another site.
    return path if _OWN_PATH.fullmatch(path) else "/"

"""The real desk for a test: its own database file, a free port on loopback, no process."""

import asyncio
import contextlib
import io
import json
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx

from kiosk.core.clock import Clock, SystemClock, iso_utc
from kiosk.core.secret import Secret
from kiosk.core.tickets import Json
from kiosk.desk.database import open_database
from kiosk.desk.look import Look
from kiosk.desk.server import Server, address_of, listen
from kiosk.desk.service import DeskService

PASSWORD = "correct horse"
PLACES = {9101: "Marlowe Library", 9103: "Lindqvist Music & Arts Library"}
LOOK = Look(title="Staff desk", library="Alder Bay University Libraries", places=PLACES)
DEADLINE = 10.0


class QuietServer(Server):
    """A desk's server that leaves the test's signals alone."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@dataclass(slots=True)
class RunningDesk:
    """A desk that listens.

    Attributes:
        url: Where.
        service: The application behind it.
        server: The listening side, to be stopped early by ``should_exit``.
        announced: What it wrote on standard output.
    """

    url: str
    service: DeskService
    server: Server
    announced: io.StringIO
    _clients: contextlib.AsyncExitStack = field(default_factory=contextlib.AsyncExitStack)

    async def terminal(self, name: str = "Ground floor", location: int | None = 9101) -> "Terminal":
        """A terminal with a token of its own."""
        token = self.service.terminals.add(name, location)
        headers = {"Authorization": f"Bearer {token.reveal()}"}
        return Terminal(await self.client(f"{self.url}/api/v1", headers=headers))

    async def browser(self) -> httpx.AsyncClient:
        """Somebody's browser, not signed in."""
        return await self.client(self.url, headers={"Origin": self.url})

    async def librarian(self, name: str = "Maya Okafor") -> httpx.AsyncClient:
        """Somebody's browser, signed in."""
        self.service.librarians.add(name, Secret(PASSWORD))
        browser = await self.browser()
        answer = await browser.post("/sign-in", data={"name": name, "password": PASSWORD})
        assert answer.status_code == httpx.codes.SEE_OTHER, answer.text
        return browser

    async def client(self, base_url: str, headers: dict[str, str]) -> httpx.AsyncClient:
        """A client that is closed with the desk."""
        client = httpx.AsyncClient(
            base_url=base_url, headers=headers, trust_env=False, timeout=DEADLINE
        )
        return await self._clients.enter_async_context(client)

    async def close_clients(self) -> None:
        """Hang up."""
        await self._clients.aclose()


@dataclass(frozen=True, slots=True)
class Terminal:
    """A terminal that speaks the wire itself, so that a test sees what goes over it."""

    client: httpx.AsyncClient

    async def send(self, body: Json | None = None, key: str | None = None) -> httpx.Response:
        """Open a ticket."""
        body = body or ticket_json()
        return await self.client.post(
            "/tickets", json=body, headers={"Idempotency-Key": key or body["id"]}
        )

    async def open(self, **fields: Any) -> UUID:
        """Open a ticket that is accepted; its id."""
        body = ticket_json(**fields)
        answer = await self.send(body)
        assert answer.status_code == httpx.codes.CREATED, answer.text
        return UUID(body["id"])

    async def say(self, ticket_id: UUID, text: str) -> httpx.Response:
        """Send the patron's further words."""
        body = message_json(text)
        return await self.client.post(
            f"/tickets/{ticket_id}/messages", json=body, headers={"Idempotency-Key": body["id"]}
        )

    async def view(self, ticket_id: UUID) -> Json:
        """The ticket's state."""
        answer = await self.client.get(f"/tickets/{ticket_id}")
        assert answer.status_code == httpx.codes.OK, answer.text
        view: Json = answer.json()
        return view


def ticket_json(**fields: Any) -> Json:
    """A ticket as it stands on the wire."""
    return {
        "id": str(uuid4()),
        "code": "K7M4",
        "question": "Where is the 1911 atlas?",
        "transcript": [],
        "language": "en",
        "location_id": 9101,
        "name": "",
        "contact": "",
        "created_at": iso_utc(fields.pop("sent", SystemClock().now())),
    } | fields


def message_json(text: str, at: datetime | None = None) -> Json:
    """A further message as it stands on the wire."""
    return {"id": str(uuid4()), "text": text, "created_at": iso_utc(at or SystemClock().now())}


@contextlib.asynccontextmanager
async def running_desk(
    folder: Path, clock: Clock | None = None, port: int = 0
) -> AsyncIterator[RunningDesk]:
    """Open the desk's database in ``folder`` and serve until the block ends."""
    clock = clock or SystemClock()
    database = open_database(folder / "desk.db", clock)
    service = DeskService(database, clock, LOOK)
    listener: socket.socket = listen("127.0.0.1", port)
    announced = io.StringIO()
    server = QuietServer(
        service.app(),
        address=address_of(listener),
        announce=announced,
        end_streams=service.end_streams,
    )
    serving = asyncio.create_task(server.serve([listener]))
    await until(lambda: bool(announced.getvalue()))
    desk = RunningDesk(json.loads(announced.getvalue())["url"], service, server, announced)
    try:
        yield desk
    finally:
        server.should_exit = True
        await serving
        await desk.close_clients()
        listener.close()
        database.close()


async def until(condition: Callable[[], bool] | Callable[[], Awaitable[bool]]) -> None:
    """Wait for a condition, with a deadline."""
    async with asyncio.timeout(DEADLINE):
        while True:
            met = condition()
            if met if isinstance(met, bool) else await met:
                return
            await asyncio.sleep(0.01)

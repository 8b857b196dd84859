"""The real desk for a test: its own database file, a free port on loopback, no process."""

import asyncio
import contextlib
import io
import json
import socket
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx
from argon2 import PasswordHasher
from httpx_sse import ServerSentEvent, aconnect_sse

from kiosk.core.clock import Clock, SystemClock, iso_utc
from kiosk.core.fields import Json
from kiosk.core.secret import Secret
from kiosk.desk.database import Database, open_database
from kiosk.desk.look import Look
from kiosk.desk.server import Server, address_of, listen
from kiosk.desk.service import DeskService
from kiosk.net.certificates import trusted_certificates
from tests.fakes.clock import NOON
from tests.fakes.waiting import eventually

PASSWORD = "correct horse"
PLACES = {9101: "Marlowe Library", 9103: "Lindqvist Music & Arts Library"}
LOOK = Look(title="Staff desk", library="Alder Bay University Libraries", places=PLACES)
DEADLINE = 10.0

CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
"""The real thing with the least effort: how long a hash takes is not what these tests show."""

Events = AsyncIterator[ServerSentEvent]


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
        database: What is behind it.
        server: The listening side, to be stopped early by ``should_exit``.
        announced: What it wrote on standard output.
    """

    url: str
    service: DeskService
    database: Database
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

    @contextlib.asynccontextmanager
    async def watching(self, browser: httpx.AsyncClient) -> AsyncIterator[Events]:
        """The queue, open in somebody's browser."""
        async with aconnect_sse(browser, "GET", "/live") as source:
            source.response.raise_for_status()
            yield aiter(source.aiter_sse())

    async def client(self, base_url: str, headers: dict[str, str]) -> httpx.AsyncClient:
        """A client that is closed with the desk."""
        client = httpx.AsyncClient(
            base_url=base_url,
            headers=headers,
            trust_env=False,
            timeout=DEADLINE,
            verify=trusted_certificates(of_environment=False),
        )
        return await self._clients.enter_async_context(client)

    def lose_tables(self, *names: str) -> None:
        """Make the database unusable under the running desk."""
        with self.database.writing() as connection:
            for name in names:
                connection.exec_driver_sql(f"DROP TABLE {name}")

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

    @contextlib.asynccontextmanager
    async def events(self, ticket_id: UUID, after: int = 0) -> AsyncIterator[Events]:
        """The ticket's event stream."""
        headers = {"Last-Event-ID": str(after)} if after else {}
        stream = aconnect_sse(self.client, "GET", f"/tickets/{ticket_id}/events", headers=headers)
        async with stream as source:
            source.response.raise_for_status()
            yield aiter(source.aiter_sse())

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
        "created_at": iso_utc(fields.pop("sent", NOON)),
    } | fields


def message_json(text: str) -> Json:
    """A further message as it stands on the wire."""
    return {"id": str(uuid4()), "text": text, "created_at": iso_utc(NOON)}


@contextlib.asynccontextmanager
async def running_desk(
    folder: Path, clock: Clock | None = None, port: int = 0
) -> AsyncIterator[RunningDesk]:
    """Open the desk's database in ``folder`` and serve until the block ends."""
    clock = clock or SystemClock()
    database = open_database(folder / "desk.db", clock)
    service = DeskService(database, clock, LOOK, CHEAP)
    listener: socket.socket = listen("127.0.0.1", port)
    announced = io.StringIO()
    server = QuietServer(
        service.app(),
        address=address_of(listener),
        announce=announced,
        end_streams=service.end_streams,
    )
    serving = asyncio.create_task(server.serve([listener]))
    await eventually(announced.getvalue)
    desk = RunningDesk(
        json.loads(announced.getvalue())["url"], service, database, server, announced
    )
    try:
        yield desk
    finally:
        server.should_exit = True
        await serving
        await desk.close_clients()
        listener.close()
        database.close()

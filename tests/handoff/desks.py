"""The fake desk and the real one behind one face, so that the fake stays honest."""

import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

import httpx

from kiosk.core.clock import SystemClock
from kiosk.core.secret import Secret
from tests.desk.running import RunningDesk, running_desk
from tests.fakes.desk import TOKEN, FakeDesk

LIBRARIAN = "Maya"


@dataclass(frozen=True, slots=True)
class Desk:
    """A desk on loopback, with a librarian in front of it.

    Attributes:
        url: Where it listens.
        token: What the terminal must show.
        claim, reply, release, close: What the librarian does.
    """

    url: str
    token: Secret
    claim: Callable[[UUID], Awaitable[None]]
    reply: Callable[[UUID, str], Awaitable[None]]
    release: Callable[[UUID], Awaitable[None]]
    close: Callable[[UUID], Awaitable[None]]


@contextlib.asynccontextmanager
async def fake_desk() -> AsyncIterator[Desk]:
    """The one of most tests."""
    fake = FakeDesk()

    async def claim(ticket_id: UUID) -> None:
        fake.claim(ticket_id, LIBRARIAN)

    async def reply(ticket_id: UUID, text: str) -> None:
        fake.reply(ticket_id, text)

    async def release(ticket_id: UUID) -> None:
        fake.release(ticket_id)

    async def close(ticket_id: UUID) -> None:
        fake.close(ticket_id)

    async with fake.serving() as url:
        yield Desk(url, Secret(TOKEN), claim, reply, release, close)


@contextlib.asynccontextmanager
async def real_desk(folder: Path) -> AsyncIterator[Desk]:
    """The product's own."""
    async with running_desk(folder, SystemClock()) as running:
        token = running.service.terminals.add("Ground floor", 9101)
        yield await staffed(running, token)


async def staffed(running: RunningDesk, token: Secret) -> Desk:
    """The real desk with a librarian signed in."""
    browser = await running.librarian(f"{LIBRARIAN} Okafor")

    async def act(ticket_id: UUID, action: str, **form: str) -> None:
        answer = await browser.post(f"/tickets/{ticket_id}/{action}", data=form)
        assert answer.status_code < httpx.codes.BAD_REQUEST, answer.text

    return Desk(
        running.url,
        token,
        claim=lambda ticket_id: act(ticket_id, "claim"),
        reply=lambda ticket_id, text: act(ticket_id, "reply", text=text, message_id=str(uuid4())),
        release=lambda ticket_id: act(ticket_id, "hand-back"),
        close=lambda ticket_id: act(ticket_id, "close", resolved="yes"),
    )

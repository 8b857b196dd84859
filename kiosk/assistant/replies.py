"""A reply to one request about one place or several: sentences and the facts under them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kiosk.assistant.answers import Fact
from kiosk.assistant.requests import Intent


@dataclass(frozen=True, slots=True)
class Reply:
    """What is said to one request.

    Attributes:
        intent: What kind of request it was.
        text: The sentences, plain text.
        facts: What they rest on.
        fetched: When those facts were fetched, as far as known.
        offer: Whether a person should be offered.
    """

    intent: Intent
    text: str
    facts: tuple[Fact, ...] = ()
    fetched: tuple[datetime, ...] = ()
    offer: bool = False


def together(intent: Intent, replies: Iterable[Reply], *, between: str = " ") -> Reply:
    """Several replies as one."""
    found = list(replies)
    return Reply(
        intent,
        between.join(dict.fromkeys(reply.text for reply in found if reply.text)),
        tuple(fact for reply in found for fact in reply.facts),
        tuple(moment for reply in found for moment in reply.fetched),
        any(reply.offer for reply in found),
    )


def known(*moments: datetime | None) -> tuple[datetime, ...]:
    """Those moments that are known."""
    return tuple(moment for moment in moments if moment is not None)

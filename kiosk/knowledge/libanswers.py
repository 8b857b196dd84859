"""LibAnswers' API 1.1: the library's published answers to frequent questions, page by page.

``GET /faqs?page=n`` gives 20 rows a page whatever its ``limit`` (seen at several clients of it;
there is no public documentation), an empty page at the end, or the last page again.
"""

import asyncio
import logging
import re
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kiosk.core.clock import Clock
from kiosk.core.knowledge import Entry
from kiosk.core.secret import Secret
from kiosk.knowledge.faq_html import faq_words, is_web_address
from kiosk.knowledge.service import LIBANSWERS
from kiosk.net.exchange import Exchange
from kiosk.net.html_words import plain_text
from kiosk.net.token import SignedIn, Token

ROWS = 20
MAX_PAGES = 200
MAX_QUESTION = 500
MAX_TOPICS = 12

_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?!\d)", re.ASCII)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Faqs:
    """What LibAnswers told.

    Attributes:
        entries: Its answers.
        skipped: Rows that could not be read.
        is_cut_off: There were more than we ask for.
    """

    entries: tuple[Entry, ...]
    skipped: int = 0
    is_cut_off: bool = False


class LibAnswersClient:
    """Fetches all answers.

    Args:
        exchange: The way to this LibAnswers.
        client_id: The API application's id.
        client_secret: Its secret.
        clock: Measures the token's life.
        language: BCP 47 tag of the language that the answers are written in.
    """

    def __init__(
        self,
        exchange: Exchange,
        client_id: str,
        client_secret: Secret,
        clock: Clock,
        language: str,
    ) -> None:
        self._signed_in = SignedIn(exchange, Token(exchange, client_id, client_secret, clock))
        self._language = language

    async def fetch(self) -> Faqs:
        """Every answer that is published.

        Raises:
            LibAnswersUnavailable, LibAnswersRefused, LibAnswersNonsense: nothing is known.
        """
        found: dict[str, Entry] = {}
        rows = skipped = 0
        async for row in self._rows():
            rows += 1
            entry = self._entry(row)
            if entry is None:
                skipped += 1
            else:
                found.setdefault(entry.id, entry)
            await asyncio.sleep(0)  # the screen's event loop: a frame may be due between two rows
        return Faqs(tuple(found.values()), skipped, is_cut_off=rows >= MAX_PAGES * ROWS)

    async def _rows(self) -> AsyncIterator[Any]:
        """The rows of every page, until a short one or one that was told before."""
        told: set[int] = set()
        for number in range(1, MAX_PAGES + 1):
            rows = await self._page(number)
            page = hash(repr(rows))
            if page in told:
                return
            told.add(page)
            for row in rows:
                yield row
            if len(rows) < ROWS:
                return

    async def _page(self, number: int) -> list[Any]:
        body = await self._signed_in.get("/faqs", {"limit": str(ROWS), "page": str(number)})
        answer = LIBANSWERS.json_of(body)
        rows = answer.get("faqs") if isinstance(answer, dict) else answer
        if not isinstance(rows, list):
            raise LIBANSWERS.nonsense("LibAnswers' answer is not a list of FAQs")
        return rows

    def _entry(self, row: Any) -> Entry | None:
        """One row as an entry; None for one that cannot be read."""
        match row:
            case {"faqid": int() | str() as faqid, "question": str(asked), "answer": str(html)}:
                words, question = faq_words(html), plain_text(asked)[:MAX_QUESTION]
            case _:
                _log.info("a row of LibAnswers' FAQs cannot be read")
                return None
        number = str(faqid)
        if not number.isascii() or not number.isdigit() or not question or not words.markdown:
            _log.info("a row of LibAnswers' FAQs holds no question and answer")
            return None
        return Entry(
            id=f"libanswers-{number}",
            language=self._language,
            question=question,
            answer=words.markdown,
            also=_topics(row),
            links=words.links,
            source="LibAnswers",
            url=_public_address(row),
            updated=_updated(row),
        )


def _topics(row: Mapping[str, Any]) -> tuple[str, ...]:
    topics = row.get("topics")
    names = (
        [each.get("name") for each in topics if isinstance(each, dict)]
        if isinstance(topics, list)
        else []
    )
    told = [plain_text(name) for name in names if isinstance(name, str)]
    return tuple(dict.fromkeys(filter(None, told)))[:MAX_TOPICS]


def _public_address(row: Mapping[str, Any]) -> str:
    url = row.get("url")
    public = url.get("public") if isinstance(url, dict) else url
    return public if isinstance(public, str) and is_web_address(public) else ""


def _updated(row: Mapping[str, Any]) -> date | None:
    found = _DATE.match(str(row.get("updated", "")))
    try:
        return date.fromisoformat(found.group(1)) if found else None
    except ValueError:
        return None

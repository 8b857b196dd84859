"""Answers for the screen that a test writes itself."""

import asyncio
from collections.abc import AsyncIterator, Sequence

from kiosk.assistant.answers import Answer, Done, Piece, Route, TextPiece, Turn
from kiosk.assistant.requests import Intent
from kiosk.core.errors import KioskError


def answer_to(question: str, text: str, **more: object) -> Answer:
    """An answer with what the screen reads of it."""
    return Answer(question, text, "en", Intent.UNKNOWN, Route.LOCAL, **more)  # type: ignore[arg-type]


class Speaker:
    """Says its words one after another, as far as it was told to go on.

    Attributes:
        asked: Every question, with the turns before it.
        visits: How often it was told that somebody else stands there.
        fails: Raised after the words.
    """

    def __init__(
        self, *words: str, fails: KioskError | None = None, answer: Answer | None = None
    ) -> None:
        self.words = words
        self.fails = fails
        self.asked: list[tuple[str, tuple[Turn, ...]]] = []
        self.visits = 0
        self._answer = answer
        self._may_go_on = asyncio.Event()
        self._may_go_on.set()

    def hold(self) -> None:
        """Say the first word, then wait."""
        self._may_go_on.clear()

    def go_on(self) -> None:
        """Say the rest."""
        self._may_go_on.set()

    def begin_visit(self) -> None:
        self.visits += 1

    async def answer(
        self, question: str, history: Sequence[Turn], *, language: str, here: int | None
    ) -> AsyncIterator[Piece]:
        assert (language, here) == ("en", 9101)
        self.asked.append((question, tuple(history)))
        for word in self.words:
            yield TextPiece(word)
            await self._may_go_on.wait()
        if self.fails is not None:
            raise self.fails
        yield Done(self._answer or answer_to(question, "".join(self.words)))

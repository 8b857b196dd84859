"""A language model that is asked again where that may help, and left alone where it cannot.

Only before the first word: what a patron has read is not said a second time. Only within the time
that a person waits for a first word. A service that keeps failing, or asks to be left alone for
longer than that, rests (``net.breaker``), and nobody waits for it meanwhile.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from random import Random

from kiosk.assistant.model import LanguageModel, ModelPiece, Said, ToolDescription, Usage
from kiosk.core.clock import Clock
from kiosk.core.errors import AssistantUnavailable
from kiosk.net.backoff import backoff_seconds
from kiosk.net.breaker import CircuitBreaker, State

_BASE_SECONDS = 0.3
_LONGEST_SECONDS = 2.0

Listener = Callable[[bool], object]
"""Told whether the model can be asked, whenever that changes."""


class SteadfastModel:
    """Another model, with patience and without stubbornness.

    Args:
        model: The one that is asked.
        breaker: Lets requests through or not. Shared by all that ask the same service.
        clock: Measures and waits.
        random: Spreads the waits.
        retries: Further tries of one turn.
        patience_seconds: Longest wait for the first word, all tries together.
    """

    def __init__(
        self,
        model: LanguageModel,
        breaker: CircuitBreaker,
        clock: Clock,
        random: Random,
        *,
        retries: int,
        patience_seconds: float,
    ) -> None:
        self._model = model
        self._breaker = breaker
        self._clock = clock
        self._random = random
        self._retries = retries
        self._patience_seconds = patience_seconds
        self._listeners: list[Listener] = []
        self._told = self.available
        self._rests = asyncio.Event()

    @property
    def available(self) -> bool:
        """Whether the next question would be let through. What the screen calls online."""
        return self._breaker.state is not State.OPEN

    def listen(self, listener: Listener) -> None:
        """Tell ``listener`` from now on whenever ``available`` changes."""
        self._listeners.append(listener)

    async def watch(self) -> None:
        """Tell of rests that are over. A background job, which never ends by itself."""
        while True:
            await self._rests.wait()
            self._rests.clear()
            while (left := self._breaker.rest_left) > 0:
                await self._clock.sleep(left)
            self._tell()

    async def reply(
        self,
        said: Sequence[Said],
        tools: Sequence[ToolDescription],
        *,
        economical: bool = False,
    ) -> AsyncGenerator[ModelPiece, None]:
        """See ``model.LanguageModel``."""
        effort = _Effort(self._clock.monotonic() + self._patience_seconds, self._retries)
        while True:
            turn = self._turn(self._model.reply(said, tools, economical=economical), effort)
            try:
                async with aclosing(turn) as pieces:
                    async for piece in pieces:
                        yield piece
            except AssistantUnavailable as error:
                wait = self._wait(error, effort)
                if wait is None:
                    raise
                await self._clock.sleep(wait)
            else:
                return

    async def aclose(self) -> None:
        """Give back the connections."""
        await self._model.aclose()

    async def _turn(
        self, pieces: AsyncGenerator[ModelPiece, None], effort: "_Effort"
    ) -> AsyncGenerator[ModelPiece, None]:
        """One try, which the breaker lets through and learns from."""
        try:
            with self._breaker.attempt():
                async with aclosing(pieces):
                    while (piece := await self._next(pieces, effort)) is not None:
                        effort.has_begun |= not isinstance(piece, Usage)
                        yield piece
        finally:
            self._tell()

    async def _next(
        self, pieces: AsyncGenerator[ModelPiece, None], effort: "_Effort"
    ) -> ModelPiece | None:
        left = None if effort.has_begun else effort.until - self._clock.monotonic()
        try:
            async with asyncio.timeout(left):
                return await anext(pieces, None)
        except TimeoutError:
            raise AssistantUnavailable("the language model did not answer in time") from None

    def _wait(self, error: AssistantUnavailable, effort: "_Effort") -> float | None:
        """Seconds until the next try; None where there is none."""
        left = effort.until - self._clock.monotonic()
        asked_for = error.retry_after or 0.0
        if asked_for > left:
            self._breaker.rest(asked_for)
            self._tell()
            return None
        if effort.has_begun or effort.retries_left == 0 or not self.available:
            return None
        effort.retries_left -= 1
        effort.tries += 1
        spread = backoff_seconds(
            effort.tries, base=_BASE_SECONDS, cap=_LONGEST_SECONDS, random=self._random
        )
        wait = max(asked_for, spread)
        return wait if wait < left else None

    def _tell(self) -> None:
        available = self.available
        if not available:
            self._rests.set()
        if available is not self._told:
            self._told = available
            for listener in self._listeners:
                listener(available)


class _Effort:
    """What is left of the patience for one turn.

    Attributes:
        until: By the clock's monotonic seconds; the first word must come before.
        retries_left: Further tries.
        tries: Those that failed.
        has_begun: A word or a call came.
    """

    def __init__(self, until: float, retries: int) -> None:
        self.until = until
        self.retries_left = retries
        self.tries = 0
        self.has_begun = False

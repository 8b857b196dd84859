"""What is said to a patron is worked out on a thread of its own.

On the screen's thread each step of an answer would wait for the frame that is being drawn: the
request for the patron's own words to appear, each word of the model for the words before it. So a
conversation runs elsewhere, with the network it needs, and only whole pieces come over.
"""

import asyncio
import threading
from collections.abc import AsyncGenerator, Callable, Coroutine, Sequence
from contextlib import aclosing
from typing import Any, TypeVar

from kiosk.assistant.answers import Piece, Turn
from kiosk.assistant.conversation import Conversation

T = TypeVar("T")

_JOIN_SECONDS = 5.0


class BackgroundLoop:
    """An event loop on a thread of its own, until it is closed.

    Args:
        name: The thread's.
    """

    def __init__(self, name: str) -> None:
        self._loop = asyncio.new_event_loop()
        self._closing = asyncio.Event()
        self._jobs: set[asyncio.Task[None]] = set()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def call(self, job: Callable[[], object]) -> None:
        """Call it there, soon, after what was asked for before."""
        self._loop.call_soon_threadsafe(job)

    def start(self, job: Coroutine[Any, Any, None]) -> None:
        """Run it there until it ends, or the loop is closed."""
        self.call(lambda: self._keep(self._loop.create_task(job)))

    async def run(self, job: Coroutine[Any, Any, T]) -> T:
        """Run it there; its result or its error comes back."""
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(job, self._loop))

    async def pieces(self, stream: AsyncGenerator[T, None]) -> AsyncGenerator[T, None]:
        """Run a generator there; its pieces come over, and its error after them.

        Who stops listening, or is cancelled, ends it there too.
        """
        here = asyncio.get_running_loop()
        handed: asyncio.Queue[T | _Ended] = asyncio.Queue()

        def hand(piece: T | _Ended) -> None:
            here.call_soon_threadsafe(handed.put_nowait, piece)

        job = asyncio.run_coroutine_threadsafe(_hand_over(stream, hand), self._loop)
        try:
            while not isinstance(piece := await handed.get(), _Ended):
                yield piece
            if piece.error is not None:
                raise piece.error
        finally:
            job.cancel()

    async def aclose(self) -> None:
        """End everything that runs there, and the thread. Nothing can be run afterwards."""
        self.call(self._closing.set)
        await asyncio.to_thread(self._thread.join, _JOIN_SECONDS)

    def _keep(self, job: asyncio.Task[None]) -> None:
        self._jobs.add(job)
        job.add_done_callback(self._jobs.discard)

    def _run(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._until_closed())

    async def _until_closed(self) -> None:
        await self._closing.wait()


class BackgroundConversation:
    """A conversation that is held on another loop.

    Args:
        conversation: From now on it belongs to that loop.
        background: The loop.
    """

    def __init__(self, conversation: Conversation, background: BackgroundLoop) -> None:
        self._conversation = conversation
        self._background = background

    async def prepare(self, languages: Sequence[str]) -> None:
        """See ``Conversation``."""
        await self._background.run(self._conversation.prepare(languages))

    def begin_visit(self) -> None:
        """Somebody else stands at the terminal."""
        self._background.call(self._conversation.begin_visit)

    async def answer(
        self, question: str, history: Sequence[Turn], *, language: str, here: int | None
    ) -> AsyncGenerator[Piece, None]:
        """See ``Conversation``."""
        stream = self._conversation.answer(question, history, language=language, here=here)
        async with aclosing(self._background.pieces(stream)) as pieces:
            async for piece in pieces:
                yield piece


class _Ended:
    """A stream's end, and the error that ended it."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error


async def _hand_over(stream: AsyncGenerator[T, None], hand: Callable[[T | _Ended], object]) -> None:
    """On the other thread: every piece, then how it ended."""
    try:
        async with aclosing(stream) as pieces:
            async for piece in pieces:
                hand(piece)
    except Exception as error:  # noqa: BLE001 - raised again on the caller's side, whatever it is
        hand(_Ended(error))
    else:
        hand(_Ended())

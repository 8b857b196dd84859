"""A language model whose network has a thread of its own.

On the screen's thread a request would wait for the frame that shows the patron's question, and
each word for whatever is being drawn. So the wire is spoken elsewhere, and only whole pieces come
over. What belongs to the conversation (retries, breaker, budget) stays on the caller's loop.
"""

import asyncio
import threading
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing

from kiosk.assistant.model import LanguageModel, ModelPiece, Said, ToolDescription

_JOIN_SECONDS = 5.0

_Handed = ModelPiece | Exception | None
"""A piece, the error that ended the turn, or None for its end."""


class BackgroundModel:
    """Another model, run by an event loop on a thread of its own until it is closed.

    Args:
        model: The one that is asked; from now on it belongs to that thread.
    """

    def __init__(self, model: LanguageModel) -> None:
        self._model = model
        self._loop = asyncio.new_event_loop()
        self._closing = asyncio.Event()
        self._thread = threading.Thread(target=self._run, name="language model", daemon=True)
        self._thread.start()

    async def reply(
        self,
        said: Sequence[Said],
        tools: Sequence[ToolDescription],
        *,
        economical: bool = False,
    ) -> AsyncGenerator[ModelPiece, None]:
        """See ``model.LanguageModel``."""
        here = asyncio.get_running_loop()
        handed: asyncio.Queue[_Handed] = asyncio.Queue()
        turn = self._model.reply(said, tools, economical=economical)
        job = asyncio.run_coroutine_threadsafe(
            _hand_over(turn, lambda piece: here.call_soon_threadsafe(handed.put_nowait, piece)),
            self._loop,
        )
        try:
            while (piece := await handed.get()) is not None:
                if isinstance(piece, Exception):
                    raise piece
                yield piece
        finally:
            job.cancel()  # hangs up, if it is not over

    async def aclose(self) -> None:
        """Give back the connections and end the thread. Nothing can be asked afterwards."""
        closed = asyncio.run_coroutine_threadsafe(self._model.aclose(), self._loop)
        await asyncio.wrap_future(closed)
        self._loop.call_soon_threadsafe(self._closing.set)
        self._thread.join(_JOIN_SECONDS)

    def _run(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._until_closed())

    async def _until_closed(self) -> None:
        await self._closing.wait()


async def _hand_over(
    turn: AsyncGenerator[ModelPiece, None], hand: Callable[[_Handed], object]
) -> None:
    """On the model's thread: every piece, then how it ended."""
    try:
        async with aclosing(turn) as pieces:
            async for piece in pieces:
                hand(piece)
    except Exception as error:  # noqa: BLE001 - raised again on the caller's side, whatever it is
        hand(error)
    else:
        hand(None)

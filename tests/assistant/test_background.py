"""A conversation on a thread of its own, and what comes over; against a real service."""

import asyncio
import threading
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import aclosing, asynccontextmanager

import pytest

from kiosk.assistant.answers import Done
from kiosk.assistant.background import BackgroundConversation, BackgroundLoop
from kiosk.assistant.model import Message, ModelPiece, Said, Speaker, TextDelta, Usage
from kiosk.assistant.openai_model import OpenAIModel
from kiosk.core.errors import AssistantUnavailable
from kiosk.core.secret import Secret
from kiosk.core.settings import OpenAI
from tests.assistant.talk import Terminal
from tests.fakes.model import Fault, ModelSimulator, Turn
from tests.fakes.waiting import eventually

QUESTION = (Message(Speaker.PATRON, "Where do I cite?"),)
KEY = Secret("invented-key")


class BackgroundModel:
    """A model whose pieces come over from another loop."""

    def __init__(self, model: OpenAIModel, background: BackgroundLoop) -> None:
        self._model = model
        self._background = background

    def reply(
        self, said: Sequence[Said], *, economical: bool = False
    ) -> AsyncGenerator[ModelPiece, None]:
        return self._background.pieces(self._model.reply(said, (), economical=economical))


@asynccontextmanager
async def background(simulator: ModelSimulator) -> AsyncIterator[BackgroundModel]:
    settings = OpenAI(base_url=simulator.base_url, api_key=KEY, model="small", smaller_model="tiny")
    loop, model = BackgroundLoop("background"), OpenAIModel(settings)
    try:
        yield BackgroundModel(model, loop)
    finally:
        await loop.run(model.aclose())
        await loop.aclose()


async def test_pieces_come_over_in_their_order() -> None:
    with ModelSimulator(Turn("Ask at the desk.", piece=4)) as simulator:
        async with background(simulator) as model:
            found = [piece async for piece in model.reply(QUESTION, economical=True)]
    words = [piece.text for piece in found if isinstance(piece, TextDelta)]
    assert words == ["Ask ", "at t", "he d", "esk."]
    assert isinstance(found[-1], Usage)
    assert simulator.asked[0]["model"] == "tiny"


async def test_an_error_comes_over_after_the_words_before_it() -> None:
    with ModelSimulator(Turn("Ask ", fault=Fault.CUT)) as simulator:
        async with background(simulator) as model, aclosing(model.reply(QUESTION)) as pieces:
            assert await anext(pieces) == TextDelta("Ask ")
            assert isinstance(await anext(pieces), Usage)
            with pytest.raises(AssistantUnavailable):
                await anext(pieces)


async def test_who_stops_listening_hangs_up_at_once() -> None:
    with ModelSimulator(Turn("Ask ", fault=Fault.STALL)) as simulator:
        async with background(simulator) as model:
            async with aclosing(model.reply(QUESTION)) as pieces:
                assert await anext(pieces) == TextDelta("Ask ")
            await eventually(lambda: simulator.hung_up == 1, within=1)


async def test_who_is_cancelled_hangs_up_at_once() -> None:
    with ModelSimulator(Turn(fault=Fault.SILENT)) as simulator:
        async with background(simulator) as model:
            asking = asyncio.ensure_future(anext(model.reply(QUESTION)))
            await eventually(lambda: bool(simulator.asked))
            asking.cancel()
            await eventually(lambda: simulator.hung_up == 1, within=1)
            await asyncio.gather(asking, return_exceptions=True)


async def test_the_request_leaves_while_the_screen_is_busy() -> None:
    with ModelSimulator(Turn("Fine.")) as simulator:
        async with background(simulator) as model:
            asking = asyncio.ensure_future(anext(model.reply(QUESTION)))
            await asyncio.sleep(0)  # it begins; from here on this loop does nothing else
            busy = threading.Event()
            for _ in range(200):
                if simulator.asked or busy.wait(0.01):
                    break
            assert simulator.asked
            assert await asking == TextDelta("Fine")


async def test_nothing_runs_when_it_is_closed() -> None:
    with ModelSimulator(Turn(fault=Fault.SILENT)) as simulator:
        async with background(simulator) as model:
            asking = asyncio.ensure_future(anext(model.reply(QUESTION)))
            await eventually(lambda: bool(simulator.asked))
            assert "background" in {thread.name for thread in threading.enumerate()}
        assert "background" not in {thread.name for thread in threading.enumerate()}
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)


async def test_a_conversation_is_held_there() -> None:
    terminal = Terminal()
    with ModelSimulator(Turn("Cite where you quote.")) as simulator:
        loop = BackgroundLoop("background")
        async with terminal.conversation(simulator) as talk:
            held = BackgroundConversation(talk, loop)
            await held.prepare(("en",))
            held.begin_visit()
            stream = held.answer("where do i cite?", (), language="en", here=None)
            pieces = [piece async for piece in stream]
            await loop.aclose()
    assert isinstance(pieces[-1], Done)
    assert pieces[-1].answer.text == "Cite where you quote."


async def test_a_job_runs_there_until_the_loop_is_closed() -> None:
    loop, began, ended = BackgroundLoop("background"), threading.Event(), threading.Event()

    async def job() -> None:
        began.set()
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    loop.start(job())
    await eventually(began.is_set)
    await loop.aclose()
    assert ended.is_set()

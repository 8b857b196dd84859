"""The model on a thread of its own, against a real service."""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager

import pytest

from kiosk.assistant.background_model import BackgroundModel
from kiosk.assistant.model import Message, Speaker, TextDelta, Usage
from kiosk.assistant.openai_model import OpenAIModel
from kiosk.core.errors import AssistantUnavailable
from kiosk.core.secret import Secret
from kiosk.core.settings import OpenAI
from tests.fakes.model import Fault, ModelSimulator, Turn
from tests.fakes.waiting import eventually

QUESTION = (Message(Speaker.PATRON, "Where do I cite?"),)
KEY = Secret("invented-key")


@asynccontextmanager
async def background(simulator: ModelSimulator) -> AsyncIterator[BackgroundModel]:
    settings = OpenAI(base_url=simulator.base_url, api_key=KEY, model="small", smaller_model="tiny")
    model = BackgroundModel(OpenAIModel(settings))
    try:
        yield model
    finally:
        await model.aclose()


async def test_pieces_come_over_in_their_order() -> None:
    with ModelSimulator(Turn("Ask at the desk.", piece=4)) as simulator:
        async with background(simulator) as model:
            found = [piece async for piece in model.reply(QUESTION, (), economical=True)]
    words = [piece.text for piece in found if isinstance(piece, TextDelta)]
    assert words == ["Ask ", "at t", "he d", "esk."]
    assert isinstance(found[-1], Usage)
    assert simulator.asked[0]["model"] == "tiny"


async def test_an_error_comes_over_after_the_words_before_it() -> None:
    with ModelSimulator(Turn("Ask ", fault=Fault.CUT)) as simulator:
        async with background(simulator) as model, aclosing(model.reply(QUESTION, ())) as pieces:
            assert await anext(pieces) == TextDelta("Ask ")
            assert isinstance(await anext(pieces), Usage)
            with pytest.raises(AssistantUnavailable):
                await anext(pieces)


async def test_who_stops_listening_hangs_up_at_once() -> None:
    with ModelSimulator(Turn("Ask ", fault=Fault.STALL)) as simulator:
        async with background(simulator) as model:
            async with aclosing(model.reply(QUESTION, ())) as pieces:
                assert await anext(pieces) == TextDelta("Ask ")
            await eventually(lambda: simulator.hung_up == 1, within=1)


async def test_who_is_cancelled_hangs_up_at_once() -> None:
    with ModelSimulator(Turn(fault=Fault.SILENT)) as simulator:
        async with background(simulator) as model:
            asking = asyncio.ensure_future(anext(model.reply(QUESTION, ())))
            await eventually(lambda: bool(simulator.asked))
            asking.cancel()
            await eventually(lambda: simulator.hung_up == 1, within=1)
            await asyncio.gather(asking, return_exceptions=True)


async def test_the_request_leaves_while_the_screen_is_busy() -> None:
    with ModelSimulator(Turn("Fine.")) as simulator:
        async with background(simulator) as model:
            asking = asyncio.ensure_future(anext(model.reply(QUESTION, ())))
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
            asking = asyncio.ensure_future(anext(model.reply(QUESTION, ())))
            await eventually(lambda: bool(simulator.asked))
            assert "language model" in {thread.name for thread in threading.enumerate()}
        assert "language model" not in {thread.name for thread in threading.enumerate()}
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)

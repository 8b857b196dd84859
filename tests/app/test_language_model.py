"""The model as a terminal asks it: put together from its settings."""

import contextlib

from kiosk.app.model_help import language_model
from kiosk.assistant.model import Message, Speaker, TextDelta
from kiosk.core.clock import SystemClock
from kiosk.core.errors import AssistantUnavailable
from kiosk.core.secret import Secret
from kiosk.core.settings import OpenAI
from tests.fakes.model import ModelSimulator, Turn

QUESTION = (Message(Speaker.PATRON, "Where do I cite?"),)
MANY = 20


def settings(simulator: ModelSimulator, retries: int = 1) -> OpenAI:
    key = Secret("invented-key")
    return OpenAI(base_url=simulator.base_url, api_key=key, model="small", retries=retries)


async def test_a_model_that_stumbles_once_answers() -> None:
    with ModelSimulator(Turn(status=500), Turn("Fine.", piece=5)) as simulator:
        model = language_model(settings(simulator), SystemClock())
        heard = [piece async for piece in model.reply(QUESTION, ())]
        await model.aclose()
    assert heard[0] == TextDelta("Fine.")
    assert model.available


async def test_a_model_that_keeps_failing_is_left_alone() -> None:
    with ModelSimulator(*[Turn(status=500)] * MANY) as simulator:
        model = language_model(settings(simulator, retries=0), SystemClock())
        for _ in range(MANY):
            with contextlib.suppress(AssistantUnavailable):
                await anext(model.reply(QUESTION, ()))
        await model.aclose()
        assert len(simulator.asked) < MANY / 2
    assert not model.available

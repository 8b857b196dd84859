"""The adapter against a service that speaks the real wire, and fails in every way it can."""

import asyncio
import inspect
import json
from collections.abc import AsyncGenerator, Iterator

import httpx2
import openai
import pytest

from kiosk.assistant.model import (
    Message,
    ModelPiece,
    Said,
    Speaker,
    TextDelta,
    ToolCall,
    ToolCalls,
    ToolResult,
)
from kiosk.assistant.openai_model import OpenAIModel, openai_errors
from kiosk.assistant.tools import DESCRIPTIONS
from kiosk.core.errors import AssistantRefused, AssistantUnavailable
from kiosk.core.secret import Secret
from kiosk.core.settings import OpenAI
from tests.fakes.model import Fault, ModelSimulator, Turn
from tests.fakes.waiting import eventually
from tests.noise import Noise

QUESTION = (Message(Speaker.RULES, "Be short."), Message(Speaker.PATRON, "Where do I cite?"))


def settings(base_url: str, **deadlines: float) -> OpenAI:
    return OpenAI(base_url=base_url, api_key=Secret("invented-key"), model="small", **deadlines)


async def pieces(
    simulator: ModelSimulator, said: tuple[Said, ...] = QUESTION, **deadlines: float
) -> AsyncGenerator[ModelPiece, None]:
    model = OpenAIModel(settings(simulator.base_url, **deadlines))
    try:
        async for piece in model.reply(said, DESCRIPTIONS):
            yield piece
    finally:
        await model.aclose()


async def text(simulator: ModelSimulator, **deadlines: float) -> str:
    return "".join(
        [
            piece.text
            async for piece in pieces(simulator, **deadlines)
            if isinstance(piece, TextDelta)
        ]
    )


async def test_words_come_in_pieces() -> None:
    with ModelSimulator(Turn("Ask at the desk.", piece=4)) as simulator:
        found = [piece async for piece in pieces(simulator)]
    assert [piece.text for piece in found if isinstance(piece, TextDelta)] == [
        "Ask ",
        "at t",
        "he d",
        "esk.",
    ]


async def test_a_tool_is_asked_for_in_one_piece() -> None:
    turn = Turn(calls=(("open_now", {"location_id": 9101}), ("list_places", {})))
    with ModelSimulator(turn) as simulator:
        found = [piece async for piece in pieces(simulator)]
    assert found == [
        ToolCall("call_0", "open_now", '{"location_id": 9101}'),
        ToolCall("call_1", "list_places", "{}"),
    ]


async def test_the_wire_is_chat_completions() -> None:
    said = (
        *QUESTION,
        ToolCalls("", (ToolCall("call_0", "list_places", "{}"),)),
        ToolResult("call_0", "[]"),
    )
    with ModelSimulator(Turn("Fine.")) as simulator:
        assert [piece async for piece in pieces(simulator, said)] != []
    (asked,) = simulator.asked
    assert simulator.keys == ["bearer invented-key"]
    assert asked["stream"] is True
    assert asked["model"] == "small"
    assert [message["role"] for message in asked["messages"]] == [
        "system",
        "user",
        "assistant",
        "tool",
    ]
    assert asked["messages"][3]["tool_call_id"] == "call_0"
    assert {tool["function"]["name"] for tool in asked["tools"]} == {
        "list_places",
        "hours_of_place",
        "open_now",
    }


@pytest.mark.parametrize("status", [408, 409, 429, 500, 503])
async def test_a_busy_service_is_unavailable_and_asked_once(status: int) -> None:
    with ModelSimulator(Turn(status=status)) as simulator:
        with pytest.raises(AssistantUnavailable, match=str(status)):
            await text(simulator)
        assert len(simulator.asked) == 1


@pytest.mark.parametrize("status", [400, 401, 403, 404, 422])
async def test_a_service_that_says_no_refuses(status: int, expected_logs: Noise) -> None:
    expected_logs.allow(f"answered {status}")
    refused = pytest.raises(AssistantRefused, match=r"openai\.api_key")
    with ModelSimulator(Turn(status=status)) as simulator, refused:
        await text(simulator)


@pytest.mark.parametrize("fault", [Fault.CUT, Fault.EARLY_END, Fault.MALFORMED, Fault.ERROR_CHUNK])
async def test_a_stream_without_its_proper_end_is_a_failure(fault: Fault) -> None:
    heard: list[ModelPiece] = []

    async def listen() -> None:
        async for piece in pieces(simulator):
            heard.append(piece)  # noqa: PERF401  a comprehension would lose what came before the cut

    with ModelSimulator(Turn("Ask at the", fault=fault, piece=10)) as simulator:
        with pytest.raises(AssistantUnavailable):
            await listen()
        assert heard == [TextDelta("Ask at the")]


async def test_a_filtered_answer_is_refused() -> None:
    failed = pytest.raises(AssistantRefused, match="filtered")
    with ModelSimulator(Turn("Ask", fault=Fault.FILTERED)) as simulator, failed:
        await text(simulator)


@pytest.mark.parametrize("fault", [Fault.STALL, Fault.SILENT])
async def test_a_model_that_falls_silent_is_not_waited_for(fault: Fault) -> None:
    failed = pytest.raises(AssistantUnavailable, match="in time")
    with ModelSimulator(Turn("Ask at", fault=fault)) as simulator, failed:
        await text(simulator, first_token_seconds=0.3)


async def test_a_model_that_is_slow_for_ever_is_cut_off() -> None:
    failed = pytest.raises(AssistantUnavailable, match="in time")
    with ModelSimulator(Turn("word " * 200, pause=0.05, piece=5)) as simulator, failed:
        await text(simulator, first_token_seconds=2, answer_seconds=1)


async def test_nobody_at_the_address_is_unavailable() -> None:
    model = OpenAIModel(settings("http://127.0.0.1:9/v1", connect_seconds=0.5))
    with pytest.raises(AssistantUnavailable):
        async for _piece in model.reply(QUESTION, ()):
            pass
    await model.aclose()


async def test_an_answer_that_is_cancelled_leaves_nothing_running() -> None:
    with ModelSimulator(Turn("word " * 50, pause=0.05)) as simulator:
        task = asyncio.create_task(text(simulator))
        await eventually(lambda: bool(simulator.asked))
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    assert asyncio.all_tasks() == {asyncio.current_task()}


def _errors() -> Iterator[type[Exception]]:
    for _name, found in inspect.getmembers(openai, inspect.isclass):
        if issubclass(found, openai.OpenAIError):
            yield found
    for _name, found in inspect.getmembers(httpx2, inspect.isclass):
        if issubclass(found, httpx2.HTTPError | httpx2.StreamError):
            yield found


@pytest.mark.parametrize("kind", sorted(set(_errors()), key=lambda kind: kind.__name__))
def test_every_error_of_theirs_is_one_of_ours(kind: type[Exception], expected_logs: Noise) -> None:
    """The package is asked which errors it has, so that a new one cannot be forgotten."""
    expected_logs.allow("refuses us")
    error = kind.__new__(kind)
    error.status_code = 401  # type: ignore[attr-defined]  # what each of the status errors has
    with pytest.raises((AssistantUnavailable, AssistantRefused)), openai_errors():
        raise error


def test_a_broken_chunk_is_one_of_ours() -> None:
    with pytest.raises(AssistantUnavailable), openai_errors():
        json.loads("{")

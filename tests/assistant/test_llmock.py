"""The adapter against a service that others wrote: ``llmock``, on loopback, over real HTTP."""

import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from random import Random
from typing import Any

import pytest
from llmock.pytest_plugin import LLMock
from llmock.testing import LLMockServer

from kiosk.assistant.model import (
    LanguageModel,
    Message,
    ModelPiece,
    Speaker,
    TextDelta,
    ToolCall,
    ToolCalls,
    ToolDescription,
    ToolResult,
    Usage,
)
from kiosk.assistant.openai_model import OpenAIModel
from kiosk.assistant.steadfast_model import SteadfastModel
from kiosk.core.clock import SystemClock
from kiosk.core.errors import AssistantRefused, AssistantUnavailable, ConversationTooLong
from kiosk.core.secret import Secret
from kiosk.core.settings import OpenAI
from kiosk.net.breaker import CircuitBreaker
from tests.fakes.chance import seeded
from tests.noise import Noise

QUESTION = (Message(Speaker.RULES, "Be short."), Message(Speaker.PATRON, "Where do I cite?"))
PLACES = ToolDescription(
    "hours_of_place",
    "The opening hours of a place.",
    {
        "type": "object",
        "properties": {"location_id": {"type": "integer"}},
        "required": ["location_id"],
    },
)
ANSWER = "Cite where you quote, and list your sources at the end of the text."


@pytest.fixture(scope="module")
def server() -> Iterator[LLMockServer]:
    with LLMockServer() as running:
        yield running


@pytest.fixture
def peer(server: LLMockServer) -> LLMock:
    """The peer, which forgot what the test before did."""
    return LLMock(server).reset()


@asynccontextmanager
async def model(peer: LLMock, *, retries: int = 0, **more: Any) -> AsyncIterator[LanguageModel]:
    settings = OpenAI(
        base_url=peer.base_url(), api_key=Secret("invented-key"), model="gpt-4o-mini", **more
    )
    clock = SystemClock()
    breaker = CircuitBreaker("The language model", AssistantUnavailable, clock.monotonic)
    random: Random = seeded()
    steadfast = SteadfastModel(
        OpenAIModel(settings), breaker, clock, random, retries=retries, patience_seconds=8
    )
    try:
        yield steadfast
    finally:
        await steadfast.aclose()


async def heard(peer: LLMock, **more: Any) -> list[ModelPiece]:
    async with model(peer, **more) as asked:
        return [piece async for piece in asked.reply(QUESTION, ())]


async def broken(peer: LLMock, error: type[Exception], **more: Any) -> str:
    """The words that came before the error."""
    words: list[str] = []

    async def listen() -> None:
        async with model(peer, **more) as asked:
            async for piece in asked.reply(QUESTION, ()):
                if isinstance(piece, TextDelta):
                    words.append(piece.text)  # noqa: PERF401  a comprehension would lose them

    with pytest.raises(error):
        await listen()
    return "".join(words)


def text_of(pieces: list[ModelPiece]) -> str:
    return "".join(piece.text for piece in pieces if isinstance(piece, TextDelta))


async def test_it_streams(peer: LLMock) -> None:
    found = await heard(peer.reply(ANSWER))
    assert text_of(found) == ANSWER
    assert len([piece for piece in found if isinstance(piece, TextDelta)]) > 3
    peer.assert_resilient(strict=True)


async def test_its_bill_is_read(peer: LLMock) -> None:
    bill = (await heard(peer.reply(ANSWER)))[-1]
    assert isinstance(bill, Usage)
    assert not bill.estimated
    assert min(bill.input_tokens, bill.output_tokens) > 0


async def test_a_tool_is_called_and_its_result_answered(peer: LLMock) -> None:
    async with model(peer.call_tool("hours_of_place", {"location_id": 9101})) as asked:
        found = [piece async for piece in asked.reply(QUESTION, (PLACES,))]
        (call,) = [piece for piece in found if isinstance(piece, ToolCall)]
        assert (call.name, json.loads(call.arguments)) == ("hours_of_place", {"location_id": 9101})
        peer.reply(ANSWER)
        said = (*QUESTION, ToolCalls("", (call,)), ToolResult(call.id, '{"open": true}'))
        assert text_of([piece async for piece in asked.reply(said, (PLACES,))]) == ANSWER
    peer.assert_resilient(strict=True)


async def test_a_call_that_it_breaks_is_passed_on_to_be_told_so(peer: LLMock) -> None:
    peer.call_tool("hours_of_place", {"location_id": 9101}).break_tool_call("malformed_arguments")
    async with model(peer) as asked:
        found = [piece async for piece in asked.reply(QUESTION, (PLACES,))]
        (call,) = [piece for piece in found if isinstance(piece, ToolCall)]
        with pytest.raises(json.JSONDecodeError):
            json.loads(call.arguments)
        peer.reply(ANSWER)
        said = (*QUESTION, ToolCalls("", (call,)), ToolResult(call.id, '{"error": "wrong"}'))
        assert text_of([piece async for piece in asked.reply(said, (PLACES,))]) == ANSWER


async def test_a_moment_of_too_many_requests_is_waited_for(peer: LLMock) -> None:
    peer.rate_limit(times=1, retry_after=0.3).reply(ANSWER)
    assert text_of(await heard(peer, retries=1)) == ANSWER
    assert len(peer.requests) == 2
    peer.assert_resilient(strict=True)


async def test_a_long_wait_is_not_waited_for_nor_overrun(peer: LLMock) -> None:
    peer.rate_limit(times=None, retry_after=60)
    async with model(peer, retries=3) as asked:
        for _ in range(3):
            with pytest.raises(AssistantUnavailable):
                await anext(asked.reply(QUESTION, ()))
    assert len(peer.requests) == 1
    peer.assert_resilient()


async def test_an_error_of_its_own_is_tried_once_more(peer: LLMock) -> None:
    peer.fail(500).reply(ANSWER)
    assert text_of(await heard(peer, retries=1)) == ANSWER
    peer.assert_resilient(strict=True)


async def test_an_outage_ends_after_the_last_try(peer: LLMock) -> None:
    assert await broken(peer.outage(), AssistantUnavailable, retries=1) == ""
    assert len(peer.requests) == 2
    peer.assert_resilient()


@pytest.mark.parametrize("status", [400, 401, 403, 404, 422])
async def test_a_no_is_not_asked_again(peer: LLMock, status: int, expected_logs: Noise) -> None:
    expected_logs.allow(f"answered {status}")
    assert await broken(peer.fail(status), AssistantRefused, retries=3) == ""
    assert len(peer.requests) == 1
    peer.assert_resilient(strict=True)


async def test_a_conversation_that_is_too_long_is_told_as_that(peer: LLMock) -> None:
    assert await broken(peer.context_overflow(), ConversationTooLong, retries=1) == ""
    peer.assert_resilient(strict=True)


@pytest.mark.parametrize("fault", ["disconnect", "truncate", "corrupt"])
async def test_a_stream_that_breaks_keeps_what_was_said(peer: LLMock, fault: str) -> None:
    getattr(peer.reply(ANSWER), fault)(after_chunks=4)
    words = await broken(peer, AssistantUnavailable, retries=3)
    assert words
    assert ANSWER.startswith(words)
    assert len(peer.requests) == 1


async def test_a_stream_that_stalls_is_left(peer: LLMock) -> None:
    peer.reply(ANSWER).stall(after_chunks=4, seconds=3)
    words = await broken(peer, AssistantUnavailable, stall_seconds=0.3)
    assert ANSWER.startswith(words)


async def test_a_first_word_that_does_not_come_is_not_waited_for(peer: LLMock) -> None:
    peer.reply(ANSWER).slow_first_token(3)
    assert await broken(peer, AssistantUnavailable, first_token_seconds=0.3) == ""


async def test_slow_words_are_waited_for(peer: LLMock) -> None:
    assert text_of(await heard(peer.reply(ANSWER).pace(20), stall_seconds=1)) == ANSWER

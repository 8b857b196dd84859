"""The adapter against a service that speaks the real wire, and fails in every way it can."""

import asyncio
import logging
import traceback
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any

import pytest

from kiosk.assistant.model import (
    CutShort,
    Message,
    ModelPiece,
    Said,
    Speaker,
    TextDelta,
    ToolCall,
    ToolCalls,
    ToolDescription,
    ToolResult,
    Usage,
)
from kiosk.assistant.openai_model import OpenAIModel
from kiosk.core.errors import (
    AssistantRefused,
    AssistantUnavailable,
    ContentFiltered,
    ConversationTooLong,
    SettingError,
)
from kiosk.core.secret import Secret
from kiosk.core.settings import OpenAI
from tests.fakes.model import Fault, ModelSimulator, Turn
from tests.fakes.model_wire import chunk, line
from tests.fakes.waiting import eventually
from tests.noise import Noise

QUESTION = (Message(Speaker.RULES, "Be short."), Message(Speaker.PATRON, "Where do I cite?"))
TOOLS = (
    ToolDescription("list_places", "All places.", {"type": "object", "properties": {}}),
    ToolDescription("open_now", "Whether it is open.", {"type": "object", "properties": {}}),
)
KEY = "invented-key"


def settings(base_url: str, **more: Any) -> OpenAI:
    return OpenAI(base_url=base_url, api_key=Secret(KEY), **{"model": "small", **more})


async def pieces(
    simulator: ModelSimulator, said: tuple[Said, ...] = QUESTION, **more: Any
) -> AsyncGenerator[ModelPiece, None]:
    economical = more.pop("economical", False)
    model = OpenAIModel(settings(simulator.base_url, **more))
    try:
        async for piece in model.reply(said, TOOLS, economical=economical):
            yield piece
    finally:
        await model.aclose()


async def heard(simulator: ModelSimulator, **more: Any) -> list[ModelPiece]:
    """All pieces but the bill."""
    return [piece async for piece in pieces(simulator, **more) if not isinstance(piece, Usage)]


async def text(simulator: ModelSimulator, **more: Any) -> str:
    found = await heard(simulator, **more)
    return "".join(piece.text for piece in found if isinstance(piece, TextDelta))


async def until_it_fails(
    simulator: ModelSimulator, error: type[Exception], **more: Any
) -> list[ModelPiece]:
    """The pieces that came before the error, the bill among them."""
    found: list[ModelPiece] = []

    async def listen() -> None:
        async for piece in pieces(simulator, **more):
            found.append(piece)  # noqa: PERF401  a comprehension would lose what came before

    with pytest.raises(error):
        await listen()
    return found


async def test_words_come_in_pieces() -> None:
    with ModelSimulator(Turn("Ask at the desk.", piece=4)) as simulator:
        found = await heard(simulator)
    assert found == [TextDelta("Ask "), TextDelta("at t"), TextDelta("he d"), TextDelta("esk.")]


async def test_a_tool_is_asked_for_in_one_piece() -> None:
    turn = Turn(calls=(("open_now", {"location_id": 9101}), ("list_places", {})))
    with ModelSimulator(turn) as simulator:
        found = await heard(simulator)
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
        assert await heard(simulator, said=said) != []
    (asked,) = simulator.asked
    assert simulator.paths == ["/v1/chat/completions"]
    assert simulator.keys == [f"bearer {KEY}"]
    assert asked["stream"] is True
    assert asked["model"] == "small"
    roles = [message["role"] for message in asked["messages"]]
    assert roles == ["system", "user", "assistant", "tool"]
    assert asked["messages"][3]["tool_call_id"] == "call_0"
    assert [tool["function"]["name"] for tool in asked["tools"]] == ["list_places", "open_now"]


async def test_settings_go_along() -> None:
    more = {"temperature": 0.2, "reasoning_effort": "minimal", "max_output_tokens": 99}
    with ModelSimulator(Turn("Fine."), Turn("Fine.")) as simulator:
        await heard(simulator, **more)
        await heard(simulator, reasoning_effort="")
    first, second = simulator.asked
    assert (first["temperature"], first["reasoning_effort"], first["max_tokens"]) == (
        0.2,
        "minimal",
        99,
    )
    assert {"temperature", "reasoning_effort"}.isdisjoint(second)


async def test_the_smaller_model_answers_when_it_must_be_cheap() -> None:
    with ModelSimulator(*[Turn("Fine.")] * 3) as simulator:
        await heard(simulator, smaller_model="tiny")
        await heard(simulator, smaller_model="tiny", economical=True)
        await heard(simulator, economical=True)
    assert [asked["model"] for asked in simulator.asked] == ["small", "tiny", "small"]


async def test_azure_is_asked_at_its_deployment() -> None:
    with ModelSimulator(Turn("Fine.")) as simulator:
        endpoint = simulator.base_url.removesuffix("/v1")
        model = OpenAIModel(settings(endpoint, model="front-desk", api_version="2026-06-01"))
        assert [piece async for piece in model.reply(QUESTION, ())] != []
        await model.aclose()
    assert simulator.paths == [
        "/openai/deployments/front-desk/chat/completions?api-version=2026-06-01"
    ]
    assert simulator.keys == [KEY]
    assert simulator.asked[0]["max_completion_tokens"] == 1000


def test_azure_without_an_address_is_a_mistake_of_the_settings() -> None:
    with pytest.raises(SettingError, match=r"openai\.base_url"):
        OpenAIModel(settings("", api_version="2026-06-01"))


@pytest.mark.parametrize(
    "refused", ["stream_options", "temperature", "reasoning_effort", "max_tokens", "tools"]
)
async def test_what_a_service_does_not_take_is_learned_once(refused: str) -> None:
    with ModelSimulator(Turn("Fine."), Turn("Fine."), refuses=[refused]) as simulator:
        model = OpenAIModel(settings(simulator.base_url, temperature=1.0))
        for _ in range(2):
            assert TextDelta("Fine") in [piece async for piece in model.reply(QUESTION, TOOLS)]
        await model.aclose()
    assert [refused in asked for asked in simulator.asked] == [True, False, False]
    if refused == "max_tokens":
        assert simulator.asked[-1]["max_completion_tokens"] == 1000


async def test_a_service_that_takes_nothing_but_the_question_is_served() -> None:
    everything = ["stream_options", "reasoning_effort", "max_tokens", "max_completion_tokens"]
    with ModelSimulator(Turn("Fine."), refuses=[*everything, "tools"]) as simulator:
        assert await text(simulator) == "Fine."
    assert set(simulator.asked[-1]) == {"model", "messages", "stream"}


async def test_a_service_that_takes_nothing_at_all_is_not_asked_for_ever(
    expected_logs: Noise,
) -> None:
    expected_logs.allow("answered 400")
    with ModelSimulator(refuses=["stream"]) as simulator:
        assert await until_it_fails(simulator, AssistantRefused) == []
        assert len(simulator.asked) == 1


async def test_the_bill_comes_last() -> None:
    with ModelSimulator(Turn("Ask at the desk.")) as simulator:
        found = [piece async for piece in pieces(simulator)]
    bill = found[-1]
    assert isinstance(bill, Usage)
    assert (bill.model, bill.output_tokens, bill.estimated) == ("small", 16, False)
    assert bill.input_tokens > 0
    assert sum(isinstance(piece, Usage) for piece in found) == 1


async def test_a_bill_that_is_not_told_is_estimated() -> None:
    turn = Turn("Ask at the desk.")
    with ModelSimulator(turn, refuses=["stream_options"]) as simulator:
        found = [piece async for piece in pieces(simulator)]
    assert found[-1] == Usage("small", 97, 5, estimated=True)


@pytest.mark.parametrize("fault", [Fault.NO_BILL, Fault.CUT_AFTER_END])
async def test_an_answer_that_is_whole_stays_whole_without_its_bill(fault: Fault) -> None:
    with ModelSimulator(Turn("Ask at the desk.", fault=fault)) as simulator:
        found = [piece async for piece in pieces(simulator)]
    assert "".join(p.text for p in found if isinstance(p, TextDelta)) == "Ask at the desk."
    assert isinstance(found[-1], Usage)


@pytest.mark.parametrize("status", [302, 408, 409, 425, 429, 500, 503, 529])
async def test_a_busy_service_is_unavailable_and_asked_once(status: int) -> None:
    with ModelSimulator(Turn(status=status, retry_after=120)) as simulator:
        with pytest.raises(AssistantUnavailable, match=str(status)) as caught:
            await text(simulator)
        assert len(simulator.asked) == 1
    assert caught.value.retry_after == 120


@pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 422])
async def test_a_service_that_says_no_refuses(status: int, expected_logs: Noise) -> None:
    expected_logs.allow(f"answered {status}")
    refused = pytest.raises(AssistantRefused, match=r"openai\.api_key")
    with ModelSimulator(Turn(status=status)) as simulator, refused:
        await text(simulator)


@pytest.mark.parametrize(
    ("turn", "error"),
    [
        (Turn(status=400, code="content_filter"), ContentFiltered),
        (Turn(status=400, code="context_length_exceeded"), ConversationTooLong),
        (Turn(status=400, message="maximum context length is 512"), ConversationTooLong),
        (Turn(status=413), ConversationTooLong),
        (Turn("Ask", fault=Fault.FILTERED), ContentFiltered),
    ],
)
async def test_a_no_that_a_patron_can_understand_has_its_own_name(
    turn: Turn, error: type[Exception]
) -> None:
    with ModelSimulator(turn) as simulator, pytest.raises(error):
        await text(simulator)
    assert len(simulator.asked) == 1


async def test_an_account_without_money_is_not_asked_again(expected_logs: Noise) -> None:
    expected_logs.allow("used up")
    turn = Turn(status=429, code="insufficient_quota", retry_after=1)
    with ModelSimulator(turn) as simulator, pytest.raises(AssistantRefused, match="billing"):
        await text(simulator)


@pytest.mark.parametrize("fault", [Fault.CUT, Fault.EARLY_END, Fault.MALFORMED, Fault.ERROR_CHUNK])
async def test_a_stream_without_its_proper_end_is_a_failure(fault: Fault) -> None:
    with ModelSimulator(Turn("Ask at the", fault=fault, piece=10)) as simulator:
        found = await until_it_fails(simulator, AssistantUnavailable)
    assert found[0] == TextDelta("Ask at the")
    # What was received is paid for.
    assert found[1:] == [Usage("small", 97, 3, estimated=True)]


@pytest.mark.parametrize("fault", [Fault.STALL, Fault.SILENT])
async def test_a_model_that_falls_silent_is_not_waited_for(fault: Fault) -> None:
    failed = pytest.raises(AssistantUnavailable, match="in time")
    with ModelSimulator(Turn("Ask at", fault=fault)) as simulator, failed:
        await text(simulator, first_token_seconds=0.3, stall_seconds=0.3)


async def test_a_model_that_is_slow_for_ever_is_cut_off() -> None:
    failed = pytest.raises(AssistantUnavailable, match="in time")
    with ModelSimulator(Turn("word " * 200, pause=0.05, piece=5)) as simulator, failed:
        await text(simulator, answer_seconds=1)


async def test_signs_of_life_are_no_words() -> None:
    alive = (": keep-alive", "", line(chunk("small", {"reasoning_content": "Hm."})))
    turn = Turn("Fine.", before=alive * 3)
    with ModelSimulator(turn, Turn(before=alive, fault=Fault.STALL)) as simulator:
        assert await text(simulator) == "Fine."
        with pytest.raises(AssistantUnavailable, match="in time"):
            await text(simulator, first_token_seconds=0.3)


@pytest.mark.parametrize("fault", [Fault.ENDLESS, Fault.ENDLESS_LINE])
async def test_an_answer_without_an_end_is_left(fault: Fault) -> None:
    with ModelSimulator(Turn(fault=fault)) as simulator:
        found = await until_it_fails(simulator, AssistantUnavailable)
        await eventually(lambda: simulator.hung_up == 1)
    assert sum(len(piece.text) for piece in found if isinstance(piece, TextDelta)) <= 100_000


async def test_an_answer_may_come_in_one_chunk() -> None:
    with ModelSimulator(Turn("Long. " * 5_000, piece=50_000)) as simulator:
        assert await text(simulator) == "Long. " * 5_000


async def test_an_empty_answer_is_no_error() -> None:
    with ModelSimulator(Turn("")) as simulator:
        assert await heard(simulator) == []


async def test_a_model_that_declines_is_heard() -> None:
    declined = line(chunk("small", {"refusal": "I can't help with that."}))
    with ModelSimulator(Turn(before=(declined,))) as simulator:
        assert await text(simulator) == "I can't help with that."


async def test_an_answer_at_its_limit_is_cut_short_and_says_so() -> None:
    with ModelSimulator(Turn("Ask at", calls=(("open_now", {}),), finish="length")) as simulator:
        assert await heard(simulator) == [TextDelta("Ask "), TextDelta("at"), CutShort()]


@pytest.mark.parametrize(
    "odd",
    [
        'data: {"choices": null}',
        'data: {"choices": []}',
        'data: {"choices": [null, 7]}',
        'data: {"choices": "none"}',
        'data: {"choices": [{"index": 0}]}',
        'data: {"choices": [{"delta": null}]}',
        'data: {"choices": [{"delta": {"content": ["a", {"b": 1}]}}]}',
        'data: {"choices": [{"delta": {"content": null, "tool_calls": [null, {"index": "x"}]}}]}',
        'data: {"choices": [{"delta": {"tool_calls": "none"}, "finish_reason": 7}]}',
        'data: {"usage": {"prompt_tokens": "many"}}',
        'event: ping\ndata: {"type": "ping"}',
    ],
)
async def test_a_chunk_of_another_form_is_passed_over(odd: str) -> None:
    with ModelSimulator(Turn("Fine.", before=(odd,))) as simulator:
        assert await text(simulator) == "Fine."


@pytest.mark.parametrize("odd", ["data: 5", "data: null", 'data: "text"', "data: [1]", "data: {"])
async def test_what_is_no_chunk_at_all_is_a_broken_answer(odd: str) -> None:
    with ModelSimulator(Turn("Fine.", before=(odd,))) as simulator:
        await until_it_fails(simulator, AssistantUnavailable)


def called(*parts: dict[str, Any]) -> Turn:
    return Turn(before=tuple(line(chunk("small", part)) for part in parts), finish="tool_calls")


@pytest.mark.parametrize(
    ("turn", "calls"),
    [
        (
            called({"function_call": {"name": "open_now", "arguments": '{"a"'}},
                   {"function_call": {"arguments": ": 1}"}}),
            [ToolCall("call_0", "open_now", '{"a": 1}')],
        ),
        (  # every call numbered 0, told apart by their ids
            called({"tool_calls": [{"index": 0, "id": "x", "function": {"name": "open_now"}}]},
                   {"tool_calls": [{"index": 0, "id": "y", "function": {"name": "list_places"}}]}),
            [ToolCall("x", "open_now", ""), ToolCall("y", "list_places", "")],
        ),
        (  # the name with every part
            called({"tool_calls": [{"index": 0, "function": {"name": "a", "arguments": "{"}}]},
                   {"tool_calls": [{"index": 0, "function": {"name": "a", "arguments": "}"}}]}),
            [ToolCall("call_0", "a", "{}")],
        ),
    ],
)  # fmt: skip
async def test_calls_are_understood_as_services_write_them(
    turn: Turn, calls: list[ToolCall]
) -> None:
    with ModelSimulator(turn) as simulator:
        assert await heard(simulator) == calls


async def test_a_call_that_is_no_json_goes_on_as_it_is_and_not_back() -> None:
    with ModelSimulator(Turn(calls=(("open_now", '{"a": '),)), Turn("Fine.")) as simulator:
        (call,) = await heard(simulator)
        assert call == ToolCall("call_0", "open_now", '{"a": ')
        said = (*QUESTION, ToolCalls("", (call,)), ToolResult("call_0", "wrong"))
        await heard(simulator, said=said)
        sent = simulator.asked[1]["messages"][2]["tool_calls"][0]["function"]
    assert sent == {"name": "open_now", "arguments": "{}"}


async def test_nobody_at_the_address_is_unavailable() -> None:
    model = OpenAIModel(settings("http://127.0.0.1:9/v1", connect_seconds=0.5))
    with pytest.raises(AssistantUnavailable):
        async for _piece in model.reply(QUESTION, ()):
            pass
    await model.aclose()


async def test_a_key_that_cannot_be_one_is_refused_without_being_told() -> None:
    hush = "schlüssel-1234"
    model = OpenAIModel(OpenAI(base_url="http://127.0.0.1:9/v1", api_key=Secret(hush)))
    with pytest.raises(AssistantRefused, match=r"openai\.api_key") as caught:
        async for _piece in model.reply(QUESTION, ()):
            pass
    await model.aclose()
    assert "1234" not in "".join(traceback.format_exception(caught.value))


async def test_an_answer_that_is_cancelled_hangs_up_at_once() -> None:
    with ModelSimulator(Turn("word " * 50, pause=0.05)) as simulator:
        model = OpenAIModel(settings(simulator.base_url))

        async def listen() -> None:
            async for _piece in model.reply(QUESTION, TOOLS):
                begun.set()

        begun = asyncio.Event()
        task = asyncio.create_task(listen())
        await begun.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await eventually(lambda: simulator.hung_up == 1, within=1)
        await model.aclose()
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def test_a_listener_that_has_heard_enough_hangs_up_at_once() -> None:
    with ModelSimulator(Turn("Ask at", fault=Fault.STALL)) as simulator:
        model = OpenAIModel(settings(simulator.base_url))
        async with aclosing(model.reply(QUESTION, TOOLS)) as stream:
            assert await anext(stream) == TextDelta("Ask ")
        await eventually(lambda: simulator.hung_up == 1, within=1)
        await model.aclose()


async def test_neither_the_key_nor_the_question_gets_into_a_log_or_an_error(
    caplog: pytest.LogCaptureFixture, expected_logs: Noise
) -> None:
    expected_logs.allow("answered 401")
    echo = f"Incorrect key {KEY} for 'Where do I cite?'"
    with caplog.at_level(logging.INFO), ModelSimulator(Turn("Fine.")) as simulator:
        simulator.script += [Turn(status=status, message=echo) for status in (401, 500)]
        model = OpenAIModel(settings(simulator.base_url))
        assert KEY not in f"{model!r} {vars(model)}"
        assert [piece async for piece in model.reply(QUESTION, TOOLS)] != []
        told = [await _error(model), await _error(model)]
        await model.aclose()
    for text_of_it in (*told, caplog.text):
        assert KEY not in text_of_it
        assert "cite" not in text_of_it


async def _error(model: OpenAIModel) -> str:
    with pytest.raises((AssistantRefused, AssistantUnavailable)) as caught:
        async for _piece in model.reply(QUESTION, TOOLS):
            pass
    return "".join(traceback.format_exception(caught.value))

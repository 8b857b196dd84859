"""The ``openai`` package behind our Protocol: the only module that knows it.

Chat Completions, not Responses: every compatible server speaks it (vLLM, Ollama, LiteLLM,
llama.cpp), while Responses is missing or half there in several; we keep no state at the service,
so nothing of Responses is missed.

The package's own patience is not a person's (600 s, two retries, ``Retry-After`` up to 120 s), so
retries are off and the deadlines are ours.
"""

import asyncio
import contextlib
import json
import logging
from collections.abc import AsyncGenerator, Coroutine, Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

import httpx2
import openai
from openai.types.chat import ChatCompletionChunk

from kiosk.assistant.model import (
    Message,
    ModelPiece,
    Said,
    Speaker,
    TextDelta,
    ToolCall,
    ToolCalls,
    ToolDescription,
)
from kiosk.core.errors import AssistantRefused, AssistantUnavailable, KioskError
from kiosk.core.settings import OpenAI

OPENAI_URL = "https://api.openai.com/v1"
_BUSY = {408, 409, 425, 429}
_SERVER_ERROR = 500
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_ROLES = {Speaker.RULES: "system", Speaker.PATRON: "user", Speaker.ASSISTANT: "assistant"}

_log = logging.getLogger(__name__)


class OpenAIModel:
    """A model at any OpenAI-compatible service.

    Args:
        settings: Base URL, key, model and deadlines.
        transport: Replaces the network in tests.
    """

    def __init__(
        self, settings: OpenAI, *, transport: httpx2.AsyncBaseTransport | None = None
    ) -> None:
        self._settings = settings
        base_url = settings.base_url or OPENAI_URL
        timeout = httpx2.Timeout(settings.first_token_seconds, connect=settings.connect_seconds)
        self._http = httpx2.AsyncClient(
            timeout=timeout,
            transport=transport,
            # A proxy of the environment is right for the internet and wrong for loopback.
            trust_env=urlsplit(base_url).hostname not in _LOOPBACK,
        )
        self._client = openai.AsyncOpenAI(
            api_key=settings.api_key.reveal(),
            base_url=base_url,
            max_retries=0,
            timeout=timeout,
            http_client=self._http,
        )

    async def reply(
        self, said: Sequence[Said], tools: Sequence[ToolDescription]
    ) -> AsyncGenerator[ModelPiece, None]:
        """See ``model.LanguageModel``."""
        deadlines = _Deadlines(self._settings)
        with openai_errors():
            stream = await deadlines.first(self._open(said, tools))
            async with contextlib.aclosing(stream):
                turn = _Turn()
                while (chunk := await deadlines.next(stream)) is not None:
                    for text in turn.take(chunk):
                        deadlines.has_begun()
                        yield TextDelta(text)
                for call in turn.finish():
                    yield call

    async def aclose(self) -> None:
        """Give back the connections."""
        await self._client.close()

    async def _open(
        self, said: Sequence[Said], tools: Sequence[ToolDescription]
    ) -> openai.AsyncStream[ChatCompletionChunk]:
        # The package's parameter types are unions of dozens of TypedDicts; the wire is written
        # down, and tested, in the functions below.
        request: Any = {
            "model": self._settings.model,
            "messages": [_message(part) for part in said],
            "stream": True,
        }
        if tools:
            request["tools"] = [_tool(tool) for tool in tools]
        stream: openai.AsyncStream[ChatCompletionChunk]
        stream = await self._client.chat.completions.create(**request)
        return stream


class _Deadlines:
    """How long is waited: for the first word, for each one after it, for the whole answer.

    Each single wait is bounded, never the stretch between two: a generator is left and entered
    again, and a deadline that runs on outside would cancel somebody else's work.
    """

    def __init__(self, settings: OpenAI) -> None:
        now = asyncio.get_running_loop().time()
        self._patience = settings.first_token_seconds
        self._first_at = now + settings.first_token_seconds
        self._last_at = now + settings.answer_seconds
        self._begun = False

    def has_begun(self) -> None:
        """The first word came."""
        self._begun = True

    async def first(
        self, opening: Coroutine[Any, Any, openai.AsyncStream[ChatCompletionChunk]]
    ) -> openai.AsyncStream[ChatCompletionChunk]:
        async with asyncio.timeout_at(min(self._first_at, self._last_at)):
            return await opening

    async def next(
        self, stream: openai.AsyncStream[ChatCompletionChunk]
    ) -> ChatCompletionChunk | None:
        """The next chunk; None at the end of the stream."""
        now = asyncio.get_running_loop().time()
        wait_until = now + self._patience if self._begun else self._first_at
        async with asyncio.timeout_at(min(wait_until, self._last_at)):
            try:
                return await stream.__anext__()
            except StopAsyncIteration:
                return None


class _Turn:
    """Puts the chunks of one turn together."""

    def __init__(self) -> None:
        self._calls: dict[int, list[str]] = {}
        self._finish: str | None = None

    def take(self, chunk: ChatCompletionChunk) -> Iterator[str]:
        for choice in chunk.choices[:1]:
            self._finish = choice.finish_reason or self._finish
            for call in choice.delta.tool_calls or ():
                parts = self._calls.setdefault(call.index, ["", "", ""])
                name = call.function.name if call.function else None
                arguments = call.function.arguments if call.function else None
                parts[0] = parts[0] or call.id or ""
                parts[1] += name or ""
                parts[2] += arguments or ""
            if choice.delta.content:
                yield choice.delta.content

    def finish(self) -> Iterator[ToolCall]:
        """The tools that are wanted. A stream without its proper end is a failure."""
        if self._finish is None:
            raise AssistantUnavailable("the language model's answer ended before its end")
        if self._finish == "content_filter":
            raise AssistantRefused("the language model's service filtered the answer")
        for index in sorted(self._calls):
            call_id, name, arguments = self._calls[index]
            yield ToolCall(call_id or f"call_{index}", name, arguments)


@contextlib.contextmanager
def openai_errors() -> Iterator[None]:
    """Turn whatever the ``openai`` package raises into one of ours."""
    try:
        yield
    except (openai.OpenAIError, httpx2.HTTPError, httpx2.StreamError) as error:
        raise translated(error) from error
    except TimeoutError as error:
        raise AssistantUnavailable("the language model did not answer in time") from error
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        # The package lets a malformed chunk through as it is.
        raise AssistantUnavailable("the language model sent a broken answer") from error


def translated(error: Exception) -> KioskError:
    """Ours for one of theirs. What is not known to be our mistake may work at another try."""
    if isinstance(error, openai.APIStatusError):
        return _of_status(error.status_code)
    if isinstance(error, openai.ContentFilterFinishReasonError):
        return AssistantRefused("the language model's service filtered the answer")
    if isinstance(error, openai.APITimeoutError | httpx2.TimeoutException):
        return AssistantUnavailable("the language model did not answer in time")
    return AssistantUnavailable(f"the language model cannot be used: {type(error).__name__}")


def _of_status(status: int) -> KioskError:
    if status in _BUSY or status >= _SERVER_ERROR:
        return AssistantUnavailable(f"the language model's service answered {status}")
    _log.warning("the language model's service refuses us: it answered %d", status)
    return AssistantRefused(
        f"the language model's service answered {status}; check openai.api_key, openai.model "
        "and openai.base_url"
    )


def _message(part: Said) -> dict[str, Any]:
    if isinstance(part, Message):
        return {"role": _ROLES[part.speaker], "content": part.text}
    if isinstance(part, ToolCalls):
        calls = [
            {
                "id": call.id,
                "type": "function",
                "function": {"name": call.name, "arguments": call.arguments},
            }
            for call in part.calls
        ]
        return {"role": "assistant", "content": part.text or None, "tool_calls": calls}
    return {"role": "tool", "tool_call_id": part.call_id, "content": part.content}


def _tool(tool: ToolDescription) -> dict[str, Any]:
    return {
        "type": "function",
        "function": {
            "name": tool.name,
            "description": tool.purpose,
            "parameters": dict(tool.parameters),
        },
    }

"""The ``openai`` package behind our Protocol; only the ``openai_…`` modules here know it.

Chat Completions, not Responses: every compatible server speaks it (vLLM, Ollama, LiteLLM,
llama.cpp, Azure's older versions), while Responses is missing or half there in several: llama.cpp
streams its events, but breaks the package's helper (3.54) that would put them together. We keep
no state at the service and use none of its own tools, so nothing of Responses is missed.

The package's own patience is not a person's (600 s, two retries, ``Retry-After`` up to 120 s), so
retries are off and the deadlines are ours; ``steadfast_model`` tries again.
"""

import asyncio
import contextlib
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Coroutine, Sequence
from typing import Any, TypeVar
from urllib.parse import urlsplit

import httpx2
import openai
from openai.types.chat import ChatCompletionChunk

from kiosk.assistant.model import ModelPiece, Said, ToolDescription
from kiosk.assistant.openai_errors import complaint_of, is_too_long, openai_errors
from kiosk.assistant.openai_turn import Turn
from kiosk.assistant.openai_wire import Dialect, Json
from kiosk.core.errors import AssistantRefused, AssistantUnavailable, SettingError
from kiosk.core.settings import OpenAI
from kiosk.net.certificates import trusted_certificates

T = TypeVar("T")
Chunks = openai.AsyncStream[ChatCompletionChunk]

OPENAI_URL = "https://api.openai.com/v1"
MOST_BYTES = 4_000_000
"""Of one answer, as it comes over the network."""

_GRACE_SECONDS = 0.5
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


class OpenAIModel:
    """A model at any OpenAI-compatible service.

    Args:
        settings: Base URL, key, models, limits and deadlines.

    Raises:
        SettingError: Azure without an address.
    """

    def __init__(self, settings: OpenAI) -> None:
        if settings.api_version and not settings.base_url:
            raise SettingError("openai.api_version is Azure's; it needs openai.base_url too")
        # OPENAI_LOG in the environment would have the package write down what patrons say.
        logging.getLogger("openai").setLevel(logging.WARNING)
        self._settings = settings
        self._client = _client(settings)
        usual = Dialect(settings, settings.model)
        smaller = settings.smaller_model
        self._dialects = {
            False: usual,
            True: Dialect(settings, smaller) if smaller else usual,
        }

    async def reply(
        self,
        said: Sequence[Said],
        tools: Sequence[ToolDescription],
        *,
        economical: bool = False,
    ) -> AsyncGenerator[ModelPiece, None]:
        """See ``model.LanguageModel``."""
        deadlines = _Deadlines(self._settings)
        with openai_errors():
            opening = self._open(self._dialects[economical], said, tools)
            chunks, request = await deadlines.first(opening)
        turn = Turn(request)
        try:
            async with contextlib.aclosing(_heard(chunks, turn, deadlines)) as pieces:
                async for piece in pieces:
                    yield piece
        except (AssistantUnavailable, AssistantRefused):
            yield turn.usage()
            raise
        yield turn.usage()

    async def aclose(self) -> None:
        """Give back the connections."""
        await self._client.close()

    async def _open(
        self, dialect: Dialect, said: Sequence[Said], tools: Sequence[ToolDescription]
    ) -> tuple[Chunks, Json]:
        """Ask, and ask again without what the service does not take."""
        while True:  # each lesson leaves something out, until nothing more can be
            request = dialect.request(said, tools)
            try:
                return await self._ask(request), request
            except (openai.BadRequestError, openai.UnprocessableEntityError) as error:
                if is_too_long(error) or not dialect.learn(request, complaint_of(error)):
                    raise

    async def _ask(self, request: Json) -> Chunks:
        # The package's parameter types are unions of dozens of TypedDicts; ``openai_wire`` writes
        # the request down, and tests read it at the other end.
        create: Callable[..., Coroutine[Any, Any, Chunks]] = self._client.chat.completions.create
        return await create(**request)


async def _heard(
    chunks: Chunks, turn: Turn, deadlines: "_Deadlines"
) -> AsyncGenerator[ModelPiece, None]:
    """The pieces of a turn, until it is over. Raises our errors."""
    with openai_errors():
        async with contextlib.aclosing(chunks):
            while (chunk := await _next(chunks, turn, deadlines)) is not None:
                for piece in turn.take(chunk):
                    yield piece
            for last in turn.finish():
                yield last


async def _next(chunks: Chunks, turn: Turn, deadlines: "_Deadlines") -> ChatCompletionChunk | None:
    """The next chunk; None at the end of the stream."""
    try:
        return await deadlines.next(chunks, turn)
    except StopAsyncIteration:
        return None
    except (openai.OpenAIError, httpx2.HTTPError, ValueError, OSError):
        if turn.is_whole:
            return None  # all was said; only the bill is missing
        raise


class _Deadlines:
    """How long is waited: for the first word, for each one after it, for the whole answer.

    Each single wait is bounded, never the stretch between two: a generator is left and entered
    again, and a deadline that runs on outside would cancel somebody else's work.
    """

    def __init__(self, settings: OpenAI) -> None:
        now = asyncio.get_running_loop().time()
        self._stall_seconds = settings.stall_seconds
        self._first_at = now + settings.first_token_seconds
        self._last_at = now + settings.answer_seconds

    async def first(self, opening: Coroutine[Any, Any, T]) -> T:
        """What answers to the request."""
        async with asyncio.timeout_at(min(self._first_at, self._last_at)):
            return await opening

    async def next(self, chunks: AsyncIterator[T], turn: Turn) -> T:
        """The next chunk."""
        async with asyncio.timeout_at(min(self._wait_until(turn), self._last_at)):
            return await anext(chunks)

    def _wait_until(self, turn: Turn) -> float:
        now = asyncio.get_running_loop().time()
        if turn.is_whole:
            return now + _GRACE_SECONDS
        return now + self._stall_seconds if turn.has_begun else self._first_at


def _client(settings: OpenAI) -> openai.AsyncOpenAI:
    """The package's client for OpenAI, Azure or a compatible service, without its own patience."""
    longest = max(settings.first_token_seconds, settings.stall_seconds)
    timeout = httpx2.Timeout(longest, connect=settings.connect_seconds)
    base_url = settings.base_url or OPENAI_URL
    # A proxy of the environment is right for the internet and wrong for loopback.
    trust_env = urlsplit(base_url).hostname not in _LOOPBACK
    http = httpx2.AsyncClient(
        timeout=timeout,
        verify=trusted_certificates(of_environment=trust_env),
        trust_env=trust_env,
        event_hooks={"response": [_bound]},
    )
    key = settings.api_key.reveal()
    if settings.api_version:
        return openai.AsyncAzureOpenAI(
            api_key=key,
            azure_endpoint=base_url,
            api_version=settings.api_version,
            max_retries=0,
            timeout=timeout,
            http_client=http,
        )
    return openai.AsyncOpenAI(
        api_key=key, base_url=base_url, max_retries=0, timeout=timeout, http_client=http
    )


async def _bound(response: httpx2.Response) -> None:
    # A line without an end would fill the memory before the package shows us any of it.
    if isinstance(response.stream, httpx2.AsyncByteStream):
        response.stream = _BoundedStream(response.stream)


class _BoundedStream(httpx2.AsyncByteStream):
    """An answer's bytes, as long as they are not too many."""

    def __init__(self, stream: httpx2.AsyncByteStream) -> None:
        self._stream = stream
        self._left = MOST_BYTES

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for part in self._stream:
            self._left -= len(part)
            if self._left < 0:
                raise httpx2.ReadError("the answer does not come to an end")
            yield part

    async def aclose(self) -> None:
        await self._stream.aclose()

"""Every error that the package and its transport have becomes one of ours."""

import importlib
import inspect
import json
import pkgutil
from collections.abc import Iterator

import httpx2
import openai
import pytest

from kiosk.assistant.openai_errors import openai_errors
from kiosk.core.errors import (
    AssistantRefused,
    AssistantUnavailable,
    ContentFiltered,
    ConversationTooLong,
    KioskError,
)
from tests.noise import Noise

REQUEST = httpx2.Request("POST", "http://127.0.0.1:9/v1")

OTHERS = {
    # The status errors are held against their statuses below.
    "ContentFilterFinishReasonError": ContentFiltered,
}
"""What does not become ``AssistantUnavailable``."""


def _with_heirs(kind: type[Exception]) -> Iterator[type[Exception]]:
    yield kind
    for heir in kind.__subclasses__():
        yield from _with_heirs(heir)


def _all_of_the_package() -> list[type[Exception]]:
    """Every module is loaded that can be, so that an error in a corner is found too."""
    for corner in ("openai.lib.azure", "openai.lib.streaming.chat", "openai._response"):
        importlib.import_module(corner)
    for module in pkgutil.iter_modules(openai.__path__, "openai."):
        if not module.ispkg and "__main__" not in module.name:
            importlib.import_module(module.name)
    return sorted(set(_with_heirs(openai.OpenAIError)), key=lambda kind: kind.__qualname__)


def _all_of_the_transport() -> list[type[Exception]]:
    found = [kind for _, kind in inspect.getmembers(httpx2, inspect.isclass)]
    return sorted(
        (kind for kind in found if issubclass(kind, Exception)), key=lambda kind: kind.__name__
    )


def ours(error: Exception) -> KioskError:
    with pytest.raises(KioskError) as caught, openai_errors():
        raise error
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
    return caught.value


def bare(kind: type[Exception]) -> Exception:
    """An error of this kind as it is before it knows anything."""
    error = kind.__new__(kind)
    if issubclass(kind, openai.APIStatusError):
        error.__dict__.setdefault("status_code", getattr(kind, "status_code", 500))
    return error


@pytest.mark.parametrize(
    "kind", [*_all_of_the_package(), *_all_of_the_transport()], ids=lambda kind: kind.__qualname__
)
def test_every_error_of_theirs_is_one_of_ours(kind: type[Exception], expected_logs: Noise) -> None:
    """The package is asked which errors it has, so that a new one cannot be forgotten."""
    expected_logs.allow("the language model's service answered 4")
    found = ours(bare(kind))
    if issubclass(kind, openai.APIStatusError):
        assert isinstance(found, AssistantUnavailable | AssistantRefused)
    else:
        assert type(found) is OTHERS.get(kind.__name__, AssistantUnavailable)
    assert found.patron_text.endswith((".", "?"))


def test_the_errors_of_the_package_are_those_that_we_know() -> None:
    """One more is no failure of ours, but somebody should look what it means."""
    assert {kind.__name__ for kind in _all_of_the_package()} == {
        "APIConnectionError",
        "APIError",
        "APIRemovedInV1",
        "APIResponseValidationError",
        "APIStatusError",
        "APITimeoutError",
        "AuthenticationError",
        "BadRequestError",
        "ConflictError",
        "ContentFilterFinishReasonError",
        "InternalServerError",
        "LengthFinishReasonError",
        "MutuallyExclusiveAuthError",
        "NotFoundError",
        "OAuthError",
        "OpenAIError",
        "PermissionDeniedError",
        "RateLimitError",
        "StreamAlreadyConsumed",
        "SubjectTokenProviderError",
        "UnprocessableEntityError",
        "WebSocketConnectionClosedError",
        "WebSocketQueueFullError",
        "_AmbiguousModuleClientUsageError",
    }


@pytest.mark.parametrize(
    ("kind", "status", "becomes"),
    [
        (openai.BadRequestError, 400, AssistantRefused),
        (openai.AuthenticationError, 401, AssistantRefused),
        (openai.PermissionDeniedError, 403, AssistantRefused),
        (openai.NotFoundError, 404, AssistantRefused),
        (openai.ConflictError, 409, AssistantUnavailable),
        (openai.UnprocessableEntityError, 422, AssistantRefused),
        (openai.RateLimitError, 429, AssistantUnavailable),
        (openai.InternalServerError, 500, AssistantUnavailable),
        (openai.APIStatusError, 302, AssistantUnavailable),
        (openai.APIStatusError, 413, ConversationTooLong),
    ],
)
def test_a_status_says_whether_another_try_may_help(
    kind: type[openai.APIStatusError],
    status: int,
    becomes: type[KioskError],
    expected_logs: Noise,
) -> None:
    expected_logs.allow(f"answered {status}; check openai.api_key")
    response = httpx2.Response(status, request=REQUEST)
    assert type(ours(kind("the patron said", response=response, body=None))) is becomes


@pytest.mark.parametrize(
    ("told", "seconds"), [("7", 7.0), ("0.5", 0.5), ("-1", None), ("nan", None), ("soon", None)]
)
def test_how_long_a_service_wants_to_be_left_alone_is_kept(
    told: str, seconds: float | None
) -> None:
    response = httpx2.Response(429, headers={"Retry-After": told}, request=REQUEST)
    found = ours(openai.RateLimitError("busy", response=response, body=None))
    assert isinstance(found, AssistantUnavailable)
    assert found.retry_after == seconds


@pytest.mark.parametrize(
    ("code", "becomes"),
    [
        ("content_filter", ContentFiltered),
        ("context_length_exceeded", ConversationTooLong),
        ("server_error", AssistantUnavailable),
        (None, AssistantUnavailable),
    ],
)
def test_an_error_in_the_middle_of_a_stream_has_a_code(
    code: str | None, becomes: type[KioskError]
) -> None:
    error = openai.APIError("the patron said", request=REQUEST, body={"code": code})
    assert type(ours(error)) is becomes


@pytest.mark.parametrize("kind", [openai.APITimeoutError, httpx2.ReadTimeout, TimeoutError])
def test_out_of_time_is_said_so(kind: type[Exception]) -> None:
    assert "in time" in str(ours(bare(kind)))


def test_what_the_machine_itself_says_is_one_of_ours() -> None:
    assert type(ours(ConnectionResetError())) is AssistantUnavailable


def test_a_broken_chunk_is_one_of_ours() -> None:
    for broken in (b"{", b"\xff"):
        with pytest.raises(AssistantUnavailable, match="broken"), openai_errors():
            json.loads(broken.decode())

from collections.abc import Iterator

import httpx
import httpx_sse
import pytest

from kiosk.core.errors import (
    DeskNotReached,
    DeskRefused,
    DeskUnavailable,
    LibCalRefused,
    LibCalUnavailable,
)
from kiosk.net.errors import translated

REQUEST = httpx.Request("GET", "https://example.org")


def family(kind: type[Exception]) -> Iterator[type[Exception]]:
    """A kind of error and all its descendants."""
    yield kind
    for child in kind.__subclasses__():
        yield from family(child)


def every_httpx_error() -> list[type[Exception]]:
    """What httpx and httpx-sse can raise, found out from themselves."""
    named = [getattr(httpx, name) for name in httpx.__all__] + [httpx_sse.SSEError]
    roots = [
        one
        for one in named
        if isinstance(one, type) and issubclass(one, Exception) and one.__base__ in _PYTHONS_OWN
    ]
    return sorted({one for root in roots for one in family(root)}, key=lambda one: one.__name__)


_PYTHONS_OWN = (Exception, RuntimeError)


def an_error(kind: type[Exception]) -> Exception:
    """An instance, without caring what its constructor wants."""
    error = kind.__new__(kind)
    Exception.__init__(error, "words")
    if isinstance(error, httpx.HTTPStatusError):
        error.response = httpx.Response(503, request=REQUEST)
    return error


def raise_translated(error: Exception) -> None:
    with translated("The staff desk", DeskUnavailable, DeskRefused):
        raise error


def test_the_list_of_httpx_errors_is_not_empty() -> None:
    assert {httpx.ReadTimeout, httpx.InvalidURL, httpx.StreamClosed, httpx_sse.SSEError} <= set(
        every_httpx_error()
    )


@pytest.mark.parametrize("kind", every_httpx_error(), ids=lambda kind: kind.__name__)
def test_nothing_that_httpx_raises_gets_past_the_door(kind: type[Exception]) -> None:
    with pytest.raises((DeskUnavailable, DeskRefused), match=r"^The staff desk "):
        raise_translated(an_error(kind))


@pytest.mark.parametrize("kind", [httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout])
def test_what_never_left_is_told_apart(kind: type[httpx.TransportError]) -> None:
    with (
        pytest.raises(DeskNotReached, match=r"^The staff desk did not answer"),
        translated("The staff desk", DeskUnavailable, DeskRefused, not_reached=DeskNotReached),
    ):
        raise kind("")


def test_what_may_have_arrived_is_not_taken_for_it() -> None:
    with (
        pytest.raises(DeskUnavailable) as caught,
        translated("The staff desk", DeskUnavailable, DeskRefused, not_reached=DeskNotReached),
    ):
        raise httpx.ReadTimeout("")
    assert caught.type is DeskUnavailable


@pytest.mark.parametrize("status", [100, 301, 302, 307, 408, 425, 429, 500, 502, 503, 504, 599])
def test_an_answer_that_may_be_different_next_time_is_unavailable(status: int) -> None:
    response = httpx.Response(status, request=REQUEST)
    with (
        pytest.raises(LibCalUnavailable, match=f"^LibCal answered {status}$"),
        translated("LibCal", LibCalUnavailable, LibCalRefused),
    ):
        response.raise_for_status()


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 410, 413, 422])
def test_a_clear_no_is_refused(status: int) -> None:
    response = httpx.Response(status, request=REQUEST)
    with (
        pytest.raises(LibCalRefused, match=f"^LibCal answered {status}$"),
        translated("LibCal", LibCalUnavailable, LibCalRefused),
    ):
        response.raise_for_status()


@pytest.mark.parametrize(
    "error", [httpx.InvalidURL("no host"), httpx.UnsupportedProtocol("gopher")]
)
def test_a_request_that_cannot_be_made_is_refused(error: Exception) -> None:
    with pytest.raises(DeskRefused, match="cannot be asked"):
        raise_translated(error)


def test_a_timeout_without_words_is_still_a_sentence() -> None:
    with pytest.raises(DeskUnavailable, match=r"^The staff desk did not answer: ReadTimeout$"):
        raise_translated(httpx.ReadTimeout(""))


def test_the_first_error_stays_known_as_the_cause() -> None:
    first = httpx.ConnectError("refused")
    with pytest.raises(DeskUnavailable) as caught:
        raise_translated(first)
    assert caught.value.__cause__ is first


def test_errors_that_are_not_httpxs_are_not_touched() -> None:
    with pytest.raises(KeyError):
        raise_translated(KeyError("ours"))

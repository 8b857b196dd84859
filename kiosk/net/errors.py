"""The one door through which HTTP's errors become ours."""

import contextlib
from collections.abc import Iterator

import httpx

from kiosk.core.errors import Refused, Unavailable

BUSY = frozenset({408, 425, 429})
"""Answers below 500 that mean "not now"."""


@contextlib.contextmanager
def translated(
    who: str,
    unavailable: type[Unavailable],
    refused: type[Refused],
    *,
    not_reached: type[Unavailable] | None = None,
) -> Iterator[None]:
    """Turn whatever httpx raises inside the block into ``unavailable`` or ``refused``.

    Args:
        who: Who was asked, as the beginning of a sentence: "LibCal", "The staff desk".
        unavailable: For what may be different next time: no answer, a broken answer, a busy or
            failing server, a redirect (we follow none; on a public network it is usually the
            sign-in page of the network itself).
        not_reached: Instead of ``unavailable`` where nothing can have been sent: no connection.
        refused: For a clear no (the other 4xx), and for requests that cannot be made at all.
    """
    try:
        yield
    except httpx.HTTPStatusError as error:
        status = error.response.status_code
        raise (refused if is_refusal(status) else unavailable)(
            f"{who} answered {status}"
        ) from error
    except (httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
        raise refused(f"{who} cannot be asked: {_words(error)}") from error
    except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
        raise (not_reached or unavailable)(f"{who} did not answer: {_words(error)}") from error
    except (httpx.HTTPError, httpx.StreamError, httpx.CookieConflict) as error:
        raise unavailable(f"{who} did not answer: {_words(error)}") from error


def is_refusal(status: int) -> bool:
    """Whether this HTTP status means that another try will not help."""
    return httpx.codes.is_client_error(status) and status not in BUSY


def _words(error: Exception) -> str:
    # Timeouts come without words.
    return f"{type(error).__name__} {error}".strip()

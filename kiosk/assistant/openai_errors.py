"""The one door through which errors of the ``openai`` package and its transport become ours.

No cause is chained to them: a service's words may repeat the patron's, or part of the key, and a
traceback would carry them into a log.
"""

import contextlib
import json
import logging
import math
from collections.abc import Iterator

import httpx2
import openai

from kiosk.core.errors import (
    AssistantRefused,
    AssistantUnavailable,
    ContentFiltered,
    ConversationTooLong,
    KioskError,
)

_BUSY = {408, 409, 425, 429}
_TOO_LARGE = 413
_REFUSALS = range(400, 500)
_FILTERED = {"content_filter", "content_policy_violation", "moderation_blocked"}
_TOO_LONG = {"context_length_exceeded", "string_above_max_length"}
_TOO_LONG_WORDS = ("maximum context length", "context length", "context size", "context window")
_UNPAID = {"insufficient_quota", "billing_hard_limit_reached", "billing_not_active"}
_TRANSPORT = (httpx2.HTTPError, httpx2.StreamError, httpx2.InvalidURL, httpx2.CookieConflict)

_log = logging.getLogger(__name__)


@contextlib.contextmanager
def openai_errors() -> Iterator[None]:
    """Turn whatever the ``openai`` package raises inside the block into one of ours."""
    try:
        yield
    except (openai.OpenAIError, *_TRANSPORT) as error:
        ours = translated(error)
    except TimeoutError:
        ours = out_of_time()
    except (json.JSONDecodeError, UnicodeDecodeError):
        # The package lets a malformed chunk through as it is.
        ours = AssistantUnavailable("the language model sent a broken answer")
    except UnicodeEncodeError:
        # The error would tell the whole header.
        ours = AssistantRefused("openai.api_key holds a letter that no key has; set it again")
    except OSError as error:
        ours = AssistantUnavailable(f"the language model cannot be reached: {type(error).__name__}")
    else:
        return
    raise ours from None


def out_of_time() -> AssistantUnavailable:
    """Nothing came within the time that a person waits."""
    return AssistantUnavailable("the language model did not answer in time")


def translated(error: Exception) -> KioskError:
    """Ours for one of theirs. What is not known to be our mistake may work at another try."""
    if (told := _as_told(error)) is not None:
        return told
    if isinstance(error, openai.APIStatusError):
        return _of_status(error)
    if isinstance(error, openai.APITimeoutError | httpx2.TimeoutException):
        return out_of_time()
    return AssistantUnavailable(f"the language model cannot be used: {type(error).__name__}")


def _as_told(error: Exception) -> KioskError | None:
    """For an error that says more than its status does."""
    code = code_of(error)
    if isinstance(error, openai.ContentFilterFinishReasonError) or code in _FILTERED:
        return ContentFiltered("the language model's service filtered the question or the answer")
    if isinstance(error, openai.LengthFinishReasonError):
        return AssistantUnavailable("the language model's answer was cut off at its limit")
    if is_too_long(error):
        return ConversationTooLong("the conversation is too long for openai.model")
    if code in _UNPAID:
        return _refusal("the account at the language model's service is used up; check its billing")
    return None


def complaint_of(error: openai.APIStatusError) -> str:
    """What the service complains of: the name of a parameter, or else all its words."""
    return str(getattr(error, "param", None) or getattr(error, "body", None) or error)


def code_of(error: Exception) -> str:
    """The service's own code for what went wrong; empty where it gives none."""
    return str(getattr(error, "code", None) or getattr(error, "type", None) or "")


def is_too_long(error: Exception) -> bool:
    """Whether the service says that the model cannot read so much."""
    if code_of(error) in _TOO_LONG or getattr(error, "status_code", None) == _TOO_LARGE:
        return True
    words = str(error).lower()
    return isinstance(error, openai.BadRequestError) and any(
        sign in words for sign in _TOO_LONG_WORDS
    )


def _of_status(error: openai.APIStatusError) -> KioskError:
    status = error.status_code
    if status in _BUSY or status not in _REFUSALS:
        return AssistantUnavailable(
            f"the language model's service answered {status}", retry_after=_retry_after(error)
        )
    return _refusal(
        f"the language model's service answered {status}; check openai.api_key, openai.model "
        "and openai.base_url"
    )


def _refusal(sentence: str) -> AssistantRefused:
    _log.warning("%s", sentence)
    return AssistantRefused(sentence)


def _retry_after(error: openai.APIStatusError) -> float | None:
    """Seconds. A date is not read: which clock is right is not known."""
    response: httpx2.Response | None = getattr(error, "response", None)
    told = "" if response is None else response.headers.get("retry-after", "")
    try:
        seconds = float(told)
    except ValueError:
        return None
    return seconds if math.isfinite(seconds) and seconds >= 0 else None

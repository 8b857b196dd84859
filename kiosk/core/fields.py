"""Reads the fields of a JSON object that came over one of our wires, and names what is wrong."""

from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from kiosk.core.clock import parse_instant
from kiosk.core.errors import WireError

Json = dict[str, Any]
_E = TypeVar("_E", bound=StrEnum)


def an_object(body: object, what: str) -> Json:
    """A JSON object. Raises WireError."""
    if not isinstance(body, dict):
        raise WireError(f"a {what} must be a JSON object")
    return body


def a_text(fields: Json, name: str, limit: int, *, empty: bool = False) -> str:
    """A text of at most ``limit`` characters.

    Args:
        fields: The object.
        name: Of the field.
        limit: In characters.
        empty: It may be empty, or missing.

    Raises:
        WireError: it is none, is too long, or cannot be stored as UTF-8.
    """
    value = fields.get(name, "" if empty else None)
    if not isinstance(value, str):
        raise WireError(f"{name!r} must be a text")
    if not empty and not value.strip():
        raise WireError(f"{name!r} must not be empty")
    if len(value) > limit:
        raise WireError(f"{name!r} is longer than {limit} characters")
    # Lone surrogates cannot be stored or sent as UTF-8.
    if any("\ud800" <= character <= "\udfff" for character in value) or "\x00" in value:
        raise WireError(f"{name!r} holds characters that are not text")
    return value


def a_uuid(fields: Json, name: str) -> UUID:
    """A UUID. Raises WireError."""
    try:
        return UUID(a_text(fields, name, 36))
    except ValueError as error:
        raise WireError(f"{name!r} must be a UUID") from error


def an_instant(fields: Json, name: str) -> datetime:
    """An instant, in UTC. Raises WireError."""
    try:
        return parse_instant(a_text(fields, name, 40))
    except ValueError as error:
        raise WireError(f"{name!r} must be an ISO 8601 instant with its offset") from error


def an_enum(kind: type[_E], fields: Json, name: str) -> _E:
    """One of the words of ``kind``. Raises WireError."""
    try:
        return kind(a_text(fields, name, 40))
    except ValueError as error:
        allowed = ", ".join(kind)
        raise WireError(f"{name!r} must be one of {allowed}") from error

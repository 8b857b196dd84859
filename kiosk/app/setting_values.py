"""A value as an administrator wrote it becomes the value that the program uses, or a sentence.

A source with types (TOML, JSON) must give the right one; a source of texts (environment,
registry) gives texts, and lists with commas.
"""

import math
import re
import zoneinfo
from collections.abc import Callable, Mapping
from typing import Any

from kiosk.core.secret import Secret

THEMES = ("light", "dark", "contrast")
KEYBOARDS = ("auto", "always", "never")
READ_ALOUD = ("offer", "never")
LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
YES = ("true", "yes", "on", "1")
NO = ("false", "no", "off", "0")


def converted(raw: object, hint: object, at_least: float | None) -> object:
    """Read one value as its setting's type.

    Raises:
        ValueError: it is not of that type, or too small; the text completes "it must be …".
    """
    value = CONVERTERS[hint](raw)
    numbers = value if isinstance(value, tuple) else (value,)
    for number in numbers:
        if at_least is not None and isinstance(number, int | float) and number < at_least:
            raise ValueError(f"at least {at_least:g}")
    return value


def checked(name: str, value: object) -> object:
    """Hold a value of the right type against what its setting means.

    Raises:
        ValueError: it cannot be used; the text completes "it must be …".
        SettingError: an address that cannot be used; the text is a whole sentence.
    """
    check = CHECKS.get(name)
    return value if check is None or value in ("", None) else check(value)


def _text(raw: object) -> str:
    if not isinstance(raw, str):
        raise ValueError("a text in quotes")  # noqa: TRY004 - one kind of error for the caller
    return raw.strip()


def _whole(raw: object) -> int:
    if isinstance(raw, str) and re.fullmatch(r"\s*[+-]?[0-9]{1,18}\s*", raw):
        return int(raw)
    if isinstance(raw, int) and not isinstance(raw, bool):
        return raw
    raise ValueError("a whole number")


def _whole_or_none(raw: object) -> int | None:
    return None if raw is None or raw == "" else _whole(raw)


def _number(raw: object) -> float:
    try:
        # JSON and TOML know "nan" and "inf"; a time of that length is a mistake.
        if isinstance(raw, str | int | float) and not isinstance(raw, bool):
            number = float(raw)
            if math.isfinite(number):
                return number
    except (ValueError, OverflowError):
        pass
    raise ValueError("a number")


def _number_or_none(raw: object) -> float | None:
    return None if raw is None or raw == "" else _number(raw)


def _flag(raw: object) -> bool:
    if isinstance(raw, bool):
        return raw
    if isinstance(raw, str) and raw.strip().lower() in YES + NO:
        return raw.strip().lower() in YES
    raise ValueError("true or false")


def _whole_numbers(raw: object) -> tuple[int, ...]:
    parts = [part for part in raw.split(",") if part.strip()] if isinstance(raw, str) else raw
    try:
        if isinstance(parts, list):
            return tuple(dict.fromkeys(_whole(part) for part in parts))
    except ValueError:
        pass
    raise ValueError("a list of whole numbers")


def _secret(raw: object) -> Secret:
    return Secret(_text(raw))


CONVERTERS: Mapping[object, Callable[[object], object]] = {
    str: _text,
    int: _whole,
    int | None: _whole_or_none,
    float: _number,
    float | None: _number_or_none,
    bool: _flag,
    tuple[int, ...]: _whole_numbers,
    Secret: _secret,
}
"""One for each type that a setting may have."""


def _zone(value: Any) -> object:
    try:
        zoneinfo.ZoneInfo(value)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError("an IANA time zone such as America/New_York") from error
    return value


def _theme(value: Any) -> object:
    if value not in THEMES:
        raise ValueError("one of " + ", ".join(THEMES))
    return value


def _keyboard(value: Any) -> object:
    if value not in KEYBOARDS:
        raise ValueError("one of " + ", ".join(KEYBOARDS))
    return value


def _read_aloud(value: Any) -> object:
    if value not in READ_ALOUD:
        raise ValueError("one of " + ", ".join(READ_ALOUD))
    return value


def _language(value: Any) -> object:
    if not LANGUAGE_TAG.fullmatch(value):
        raise ValueError("a language tag such as en or zh-Hans")
    return value


def _port(value: Any) -> object:
    if value > 65_535:  # noqa: PLR2004 - the highest port there is
        raise ValueError("a port from 0 to 65535")
    return value


def _temperature(value: Any) -> object:
    if value > 2:  # noqa: PLR2004 - the highest that any service takes
        raise ValueError("a number from 0 to 2")
    return value


def _identifier(value: Any) -> object:
    if value < 1:
        raise ValueError("one of LibCal's ids, which start at 1")
    return value


def _identifiers(value: Any) -> object:
    return tuple(_identifier(item) for item in value)


def _address(name: str) -> Callable[[Any], object]:
    def check(value: Any) -> object:
        # httpx stands behind it and takes a tenth of a second, which few commands need.
        from kiosk.net.addresses import checked_base_url  # noqa: PLC0415 - see above

        return checked_base_url(value, name)

    return check


CHECKS: Mapping[str, Callable[[Any], object]] = {
    "location": _identifier,
    "timezone": _zone,
    "language": _language,
    "libcal.location_ids": _identifiers,
    "libcal.base_url": _address("libcal.base_url"),
    "libanswers.base_url": _address("libanswers.base_url"),
    "libanswers.language": _language,
    "openai.base_url": _address("openai.base_url"),
    "openai.temperature": _temperature,
    "desk.url": _address("desk.url"),
    "desk_server.port": _port,
    "screen.theme": _theme,
    "screen.keyboard": _keyboard,
    "screen.read_aloud": _read_aloud,
}
"""What a type alone does not say. An empty value means "not set" and is not checked."""

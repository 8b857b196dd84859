"""Read ``resources/holidays.toml``: the rules for days that have a name."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from kiosk.assistant.occasions import HolidayRule
from kiosk.core.errors import ContentError


def read_holidays(path: Path) -> Mapping[str, HolidayRule]:
    """The rules by the key of each holiday.

    Raises:
        ContentError: the file is missing or has a mistake; the message names file and key.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ContentError(f"the file of holidays {path} cannot be read: {error}") from error
    rules = {}
    for key, values in content.items():
        try:
            rules[key] = HolidayRule(**{**values, "names": tuple(values.get("names", ()))})
        except TypeError as error:
            raise ContentError(f"{path.name}: {key}: {error}") from error
    return rules

"""Read the library's own content from its folder, or say which line to mend.

The folder holds ``library.toml``: the fields of ``core.content.Content`` at the top, and one
``[[places]]`` table for each place, with the fields of ``core.content.PlaceWords``.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from kiosk.core.content import Content, PlaceWords
from kiosk.core.errors import ContentError

FILE_NAME = "library.toml"
MAX_TEXT = 500

_ACCENT = re.compile(r"#[0-9a-fA-F]{6}")


def read_content(folder: Path) -> Content:
    """The content of that folder.

    Raises:
        ContentError: the file is missing, cannot be read, is no TOML, or one of its keys is
            unknown or holds something else than it should. The message names file and key.
    """
    file = folder / FILE_NAME
    table = _Table(file, _toml(file), "")
    places = tuple(_place(entry) for entry in table.tables("places"))
    _refuse_doubles(file, places)
    content = Content(
        name=table.text("name", Content().name),
        timezone=table.checked("timezone", _is_zone, "an IANA time zone like America/New_York"),
        desk_phone=table.text("desk_phone"),
        desk_words=table.text("desk_words", Content().desk_words),
        accent=table.checked("accent", _ACCENT.fullmatch, "a colour like #1f5c7a"),
        announcement=table.text("announcement"),
        questions=table.texts("questions"),
        places=places,
    )
    table.refuse_unknown({field.name for field in fields(Content)})
    return content


def _toml(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ContentError(
            f"{file} is missing; write it, or leave the setting `content` empty"
        ) from error
    except OSError as error:
        raise ContentError(f"{file} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ContentError(f"{file} is not UTF-8 text; save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        # tomllib names line and column itself.
        raise ContentError(f"{file} is not TOML: {error}") from error


def _place(table: "_Table") -> PlaceWords:
    words = PlaceWords(
        location_id=table.number("location_id"),
        name=table.text("name"),
        short_names=table.texts("short_names"),
        address=table.text("address"),
        phone=table.text("phone"),
        floor=table.text("floor"),
        directions=table.text("directions"),
        url=table.checked("url", _is_web_address, "a web address that begins with https://"),
    )
    table.refuse_unknown({field.name for field in fields(PlaceWords)})
    return words


def _refuse_doubles(file: Path, places: tuple[PlaceWords, ...]) -> None:
    seen: set[int] = set()
    for n, place in enumerate(places, start=1):
        if place.location_id in seen:
            raise ContentError(
                f"{file}: place {n} has location_id {place.location_id}, as one before it; "
                "write each place once"
            )
        seen.add(place.location_id)


@dataclass(frozen=True, slots=True)
class _Table:
    """One TOML table of the file, whose values are asked for by key and kind."""

    file: Path
    values: Mapping[str, Any]
    where: str

    def text(self, key: str, default: str = "") -> str:
        value = self.values.get(key, default)
        if not isinstance(value, str) or len(value) > MAX_TEXT:
            raise self._wrong(key, f"a text of at most {MAX_TEXT} characters")
        return value.strip()

    def checked(self, key: str, test: Callable[[str], object], meaning: str) -> str:
        value = self.text(key)
        if value and not test(value):
            raise self._wrong(key, meaning)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
            raise self._wrong(key, "a list of texts")
        return tuple(text.strip() for text in value)

    def number(self, key: str) -> int:
        value = self.values.get(key)
        if not isinstance(value, int) or isinstance(value, bool) or value <= 0:
            raise self._wrong(key, "LibCal's number for the place")
        return value

    def tables(self, key: str) -> list["_Table"]:
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
            raise self._wrong(key, f"tables that begin with [[{key}]]")
        return [_Table(self.file, v, f"place {n}, ") for n, v in enumerate(value, start=1)]

    def refuse_unknown(self, known: set[str]) -> None:
        if unknown := sorted(self.values.keys() - known):
            raise ContentError(
                f"{self.file}: {self.where}{unknown[0]!r} is no key we know; "
                f"known are {', '.join(sorted(known))}"
            )

    def _wrong(self, key: str, meaning: str) -> ContentError:
        return ContentError(f"{self.file}: {self.where}{key!r} must be {meaning}")


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # not found, not a name, a folder of zones
        return False
    return True


def _is_web_address(text: str) -> bool:
    return text.startswith("https://") and " " not in text

"""Read the library's own content from its folder, or say which lines to mend.

The folder holds ``library.toml``: the fields of ``core.content.Content`` at the top, and one
``[[places]]`` table for each place, with the fields of ``core.content.PlaceWords``.
``packaging/CONTENT.md`` tells the library how it is written.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import fields
from importlib.resources import files
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from kiosk.app.content_table import Mistake, Table
from kiosk.app.toml_lines import Path as KeyPath
from kiosk.app.toml_lines import TomlLines, line_of_error
from kiosk.core.content import Content, PlaceWords
from kiosk.core.errors import ContentError
from kiosk.core.places import MapPosition

FILE_NAME = "library.toml"

_ACCENT = re.compile(r"#[0-9a-fA-F]{6}")
_PHONE = re.compile(r"(?:\D*\d){3}.*")
_PLAN = re.compile(r"\w[\w. -]{0,99}\.(?:svg|png|jpg|jpeg|webp)")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]{1,40}")
_LONGEST_KEY = 40
_SHOWN = 10


def read_content(folder: Path) -> Content:
    """The content of that folder.

    Raises:
        ContentError: the file is missing, cannot be read, is no TOML, or some of its keys are
            unknown or hold something else than they should. The message names the file, and each
            mistake with its line and key.
    """
    file = folder / FILE_NAME
    text = _text(file)
    top = Table(_toml(file, text))
    content = _content(top, folder)
    if top.mistakes:
        raise ContentError(_told(file, TomlLines(text), top.mistakes))
    return content


def _text(file: Path) -> str:
    try:
        written = file.read_bytes()
    except FileNotFoundError as error:
        raise ContentError(
            f"{file} is missing; write it, or leave the setting `content` empty"
        ) from error
    except OSError as error:
        raise ContentError(f"{file} cannot be read: {error.strerror}") from error
    try:
        return written.decode("utf-8-sig")  # Windows' Notepad writes the mark
    except UnicodeDecodeError as error:
        line = written.count(b"\n", 0, error.start) + 1
        raise ContentError(f"{file}, line {line}: is not UTF-8 text; save it as UTF-8") from error


def _toml(file: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        # ValueError also of a number too long, RecursionError of lists in lists in lists.
        known = isinstance(error, tomllib.TOMLDecodeError)
        why = str(error) if known else "a number is too long, or lists are too deep"
        line = line_of_error(error, text)
        raise ContentError(f"{file}, line {line}: is not TOML: {why}") from error


def _content(table: Table, folder: Path) -> Content:
    places = [(entry, _place(entry, folder)) for entry in table.tables("places")]
    _refuse_doubles(places)
    _refuse_circles(places)
    table.refuse_unknown({field.name for field in fields(Content)})
    return Content(
        name=table.translated("name", Content().name.default),
        timezone=table.checked("timezone", _is_zone, "an IANA time zone like America/New_York"),
        country=table.checked("country", _is_country, "a country's ISO 3166 code like US"),
        desk_phone=table.checked("desk_phone", _PHONE.fullmatch, "a phone number"),
        desk_words=table.translated("desk_words", Content().desk_words.default),
        crisis_line=table.translated("crisis_line"),
        accent=table.checked("accent", _ACCENT.fullmatch, "a colour like #1f5c7a"),
        announcement=table.translated("announcement"),
        questions=table.translated_lists("questions"),
        places=tuple(place for _, place in places),
    )


def _place(table: Table, folder: Path) -> PlaceWords:
    table.refuse_unknown({field.name for field in fields(PlaceWords)})
    if "location_id" not in table.values:
        table.wrong("location_id", "is missing; it is LibCal's number for the place")
    latitude, longitude = _coordinates(table)
    return PlaceWords(
        location_id=table.identifier("location_id") or 0,
        name=table.translated("name"),
        short_names=table.texts_of_all_languages("short_names"),
        address=table.text("address"),
        phone=table.checked("phone", _PHONE.fullmatch, "a phone number"),
        floor=table.translated("floor"),
        directions=table.translated("directions"),
        accessibility=table.translated("accessibility"),
        url=table.checked("url", _is_web_address, "a web address that begins with https://"),
        parent=table.identifier("parent"),
        latitude=latitude,
        longitude=longitude,
        map=_map(table, folder),
    )


def _coordinates(table: Table) -> tuple[float | None, float | None]:
    latitude, longitude = table.number("latitude", -90, 90), table.number("longitude", -180, 180)
    given = {"latitude", "longitude"} & table.values.keys()
    if len(given) == 1:
        table.wrong(given.pop(), "needs the other: latitude and longitude together")
    return latitude, longitude


def _map(place: Table, folder: Path) -> MapPosition | None:
    table = place.table("map")
    if table is None:
        return None
    table.refuse_unknown({field.name for field in fields(MapPosition)})
    plan = table.checked("plan", _PLAN.fullmatch, "a picture's file name like ground-floor.svg")
    if plan and not (folder / plan).is_file():
        table.wrong("plan", f"names {plan}, which is not in the folder {folder}")
    x, y = table.number("x", 0, 1), table.number("y", 0, 1)
    for key in sorted({"plan", "x", "y"} - table.values.keys()):
        table.wrong(key, "is missing; a map needs plan, x and y")
    return None if x is None or y is None else MapPosition(plan, x, y)


def _refuse_doubles(places: Sequence[tuple[Table, PlaceWords]]) -> None:
    seen: set[int] = set()
    for table, place in places:
        if place.location_id in seen:
            table.wrong("location_id", f"is {place.location_id} again; write each place once")
        if place.location_id:  # else it is a mistake already
            seen.add(place.location_id)


def _refuse_circles(places: Sequence[tuple[Table, PlaceWords]]) -> None:
    parents = {place.location_id: place.parent for _, place in places}
    for table, place in places:
        above, seen = place.parent, set[int]()
        while above is not None and above not in seen:
            seen.add(above)
            above = parents.get(above)
        if place.location_id in seen:
            table.wrong("parent", "leads back to the place itself")


def _told(file: Path, lines: TomlLines, mistakes: Sequence[Mistake]) -> str:
    ordered = sorted(mistakes, key=lambda mistake: lines.of(mistake.path))
    told = [f"line {lines.of(m.path)}, {_name(m.path)}: {m.words}" for m in ordered]
    if len(told) == 1:
        return f"{file}, {told[0]}"
    more = [f"and {len(told) - _SHOWN} more"] if len(told) > _SHOWN else []
    return f"{file} has {len(told)} mistakes: {'; '.join([*told[:_SHOWN], *more])}"


def _name(path: KeyPath) -> str:
    """A key as people count: ``places[2].phone`` is in the second place."""
    pieces = (f"[{key + 1}]" if isinstance(key, int) else f".{_bare(key)}" for key in path)
    return "".join(pieces).removeprefix(".")


def _bare(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else repr(key[:_LONGEST_KEY])


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # not found, not a name, a folder of zones
        return False
    return True


def _is_country(code: str) -> bool:
    table = (files("tzdata") / "zoneinfo" / "iso3166.tab").read_text("utf-8")
    return any(line.split("\t")[0] == code for line in table.splitlines() if line[:1] != "#")


def _is_web_address(text: str) -> bool:
    return text.startswith("https://") and " " not in text

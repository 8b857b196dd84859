"""Read the library's own content from its folder, or say which lines to mend.

The folder holds ``library.toml``: the fields of ``core.content.Content`` at the top, and one
``[[places]]`` table for each place, with the fields of ``core.content.PlaceWords``, and so on.
``packaging/CONTENT.md`` tells the library how it is written.
"""

import re
from collections.abc import Sequence
from dataclasses import fields
from importlib.resources import files
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.app.content_source import ContentSource
from kiosk.app.content_table import Table
from kiosk.app.drawings import fault_of
from kiosk.core.content import (
    Announcement,
    Content,
    FittingQuestions,
    ModelPrice,
    Occasion,
    PlaceWords,
)
from kiosk.core.errors import ContentError
from kiosk.core.places import MapPosition

FILE_NAME = "library.toml"

_ACCENT = re.compile(r"#[0-9a-fA-F]{6}")
_PHONE = re.compile(r"(?:\D*\d){3}.*")
_PICTURE = re.compile(r"\w[\w. -]{0,99}\.(?:svg|png|jpg|jpeg|webp)")
_CURRENCY = re.compile(r"[A-Z]{3}")
_DEAREST = 10_000


def read_content(folder: Path) -> Content:
    """The content of that folder.

    Raises:
        ContentError: the file is missing, cannot be read, is no TOML, or some of its keys are
            unknown or hold something else than they should. The message names the file, and each
            mistake with its line and key.
    """
    source = ContentSource(folder / FILE_NAME)
    content = _content(source.table, folder)
    if complaint := source.complaint():
        raise ContentError(complaint)
    return content


def _content(table: Table, folder: Path) -> Content:
    places = [(entry, _place(entry, folder)) for entry in table.tables("places")]
    _refuse_doubles(places)
    _refuse_circles(places)
    table.refuse_unknown({field.name for field in fields(Content)})
    return Content(
        name=table.translated("name", Content().name),
        timezone=table.checked("timezone", _is_zone, "an IANA time zone like America/New_York"),
        country=table.checked("country", _is_country, "a country's ISO 3166 code like US"),
        desk_phone=table.checked("desk_phone", _PHONE.fullmatch, "a phone number"),
        desk_words=table.translated("desk_words", Content().desk_words),
        crisis_line=table.translated("crisis_line"),
        accent=table.checked("accent", _ACCENT.fullmatch, "a colour like #1f5c7a"),
        logo=_picture(table, "logo", folder),
        announcement=table.translated("announcement"),
        announcements=tuple(map(_announcement, table.tables("announcements"))),
        questions=table.translated_lists("questions"),
        fitting_questions=tuple(map(_fitting, table.tables("fitting_questions"))),
        places=tuple(place for _, place in places),
        currency=table.checked("currency", _CURRENCY.fullmatch, "a currency's code like USD")
        or Content().currency,
        models=tuple(map(_model_price, table.tables("models"))),
    )


def _announcement(table: Table) -> Announcement:
    table.refuse_unknown({field.name for field in fields(Announcement)})
    words = table.translated("words")
    if not words.default:
        table.wrong("words", "is missing; it is what the home screen says")
    valid_from, valid_until = table.validity()
    return Announcement(words, valid_from, valid_until)


def _fitting(table: Table) -> FittingQuestions:
    table.refuse_unknown({field.name for field in fields(FittingQuestions)})
    questions = table.translated_lists("questions")
    if not questions.default:
        table.wrong("questions", "is missing; it is a list of what can be asked then")
    when, at = table.words_of(Occasion, "when"), table.identifiers("at")
    if not {"when", "at"} & table.values.keys():
        table.wrong("when", "is missing; say when these questions fit, or at which places")
    return FittingQuestions(questions, when, at)


def _model_price(table: Table) -> ModelPrice:
    table.refuse_unknown({field.name for field in fields(ModelPrice)})
    for key in sorted({"name", "input", "output"} - table.values.keys()):
        table.wrong(key, "is missing; a price needs name, input and output")
    return ModelPrice(
        name=table.text("name"),
        input=table.number("input", 0, _DEAREST) or 0.0,
        output=table.number("output", 0, _DEAREST) or 0.0,
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
        url=table.web_address("url"),
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
    plan = _picture(table, "plan", folder)
    x, y = table.number("x", 0, 1), table.number("y", 0, 1)
    for key in sorted({"plan", "x", "y"} - table.values.keys()):
        table.wrong(key, "is missing; a map needs plan, x and y")
    return None if x is None or y is None else MapPosition(plan, x, y)


def _picture(table: Table, key: str, folder: Path) -> str:
    name = table.checked(key, _PICTURE.fullmatch, "a picture's file name like ground-floor.svg")
    if name and not (folder / name).is_file():
        table.wrong(key, f"names {name}, which is not in the folder {folder}")
    elif name and (fault := fault_of(folder / name)):
        table.wrong(key, f"names {name}, which {fault}")
    return name


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


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # not found, not a name, a folder of zones
        return False
    return True


def _is_country(code: str) -> bool:
    table = (files("tzdata") / "zoneinfo" / "iso3166.tab").read_text("utf-8")
    return any(line.split("\t")[0] == code for line in table.splitlines() if line[:1] != "#")

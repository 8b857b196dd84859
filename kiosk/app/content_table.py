"""A table of the content file, whose values are asked for by key and kind.

A mistake does not stop the reading: whoever mends the file wants to hear of all of them at once.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from kiosk.app.toml_lines import Path
from kiosk.core.content import Translated
from kiosk.core.places import MAX_LOCATION_ID

MAX_TEXT = 500
"""Characters of one text. What is longer does not fit on a screen."""

MAX_PROSE = 4_000
"""Characters of a text of several paragraphs."""

T = TypeVar("T")
Word = TypeVar("Word", bound=StrEnum)

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")

_NOTHING = Translated("")


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with the value at ``path``, as the end of a sentence that begins with it."""

    path: Path
    words: str


@dataclass(frozen=True, slots=True)
class Table:
    """One TOML table.

    Attributes:
        values: As ``tomllib`` read them.
        path: Where the table stands in the file.
        mistakes: All that were found so far, in the whole file.
    """

    values: Mapping[str, Any]
    path: Path = ()
    mistakes: list[Mistake] = field(default_factory=list)

    def text(self, key: str) -> str:
        """A text in one line; empty where it is not given."""
        value = self.values.get(key, "")
        if not isinstance(value, str) or len(value) > MAX_TEXT:
            self.wrong(key, f"must be a text of at most {MAX_TEXT} characters")
            return ""
        return " ".join(value.split())

    def prose(self, key: str) -> str:
        """A text of several lines, with their ends; empty where it is not given."""
        value = self.values.get(key, "")
        if not isinstance(value, str) or len(value) > MAX_PROSE:
            self.wrong(key, f"must be a text of at most {MAX_PROSE} characters")
            return ""
        return value.strip()

    def day(self, key: str) -> date | None:
        """A date without a time, or none where it is not given."""
        value = self.values.get(key)
        if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
            return value
        self.wrong(key, "must be a date such as 2026-08-31, without quotes")
        return None

    def validity(self) -> tuple[date | None, date | None]:
        """The first and the last day on which something is true, or none."""
        valid_from, valid_until = self.day("valid_from"), self.day("valid_until")
        if valid_from and valid_until and valid_until < valid_from:
            self.wrong("valid_until", "is before valid_from")
        return valid_from, valid_until

    def checked(self, key: str, test: Callable[[str], object], meaning: str) -> str:
        """A text that passes the test."""
        value = self.text(key)
        if value and not test(value):
            self.wrong(key, f"must be {meaning}")
            return ""
        return value

    def web_address(self, key: str) -> str:
        """An address that begins with https://; empty where it is not given."""
        return self.checked(key, _is_web_address, "a web address that begins with https://")

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, none of them empty."""
        value = self.values.get(key, [])
        if isinstance(value, list) and all(map(_is_text, value)):
            return tuple(" ".join(entry.split()) for entry in value)
        self.wrong(key, f"must be a list of texts of 1 to {MAX_TEXT} characters")
        return ()

    def translated(self, key: str, default: Translated[str] = _NOTHING) -> Translated[str]:
        """A text, or a table of texts by language."""
        told = self._by_language(key)
        if told is None:
            text = self.text(key)
            return Translated(text) if text else default
        written = {tag.lower(): text for tag in told.values if (text := told.text(tag))}
        return Translated.of(written) if written else default

    def translated_lists(self, key: str) -> Translated[tuple[str, ...]]:
        """A list of texts, or a table of such lists by language."""
        told = self._by_language(key)
        if told is None:
            return Translated(self.texts(key))
        written = {tag.lower(): texts for tag in told.values if (texts := told.texts(tag))}
        return Translated.of(written) if written else Translated(())

    def by_language(self, key: str, read: "Callable[[Table, str], T]") -> dict[str, T]:
        """What is written in each language, by its tag in lower case; nothing that is empty."""
        told = self._by_language(key)
        if told is not None:
            return {tag.lower(): value for tag in told.values if (value := read(told, tag))}
        if key in self.values:
            self.wrong(key, f"must be written by language, as {key}.en")
        return {}

    def texts_of_all_languages(self, key: str) -> tuple[str, ...]:
        """As ``translated_lists``, all in one, each once."""
        told = self.translated_lists(key)
        lists = told.by_language.values() or (told.default,)
        return tuple(dict.fromkeys(text for texts in lists for text in texts))

    def identifier(self, key: str) -> int | None:
        """LibCal's number for a place, or none where it is not given."""
        value = self.values.get(key)
        if value is None:
            return None
        if _is_identifier(value):
            return int(value)
        self.wrong(key, "must be LibCal's number for the place, such as 9101")
        return None

    def identifiers(self, key: str) -> frozenset[int]:
        """A list of LibCal's numbers for places."""
        value = self.values.get(key, [])
        if isinstance(value, list) and all(map(_is_identifier, value)):
            return frozenset(value)
        self.wrong(key, "must be a list of LibCal's numbers for places, such as [9101]")
        return frozenset()

    def words_of(self, kind: type[Word], key: str) -> frozenset[Word]:
        """A list of words, each of which is one of that kind."""
        value = self.values.get(key, [])
        known = [word.value for word in kind]
        if isinstance(value, list) and all(word in known for word in value):
            return frozenset(map(kind, value))
        self.wrong(key, f"must be a list of these: {', '.join(known)}")
        return frozenset()

    def number(self, key: str, least: float, most: float) -> float | None:
        """A number from ``least`` to ``most``, or none where it is not given."""
        value = self.values.get(key)
        if value is None:
            return None
        if type(value) in {int, float} and least <= value <= most:
            return float(value)
        self.wrong(key, f"must be a number from {least:g} to {most:g}")
        return None

    def table(self, key: str) -> "Table | None":
        """A table, or none where it is not given."""
        value = self.values.get(key)
        if isinstance(value, dict):
            return Table(value, (*self.path, key), self.mistakes)
        if value is not None:
            self.wrong(key, "must be a table")
        return None

    def tables(self, key: str) -> list["Table"]:
        """A list of tables."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
            self.wrong(key, f"must be tables that begin with [[{key}]]")
            return []
        return [Table(v, (*self.path, key, n), self.mistakes) for n, v in enumerate(value)]

    def refuse_unknown(self, known: set[str]) -> None:
        """Every key that is none of these is a mistake."""
        for key in sorted(self.values.keys() - known):
            self.wrong(key, f"is no key we know; known are {', '.join(sorted(known))}")

    def wrong(self, key: str, words: str) -> None:
        """Note a mistake."""
        self.mistakes.append(Mistake((*self.path, key), words))

    def _by_language(self, key: str) -> "Table | None":
        value = self.values.get(key)
        if not isinstance(value, dict):
            return None
        told = Table(value, (*self.path, key), self.mistakes)
        tags: set[str] = set()
        for tag in value:
            if not _TAG.fullmatch(tag):
                told.wrong(tag, "must be a language's tag such as en or zh-Hans")
            elif tag.lower() in tags:
                told.wrong(tag, "is a language that is there already")
            tags.add(tag.lower())
        return told


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and len(value) <= MAX_TEXT


def _is_identifier(value: object) -> bool:
    return type(value) is int and 0 < value < MAX_LOCATION_ID


def _is_web_address(text: str) -> bool:
    return text.startswith("https://") and " " not in text

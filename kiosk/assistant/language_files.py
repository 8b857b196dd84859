"""Read ``resources/languages/*.toml``: the one door through which a language comes in."""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from kiosk.assistant.languages import (
    ClaimWords,
    Concept,
    DateWords,
    FixedDay,
    Formats,
    Language,
    Languages,
    Part,
    Pattern,
)
from kiosk.assistant.words import Phrase, folded, words
from kiosk.core.errors import ContentError

T = TypeVar("T")
FALLBACK = "en"


def read_languages(folder: Path) -> Languages:
    """Every language file of the folder, English first.

    Raises:
        ContentError: no file, or one has a mistake; the message names file and key.
    """
    files = sorted(folder.glob("*.toml"), key=lambda path: (path.stem != FALLBACK, path.stem))
    if not files:
        raise ContentError(f"no language files in {folder}; reinstall the program")
    return Languages([read_language(path) for path in files])


def read_language(path: Path) -> Language:
    """One language file. Raises ContentError."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ContentError(f"the language file {path} cannot be read: {error}") from error
    top = _Table(content, path.name)
    places = top.table("places")
    return Language(
        tag=top.text("tag"),
        locale=top.text("locale"),
        formats=Formats(**{name: top.table("formats").text(name) for name in Formats.__slots__}),
        vocabulary=_vocabulary(top.table("vocabulary")),
        generic=places.word_set("generic"),
        library_words=places.word_set("library_words"),
        never_typos=top.table("vocabulary").word_set("never_typos", optional=True),
        dates=_dates(top.table("dates")),
        claims=ClaimWords(
            *(top.table("claims").word_set(name) for name in ClaimWords.__slots__),
        ),
        answers=top.table("answers").mapping(str),
    )


def _vocabulary(table: "_Table") -> dict[Phrase, Concept]:
    # Later concepts of the enumeration give way to earlier ones, but for what is expressly not
    # ours: that wins over everything, because it stops an answer.
    found: dict[Phrase, Concept] = {}
    for concept in (Concept.NOT_OURS, *Concept):
        for phrase in table.phrases(concept.value):
            found.setdefault(phrase, concept)
    return found


def _dates(table: "_Table") -> DateWords:
    patterns = table.table("patterns")
    times = table.table("times")
    simple = [*_patterns(patterns, skip={"fixed", "range_words", "range_lead"}), *_patterns(times)]
    return DateWords(
        order=table.text("order"),
        ordinal_suffixes=tuple(table.texts("ordinal_suffixes")),
        weekdays=table.table("weekdays").mapping(int),
        months=table.table("months").mapping(int),
        numbers=table.table("numbers").mapping(int),
        ordinals=table.table("ordinals").mapping(int),
        units=table.table("units").mapping(str),
        am=table.word_set("am"),
        pm=table.word_set("pm"),
        patterns=(*simple, *_fixed_days(patterns)),
        parts={
            phrase: part for part in Part for phrase in table.table("parts").phrases(part.value)
        },
        range_words=patterns.word_set("range_words"),
        range_lead=patterns.word_set("range_lead"),
    )


def _patterns(table: "_Table", skip: frozenset[str] | set[str] = frozenset()) -> list[Pattern]:
    return [
        Pattern(meaning, _items(said))
        for meaning in table.names()
        if meaning not in skip
        for said in table.texts(meaning)
    ]


def _fixed_days(table: "_Table") -> list[Pattern]:
    found = []
    for entry in table.tables("fixed"):
        day = FixedDay(entry.number("month"), entry.number("day"))
        found += [Pattern("fixed", words(said), day) for said in entry.texts("say")]
    return found


def _items(said: str) -> Phrase:
    found: list[str] = []
    for piece in said.split():
        found += [piece] if piece.startswith("{") else words(piece)
    return tuple(found)


class _Table:
    """A TOML table that knows its name, so that a mistake can be pointed at."""

    def __init__(self, content: Mapping[str, Any], name: str) -> None:
        self._content = content
        self._name = name

    def names(self) -> tuple[str, ...]:
        return tuple(self._content)

    def text(self, key: str) -> str:
        return self._typed(key, str)

    def number(self, key: str) -> int:
        return self._typed(key, int)

    def table(self, key: str) -> "_Table":
        return _Table(self._typed(key, dict), f"{self._name}: {key}")

    def tables(self, key: str) -> list["_Table"]:
        entries = self._typed(key, list)
        return [_Table(entry, f"{self._name}: {key}") for entry in entries]

    def texts(self, key: str) -> list[str]:
        found = self._typed(key, list)
        if not all(isinstance(item, str) for item in found):
            raise ContentError(f"{self._name}: {key} must be a list of texts")
        return found

    def phrases(self, key: str) -> list[Phrase]:
        return [words(text) for text in self.texts(key)]

    def word_set(self, key: str, *, optional: bool = False) -> frozenset[str]:
        if optional and key not in self._content:
            return frozenset()
        return frozenset(folded(text) for text in self.texts(key))

    def mapping(self, kind: Callable[[Any], T]) -> dict[str, T]:
        return {str(key): kind(value) for key, value in self._content.items()}

    def _typed(self, key: str, kind: type[T]) -> T:
        value = self._content.get(key)
        if not isinstance(value, kind):
            raise ContentError(f"{self._name}: {key} is missing or not a {kind.__name__}")
        return value

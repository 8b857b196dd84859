"""Read ``resources/languages/*.toml``: the one door through which a language comes in.

The format is described in ``resources/languages/README.md``.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any, TypeVar

from kiosk.assistant.date_rules import MEANINGS
from kiosk.assistant.languages import (
    ClaimWords,
    Concept,
    DateWords,
    Formats,
    Language,
    Languages,
    NameWords,
    Part,
    Pattern,
)
from kiosk.assistant.words import Phrase, folded, longest, words
from kiosk.assistant.writing import Writing, spelled_out
from kiosk.core.errors import ContentError

T = TypeVar("T")
FALLBACK = "en"
_OPTIONAL = frozenset(
    {
        Concept.STORY,
        Concept.CORRECTION,
        Concept.THAT_DAY,
        Concept.ACCESS,
        Concept.INTRODUCTION,
    }
)
_SCRIPT = re.compile(r'^script = "(\w+)"', re.MULTILINE)
_SLOT = re.compile(r"(\{\w+\})")


def read_languages(folder: Path) -> Languages:
    """Every language file of the folder, English first; each is read when it is first wanted.

    Raises:
        ContentError: there is no file.
    """
    files = sorted(folder.glob("*.toml"), key=lambda path: (path.stem != FALLBACK, path.stem))
    if not files:
        raise ContentError(f"no language files in {folder}; reinstall the program")
    readers = {path.stem: partial(read_language, path) for path in files}
    return Languages(
        readers,
        lambda tag: _script(folder / f"{tag}.toml"),
        lambda tag: read_writing(folder / f"{tag}.toml"),
    )


@cache
def _script(path: Path) -> str:
    """The script of a language, found without understanding the rest of its file."""
    try:
        found = _SCRIPT.search(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(f"the language file {path} cannot be read: {error}") from error
    return found.group(1) if found else ""


def read_language(path: Path) -> Language:
    """One language file.

    Raises:
        ContentError: it has a mistake; the message names file and key.
    """
    content = _content(path)
    writing = _writing(_Table(content, path.name, Writing()))
    top = _Table(content, path.name, writing)
    vocabulary = _vocabulary(top.table("vocabulary"))
    dates = _dates(top.table("dates"))
    return Language(
        tag=top.text("tag"),
        locale=top.text("locale"),
        formats=Formats(**top.table("formats").mapping(str)),
        writing=writing,
        vocabulary=vocabulary,
        longest=longest(vocabulary),
        names=_names(top.table("places")),
        never_typos=top.table("vocabulary").word_set("never_typos", optional=True),
        dates=dates,
        spoken=_spoken(vocabulary, dates) | writing.common,
        claims=ClaimWords(
            *(frozenset(top.table("claims").phrases(name)) for name in ClaimWords.__slots__),
        ),
        answers=top.table("answers").mapping(str),
    )


def read_writing(path: Path) -> Writing:
    """How the language of a file is written: all of it that a search needs, and quicker.

    Raises:
        ContentError: that part of the file has a mistake.
    """
    return _writing(_Table(_content(path), path.name, Writing()))


def _content(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ContentError(f"the language file {path} cannot be read: {error}") from error


def _writing(top: "_Table") -> Writing:
    dates, spelling = top.table("dates"), top.table("writing")
    ranged = {
        word
        for table in ("weekdays", "months")
        for name in dates.table(table)
        for word in words(name)
    }
    return Writing(
        script=spelling.text("script"),
        common=frozenset(word for text in spelling.texts("common") for word in words(text)),
        elisions=spelling.word_set("elisions", optional=True),
        proclitics=_proclitics(spelling.texts("proclitics", optional=True)),
        variants=str.maketrans(spelling.table("variants", optional=True).mapping(str)),
        abbreviations=spelling.word_set("abbreviations", optional=True),
        corrections=spelling.flag("corrections"),
        ranged=frozenset(ranged),
    )


def _proclitics(written: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """``"ال"``, or ``"لل>ال"`` for one that leaves something of the word."""
    pairs = (folded(text).partition(">") for text in written)
    return tuple(sorted(((front, left) for front, _, left in pairs), key=_length, reverse=True))


def _length(proclitic: tuple[str, str]) -> int:
    return len(proclitic[0])


def _vocabulary(table: "_Table") -> dict[Phrase, tuple[Concept, ...]]:
    # Later concepts of the enumeration give way to earlier ones, but for what is expressly not
    # ours: that wins over everything, because it stops an answer.
    found: dict[Phrase, tuple[Concept, ...]] = {}
    for concept in (Concept.NOT_OURS, *Concept):
        alone = (concept,)  # one for all: there are a hundred thousand phrases
        for phrase in table.phrases(concept.value, optional=concept in _OPTIONAL):
            found.setdefault(phrase, alone)
    for name in table:
        if "+" in name:
            both = tuple(_concept(one, table) for one in name.split("+"))
            found.update(dict.fromkeys(table.phrases(name), both))
    return found


def _concept(name: str, table: "_Table") -> Concept:
    try:
        return Concept(name)
    except ValueError as error:
        raise ContentError(f"{table.name}: {name!r} is no concept") from error


def _spoken(vocabulary: Mapping[Phrase, object], dates: DateWords) -> frozenset[str]:
    """Every word by which the language is recognised."""
    tables: tuple[Mapping[Phrase, object], ...] = (
        vocabulary,
        dates.weekdays,
        dates.months,
        dates.numbers,
        dates.holidays,
        dates.parts,
    )
    return frozenset(
        [word for table in tables for phrase in table for word in phrase]
        + [item for pattern in dates.patterns for item in pattern.items]
    )


def _names(table: "_Table") -> NameWords:
    translations = table.table("translations", optional=True)
    return NameWords(
        generic=frozenset(table.phrases("generic")),
        library_words=frozenset(table.phrases("library_words")),
        weak=table.word_set("weak"),
        main=frozenset(table.phrases("main")),
        sounds=table.table("sounds", optional=True).folded(),
        translations={folded(name): tuple(translations.phrases(name)) for name in translations},
    )


def _dates(table: "_Table") -> DateWords:
    patterns = [
        Pattern(meaning, items)
        for part in ("patterns", "times")
        for meaning in table.table(part)
        for items in table.table(part).items(meaning)
    ]
    unknown = [pattern.meaning for pattern in patterns if pattern.meaning not in MEANINGS]
    if unknown:
        raise ContentError(f"{table.name}: {unknown[0]!r} is no rule of date_rules")
    parts = table.table("parts")
    return DateWords(
        order=table.text("order"),
        hours_of_clock=table.number("hours_of_clock"),
        ordinal_suffixes=tuple(table.texts("ordinal_suffixes")),
        weekdays=table.table("weekdays").spoken(int),
        months=table.table("months").spoken(int),
        numbers=table.table("numbers").spoken(int),
        counts=table.table("counts", optional=True).spoken(int),
        amounts=table.table("amounts", optional=True).spoken(str),
        ordinals=table.table("ordinals").spoken(int),
        units=table.table("units").spoken(str),
        am=frozenset(table.phrases("am")),
        pm=frozenset(table.phrases("pm")),
        holidays=table.table("holidays").meanings(),
        patterns=tuple(patterns),
        parts={
            phrase: part for part in Part for phrase in parts.phrases(part.value, optional=True)
        },
        range_words=frozenset(words(text) for text in table.texts("range_words")),
        range_lead=frozenset(table.phrases("range_lead")),
        range_between=frozenset(table.phrases("range_between", optional=True)),
        range_and=frozenset(table.phrases("range_and", optional=True)),
    )


@dataclass(frozen=True, slots=True)
class _Table:
    """A TOML table that knows its name, so that a mistake can be pointed at."""

    content: Mapping[str, Any]
    name: str
    writing: Writing

    def __iter__(self) -> Iterator[str]:
        return iter(self.content)

    def text(self, key: str) -> str:
        return self._typed(key, str)

    def flag(self, key: str) -> bool:
        return self._typed(key, bool) if key in self.content else True

    def number(self, key: str) -> int:
        return self._typed(key, int)

    def table(self, key: str, *, optional: bool = False) -> "_Table":
        content = {} if optional and key not in self.content else self._typed(key, dict)
        return _Table(content, f"{self.name}: {key}", self.writing)

    def texts(self, key: str, *, optional: bool = False) -> list[str]:
        try:
            patterns = self._patterns(key, optional=optional)
            return [text for pattern in patterns for text in spelled_out(pattern)]
        except ValueError as error:
            raise ContentError(f"{self.name}: {key}: {error}") from error

    def phrases(self, key: str, *, optional: bool = False) -> list[Phrase]:
        try:
            return self.writing.phrases(self._patterns(key, optional=optional))
        except ValueError as error:
            raise ContentError(f"{self.name}: {key}: {error}") from error

    def _patterns(self, key: str, *, optional: bool) -> list[str]:
        if optional and key not in self.content:
            return []
        found = self._typed(key, list)
        if not all(isinstance(item, str) for item in found):
            raise ContentError(f"{self.name}: {key} must be a list of texts")
        return found

    def items(self, key: str) -> list[Phrase]:
        """Phrases with slots."""
        return [self._items(text) for text in self.texts(key)]

    def _items(self, said: str) -> Phrase:
        found: list[str] = []
        for piece in _SLOT.split(said):
            is_kept = piece.startswith("{") or piece.strip() == "-"
            found += [piece.strip()] if is_kept else self.writing.words(piece)
        return tuple(found)

    def word_set(self, key: str, *, optional: bool = False) -> frozenset[str]:
        return frozenset(folded(text) for text in self.texts(key, optional=optional))

    def mapping(self, kind: Callable[[Any], T]) -> dict[str, T]:
        return {key: kind(value) for key, value in self.content.items()}

    def folded(self) -> dict[str, str]:
        """Texts by keys without capitals and accents."""
        return {folded(key): str(value) for key, value in self.content.items()}

    def spoken(self, kind: Callable[[Any], T]) -> dict[Phrase, T]:
        """What each phrase stands for."""
        return {self.writing.words(key): kind(value) for key, value in self.content.items()}

    def meanings(self) -> dict[Phrase, str]:
        """Each phrase of the table's lists, and the key it stands under."""
        return {phrase: key for key in self.content for phrase in self.phrases(key)}

    def _typed(self, key: str, kind: type[T]) -> T:
        value = self.content.get(key)
        if not isinstance(value, kind):
            raise ContentError(f"{self.name}: {key} is missing or not a {kind.__name__}")
        return value

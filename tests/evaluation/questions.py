"""The questions with the facts of their right answers, read from files and checked."""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from tests.assistant.library import (
    LINDQVIST,
    MAKERSPACE,
    MARLOWE,
    NOW,
    OKAFOR,
    SPECIAL,
    TRAN,
)

FOLDER = Path(__file__).with_name("questions")
PLACES = {
    "marlowe": MARLOWE,
    "okafor": OKAFOR,
    "lindqvist": LINDQVIST,
    "tran": TRAN,
    "makerspace": MAKERSPACE,
    "special": SPECIAL,
}
NOW_WORD, NEXT_WORD, PLACE_WORD = "now", "next", "place"
NOT_OURS = "not_ours"
CATEGORIES = (
    "open_now",
    "day",
    "closing",
    "opening",
    "range",
    "next_open",
    "list",
    "moment",
    "holiday",
    "place",
    "several",
    "relative",
    NOT_OURS,
    "courtesy",
    "unclear",
)
KEYS = {"ask", "category", "facts", "may", "or", "now", "here", "screen", "kind"}

Told = frozenset[str]
"""Facts in the words of the files, such as ``{"marlowe now", "tran 2026-11-27"}``."""


class Part(StrEnum):
    """What a file is for: to develop on, or only to report on."""

    DEV = "dev"
    REPORT = "report"


class Kind(StrEnum):
    """What an answer without facts must have understood."""

    GREETING = "greeting"
    THANKS = "thanks"
    PERSON = "person"
    ABUSE = "abuse"
    DISTRESS = "distress"
    UNKNOWN = "unknown"


class BadQuestionError(ValueError):
    """A file of questions has a mistake; the sentence names file, number and key."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a patron typed, where and when, and which answers to it are right.

    Attributes:
        number: Its place in the file, from 1.
        language: BCP 47 tag of the question, and so of the right answer.
        facts: What the right answer rests on; empty where no fact may be told.
        may: What may be told too.
        others: Further sets that are as right as ``facts``; an empty one is asking back.
        now: With its offset from UTC.
        here: LibCal id of the place where the terminal stands.
        screen: BCP 47 tag of the screen's language.
    """

    part: Part
    number: int
    language: str
    ask: str
    category: str
    facts: Told
    may: Told
    others: tuple[Told, ...]
    now: datetime
    here: int | None
    screen: str
    kind: Kind

    @property
    def allowed(self) -> Told:
        """Every fact that is not wrong."""
        return self.facts.union(self.may, *self.others)

    @property
    def may_ask_back(self) -> bool:
        """Whether an answer without facts is as right as one with them."""
        return frozenset() in self.others


def languages(folder: Path = FOLDER) -> list[str]:
    """The tags of the languages in which there are questions."""
    return sorted({path.name.split(".")[0] for path in folder.glob("*.toml")})


def read_questions(part: Part, language: str, folder: Path = FOLDER) -> list[Question]:
    """The questions of a part, file by file: ``en.dev.toml``, then ``en.dev2.toml``, ….

    Raises:
        BadQuestionError: the file has a mistake.
        FileNotFoundError: there is no such file.
    """
    paths = sorted(folder.glob(f"{language}.{part}*.toml"))
    if not paths:
        raise FileNotFoundError(folder / f"{language}.{part}.toml")
    return [
        _question(entry, part, number, language, f"{path.name}, question {number}")
        for path in paths
        for number, entry in enumerate(_entries(path), 1)
    ]


def _entries(path: Path) -> list[Mapping[str, Any]]:
    try:
        return list(tomllib.loads(path.read_text(encoding="utf-8"))["questions"])
    except tomllib.TOMLDecodeError as error:
        raise BadQuestionError(f"{path.name}: {error}") from error


def _question(
    entry: Mapping[str, Any], part: Part, number: int, language: str, where: str
) -> Question:
    _check_keys(entry, where)
    question = Question(
        part=part,
        number=number,
        language=language,
        ask=entry["ask"],
        category=_one_of(CATEGORIES, entry["category"], f"{where}, category"),
        facts=_told(entry["facts"], f"{where}, facts"),
        may=_told(entry.get("may", []), f"{where}, may"),
        others=tuple(_told(facts, f"{where}, or") for facts in entry.get("or", [])),
        now=_moment(entry.get("now", NOW), f"{where}, now"),
        here=_here(entry.get("here", "marlowe"), f"{where}, here"),
        screen=entry.get("screen", language),
        kind=Kind(_one_of([*Kind], entry.get("kind", Kind.UNKNOWN), f"{where}, kind")),
    )
    if "kind" in entry and question.facts:
        raise BadQuestionError(f"{where}, kind: only an answer without facts has one")
    if question.category == NOT_OURS and question.facts:
        raise BadQuestionError(f"{where}, facts: a question that is not ours has none")
    return question


def _check_keys(entry: Mapping[str, Any], where: str) -> None:
    for missing in ("ask", "category", "facts"):
        if missing not in entry:
            raise BadQuestionError(f"{where}: {missing} is missing")
    for unknown in entry.keys() - KEYS:
        raise BadQuestionError(f"{where}: {unknown} is no key of a question")


def _told(facts: Collection[str], where: str) -> Told:
    for fact in facts:
        place, _, what = fact.partition(" ")
        _one_of(PLACES, place, where)
        if what not in {NOW_WORD, NEXT_WORD, PLACE_WORD}:
            _check_date(what, where)
    return frozenset(facts)


def _check_date(text: str, where: str) -> None:
    try:
        date.fromisoformat(text)
    except ValueError as error:
        raise BadQuestionError(f"{where}: {text!r} is no date") from error


def _one_of(known: Collection[str], word: str, where: str) -> str:
    if word not in known:
        raise BadQuestionError(f"{where}: {word!r} is none of {', '.join(known)}")
    return word


def _moment(value: object, where: str) -> datetime:
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise BadQuestionError(f"{where}: write a date and time with its offset from UTC")
    return value


def _here(name: str, where: str) -> int | None:
    return PLACES[_one_of(PLACES, name, where)] if name else None

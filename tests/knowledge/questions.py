"""The questions with the entries that answer them, read from files and checked."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("questions")
LANGUAGES = ("en", "es", "fr", "zh", "ar")


class Part(StrEnum):
    """What a file is for: to develop on, or only to report on."""

    DEV = "dev"
    REPORT = "report"


class BadQuestionError(ValueError):
    """A file of questions has a mistake; the sentence names file and number."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a patron typed.

    Attributes:
        entries: The ids of entries of which any answers it; empty where the knowledge does not.
    """

    part: Part
    number: int
    language: str
    ask: str
    entries: frozenset[str]

    @property
    def is_covered(self) -> bool:
        """Whether the knowledge holds an answer."""
        return bool(self.entries)


def read_questions(part: Part, language: str, folder: Path = FOLDER) -> list[Question]:
    """The questions of one file.

    Raises:
        BadQuestionError: the file has a mistake.
    """
    path = folder / f"{language}.{part}.toml"
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["questions"]
    return [_question(entry, part, number, language) for number, entry in enumerate(entries, 1)]


def _question(entry: Mapping[str, Any], part: Part, number: int, language: str) -> Question:
    covered = entry.get("covered", True)
    ids = frozenset(entry.get("entries", ()))
    if "ask" not in entry or bool(ids) != covered:
        raise BadQuestionError(f"{language}.{part}.toml, question {number}: ask, entries, covered")
    return Question(part, number, language, entry["ask"], ids)

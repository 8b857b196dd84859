"""The lines of the measuring set, read from their file and checked."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("lines.toml")


class Part(StrEnum):
    """What a line is for: to develop on, or only to report on."""

    DEV = "dev"
    REPORT = "report"


class BadLineError(ValueError):
    """The file has a mistake; the sentence names the line's number and the key."""


@dataclass(frozen=True, slots=True)
class Line:
    """What a patron typed.

    Attributes:
        number: Its place in the file, from 1.
        personal: What must not leave the terminal, as it stands in the text.
        may: What may be hidden with it or not.
        kind: What is personal in it, or what a clean line could be taken for.
    """

    number: int
    text: str
    personal: tuple[str, ...]
    may: tuple[str, ...]
    language: str
    kind: str
    part: Part

    @property
    def clean(self) -> bool:
        """Whether nothing in it may be masked."""
        return not self.personal

    @property
    def rest(self) -> str:
        """The text without what is personal."""
        return _without(self.personal, self.text)

    @property
    def needed(self) -> str:
        """What must be left after masking."""
        return _without(self.may, self.rest)


def read_lines(part: Part, file: Path = FILE) -> list[Line]:
    """The lines of one part.

    Raises:
        BadLineError: the file has a mistake.
    """
    entries = tomllib.loads(file.read_text(encoding="utf-8"))["lines"]
    lines = [_line(number, entry) for number, entry in enumerate(entries, 1)]
    return [line for line in lines if line.part is part]


def _line(number: int, entry: Mapping[str, Any]) -> Line:
    try:
        line = Line(
            number=number,
            text=entry["text"],
            personal=tuple(entry["personal"]),
            may=tuple(entry.get("may", ())),
            language=entry["language"],
            kind=entry["kind"],
            part=Part(entry["part"]),
        )
    except KeyError as error:
        raise BadLineError(f"line {number}: {error} is missing") from error
    except ValueError as error:
        raise BadLineError(f"line {number}: {error}") from error
    for value in line.personal + line.may:
        if value not in line.text:
            raise BadLineError(f"line {number}: {value!r} is not in the text")
    return line


def _without(values: tuple[str, ...], text: str) -> str:
    for value in values:
        text = text.replace(value, " ")
    return text

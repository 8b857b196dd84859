"""The pipe between the screen and the process that reads aloud: one JSON object a line, UTF-8.

Screen → reader, on the reader's standard input::

    {"type": "say", "words": "Open until 1 am.", "language": "en", "volume": 0.5, "rate": 0.0}
    {"type": "hush"}                             say nothing more of what is waiting
    (end of file)                                go away

Reader → screen, on the reader's standard output::

    {"type": "voices", "languages": ["en", "es"]}    always the first line
    {"type": "speaking", "speaking": true}           and false when nothing is waiting any more
"""

import json
from dataclasses import dataclass
from typing import Any

from kiosk.core.errors import WireError

MAX_LINE_BYTES = 1_000_000
"""Longer lines are refused."""


@dataclass(frozen=True, slots=True)
class Say:
    """Read this, behind what is waiting.

    Attributes:
        words: Plain text.
        language: BCP 47 tag of the words.
        volume: From 0 to 1.
        rate: From -1 (slowest) to 1 (fastest); 0 is the voice's own.
    """

    words: str
    language: str
    volume: float
    rate: float


@dataclass(frozen=True, slots=True)
class Hush:
    """Be silent, and forget what is waiting."""


@dataclass(frozen=True, slots=True)
class Voices:
    """The reader is ready.

    Attributes:
        languages: ISO 639 codes of what it has a voice for.
    """

    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Speaking:
    """Whether something is being read."""

    speaking: bool


Message = Say | Hush | Voices | Speaking


def encode(message: Message) -> bytes:
    """One line, with its newline."""
    body: dict[str, Any]
    match message:
        case Say(words, language, volume, rate):
            body = {"type": "say", "words": words, "language": language}
            body |= {"volume": volume, "rate": rate}
        case Hush():
            body = {"type": "hush"}
        case Voices(languages):
            body = {"type": "voices", "languages": list(languages)}
        case Speaking(speaking):
            body = {"type": "speaking", "speaking": speaking}
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def decode(line: bytes) -> Message:
    """Read one line.

    Raises:
        WireError: not one of ours.
    """
    if len(line) > MAX_LINE_BYTES:
        raise WireError(f"a line of {len(line)} bytes to be read aloud is too long")
    try:
        body = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise WireError("a line for reading aloud is not JSON") from error
    match body:
        case {
            "type": "say",
            "words": str(words),
            "language": str(language),
            "volume": int() | float() as volume,
            "rate": int() | float() as rate,
        }:
            return Say(words, language, float(volume), float(rate))
        case {"type": "hush"}:
            return Hush()
        case {"type": "voices", "languages": list(languages)}:
            return Voices(tuple(map(str, languages)))
        case {"type": "speaking", "speaking": bool(speaking)}:
            return Speaking(speaking)
        case _:
            raise WireError("a line for reading aloud has an unknown form")

"""The attacks as they are written down."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Channel(StrEnum):
    """Where the attacker's words stand."""

    QUESTION = "question"
    HISTORY = "history"
    LIBCAL_NOTE = "libcal_note"
    PLACE_WORDS = "place_words"
    KNOWLEDGE = "knowledge"


@dataclass(frozen=True, slots=True)
class Attack:
    """One attack; see the head of ``attacks.toml``."""

    number: int
    channel: Channel
    language: str
    kind: str
    text: str
    obeyed: str
    forbidden: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.number}-{self.kind}-{self.channel}-{self.language}".replace(" ", "-")


def read_attacks() -> list[Attack]:
    """Every attack, in the order of the file."""
    path = Path(__file__).with_name("attacks.toml")
    found = tomllib.loads(path.read_text(encoding="utf-8"))["attacks"]
    return [
        Attack(
            number,
            Channel(each["channel"]),
            each["language"],
            each["kind"],
            each["text"],
            each["obeyed"],
            tuple(each["forbidden"]),
        )
        for number, each in enumerate(found, start=1)
    ]

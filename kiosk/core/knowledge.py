"""The library's own knowledge, as records: questions that patrons ask, and its answers."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Origin(StrEnum):
    """Where entries come from. Each is replaced as a whole, without touching the others."""

    FILES = "files"
    LIBANSWERS = "libanswers"


@dataclass(frozen=True, slots=True)
class Link:
    """A web address beside an answer; it is shown, never opened on the terminal."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One question with the library's answer, in one language.

    Attributes:
        id: The library's own key, such as ``print-cost``; the same in all languages. Those of
            LibAnswers are ``libanswers-`` and the FAQ's number.
        language: BCP 47 tag of the words.
        question: As a patron would ask it; the title of its source card.
        answer: Markdown.
        also: Other ways to ask it, and words that it should be found by.
        links: Where to read on.
        audience: Whom it is for, in the library's own words ("students"); empty for everybody.
        valid_from: The first day on which it is true; None for always.
        valid_until: The last such day; None for ever.
        source: Who says so, such as "Library handbook"; empty for the library as such.
        url: Its own public page; empty where there is none.
        updated: When it was last looked at; None where not told.
    """

    id: str
    language: str
    question: str
    answer: str
    also: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    audience: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None
    source: str = ""
    url: str = ""
    updated: date | None = None

    def is_valid(self, day: date) -> bool:
        """Whether it is true on that day of the library's calendar."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_until is None or day <= self.valid_until)

"""What the search over the library's knowledge says, and the seam to it."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from kiosk.core.knowledge import Entry

_NEARLY = 0.7
"""Of the first one's score. On ``tests/knowledge``'s part dev no right entry among the first three
is further behind, and of the others 51 in 136 are."""


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that may answer a question.

    Attributes:
        entry: In the language asked for, else in one that it is written in.
        score: From 0 to 1: how much of what the question says is in the entry.
    """

    entry: Entry
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found.

    Attributes:
        matches: The nearest entries, best first; none where nothing fits at all.
        sure: The first of them answers the question.
        likely: It may well be what is meant; else they are only the nearest of those that are
            far away.
    """

    matches: tuple[Match, ...] = ()
    sure: bool = False
    likely: bool = True

    @property
    def offered(self) -> tuple[Match, ...]:
        """Those worth offering: the first where it is likely, and what is nearly as near."""
        if not self.likely:
            return ()
        return tuple(m for m in self.matches if m.score >= _NEARLY * self.matches[0].score)


NOTHING_FOUND = Found()


class Knowledge(Protocol):
    """Finds the library's own answers. On the database's thread."""

    def find(self, question: str, *, language: str, day: date, most: int = 3) -> Found:
        """Look for a question.

        Args:
            question: One question, as typed.
            language: BCP 47 tag that it is asked in; entries written in others are found by
                words that both share (names, "VPN"), and never surely.
            day: Today in the library's zone; entries that are not valid then are not found.
            most: Matches at most.

        Raises:
            StorageError: the cache cannot be read.
        """

    def version(self) -> str:
        """Different whenever any entry is.

        Raises:
            StorageError: the cache cannot be read.
        """

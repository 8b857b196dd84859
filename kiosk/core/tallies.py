"""What is counted instead of kept: numbers of a day, never a word that a patron said."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol

OTHER = "other"
"""Instead of a label that does not look like a word of ours."""

_SEPARATOR = " "
"""Between labels. No word of ours has one in it."""

_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/@+-]{0,79}")


class Tally(StrEnum):
    """What is counted. The amounts of ``MODEL_COST`` are millionths of the currency."""

    ANSWERS = "answers"
    THUMBS = "thumbs"
    MODEL_CALLS = "model_calls"
    MODEL_TOKENS = "model_tokens"
    MODEL_COST = "model_cost"
    ANSWER_CACHE = "answer_cache"
    WITHHELD = "withheld"
    GAPS = "gaps"
    RESOLVED = "resolved"
    CITED = "cited"


LABELS: Mapping[Tally, tuple[str, ...]] = MappingProxyType(
    {
        Tally.ANSWERS: ("intent", "route", "language"),
        Tally.THUMBS: ("verdict", "intent", "entry", "reason"),
        Tally.MODEL_CALLS: ("outcome",),
        Tally.MODEL_TOKENS: ("kind", "model"),
        Tally.MODEL_COST: ("currency",),
        Tally.ANSWER_CACHE: ("result",),
        Tally.WITHHELD: (),
        Tally.GAPS: ("intent", "entry"),
        Tally.RESOLVED: ("answer",),
        Tally.CITED: ("entry",),
    }
)
"""By what each is told apart: words of ours (an intent, a route, a language) and ids that we
gave (an entry of the library's knowledge, a model's name)."""


class Verdict(StrEnum):
    """What a patron thought of an answer."""

    UP = "up"
    DOWN = "down"


class Reason(StrEnum):
    """What a patron had against an answer. ``NONE`` where they did not say."""

    NONE = ""
    WRONG = "wrong"
    NOT_ASKED = "not_asked"
    UNCLEAR = "unclear"
    MISSING = "missing"


class Counter(Protocol):
    """Where something is counted. Returns at once, and may be called on the UI thread."""

    def count(self, name: Tally, labels: Mapping[str, str], amount: int = 1) -> None:
        """Add to a number of today.

        Args:
            name: What is counted.
            labels: By the names in ``LABELS``; one that is left out is empty.
            amount: How much; not negative.
        """


class Uncounted:
    """Counts nothing, for what no patron asked."""

    def count(self, name: Tally, labels: Mapping[str, str], amount: int = 1) -> None:
        """Do nothing."""


@dataclass(frozen=True, slots=True)
class Count:
    """One number.

    Attributes:
        name: What was counted.
        labels: The values of ``LABELS[name]``, in that order.
        amount: How much of it.
    """

    name: Tally
    labels: tuple[str, ...]
    amount: int = 1

    @classmethod
    def of(cls, name: Tally, labels: Mapping[str, str], amount: int = 1) -> "Count":
        """A count with its labels in order, each a word of ours."""
        return cls(name, tuple(word_of_ours(labels.get(key, "")) for key in LABELS[name]), amount)

    @classmethod
    def of_joined(cls, name: str, joined: str, amount: int) -> "Count":
        """What a database kept.

        Raises:
            ValueError: this program did not write it.
        """
        tally = Tally(name)
        labels = tuple(joined.split(_SEPARATOR)) if LABELS[tally] else ()
        if len(labels) != len(LABELS[tally]):
            raise ValueError(f"{len(labels)} labels of {tally.value!r}")
        return cls(tally, labels, amount)

    @property
    def joined(self) -> str:
        """All labels in one text, as databases keep them."""
        return _SEPARATOR.join(self.labels)

    @property
    def by_label(self) -> dict[str, str]:
        """The labels with their names."""
        return dict(zip(LABELS[self.name], self.labels, strict=True))


def word_of_ours(label: str) -> str:
    """The label, or ``other`` where it could be anything else than a word of ours."""
    return label if not label or _WORD.fullmatch(label) else OTHER

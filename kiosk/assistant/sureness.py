"""Whether the first entry that was found answers the question, weighed as a probability.

Offline a patron wants the answer and not three buttons; but the library's answer to another
question is worse than none. So every sign for and against is weighed, and what is asked of others
than a library is known by what such questions say.
"""

import math
from dataclasses import astuple, dataclass

_BIAS = -4.08
_WEIGHTS = (2.62, 2.24, 0.99, 3.67, 0.40, -1.09, -5.95)
"""Of the signs of ``Evidence``, in its order; from ``python -m tests.knowledge.fit``."""
_SURE = 0.70
"""Chosen by the counts of both parts. On dev 136 right answers were shown, and 4 wrong ones."""
_LIKELY = 0.03
"""On dev, 97 of 100 questions that the knowledge covers are above it, and 23 of 100 others."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for the first entry and against it: 0 to 1 each.

    Attributes:
        score: How well it fits.
        cover: How much of what is asked for its own questions name.
        lead: How clearly it is better than the next.
        matched: How much is asked for that it names, on no scale of the question's length.
        strange: The share of the question that neither the knowledge nor ``elsewhere`` knows.
        foreign: The share that only ``elsewhere`` knows.
        elsewhere: How like the question is to one that is asked of others than a library.
    """

    score: float
    cover: float
    lead: float
    matched: float
    strange: float
    foreign: float
    elsewhere: float


def probability(evidence: Evidence) -> float:
    """That the entry answers the question."""
    signs = zip(_WEIGHTS, astuple(evidence), strict=True)
    return 1 / (1 + math.exp(-_BIAS - sum(weight * sign for weight, sign in signs)))


def is_sure(evidence: Evidence) -> bool:
    """Whether the entry may be shown as the answer."""
    return probability(evidence) >= _SURE


def is_likely(evidence: Evidence) -> bool:
    """Whether the entry is worth offering to somebody who may have meant it."""
    return probability(evidence) >= _LIKELY

"""Nothing that a model made up reaches the screen as a fact.

A sentence of the model is judged before it is shown:

- What the database knows, the database says. Opening hours, addresses and phone numbers are never
  shown in the model's words, right or wrong; the conversation says what was looked up.
- Any other time, weekday, price, number, floor, web or mail address must stand in what the
  library's own knowledge told the model. A plain number may also be the patron's.
- What limits and codes are told in ("28 days", "6 books") may not even be the patron's: who is
  asked "9999 days, right?" and agrees has told a fact.
- An entry that speaks to the assistant instead of to patrons founds nothing.
- A model does nothing, so it cannot say that it did: "I have sent it".
- A sentence in a language that we do not speak cannot be judged.

So a good sentence is sometimes withheld. That costs a word; the other mistake costs a patron
their way through the rain to a closed door.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.assistant.ears import Ear, Heard
from kiosk.assistant.figures import (
    NOTHING,
    Figures,
    addresses_in,
    figures_in_digits,
    is_range_of_times,
)
from kiosk.assistant.languages import Language
from kiosk.assistant.words import folded

_NUMBER = re.compile(r"\d")
_FORGED = re.compile(
    r"</?[a-z!]|<\||\]\]>|\{\s*\"|\"\s*:|\}\s*\]|```|\b(?:system|user|assistant)\s*:|!\["
)
"""What only machines write, in a text for people: tags, JSON, roles, pictures."""

_MARKUP = re.compile(r"\]\s*[(:\[]|<|!\[")
"""Of a link or a picture, whose address is still coming."""

_LIST_MARKER = re.compile(r"^\s*(?:[-*+]|\d{1,2}[.)])\s+")
_MASK = re.compile(r"\[\w+ \d+\]")


class Verdict(StrEnum):
    """What may happen to a sentence."""

    FINE = "fine"
    OURS_TO_SAY = "ours"  # the database knows it, or nobody
    UNFOUNDED = "unfounded"


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a sentence may rest on.

    Attributes:
        told: The figures of what was looked up in the library's knowledge.
        said: Numbers that the patron said: good for repeating, not for a time or a price.
    """

    told: Figures = NOTHING
    said: frozenset[int] = frozenset()


class Judge:
    """Judges sentences by the words of all languages that we speak."""

    def __init__(self, languages: Sequence[Language]) -> None:
        self._ears = [Ear(language) for language in languages]

    def figures(self, text: str) -> Figures:
        """What a text says that could be a fact, in whatever of our languages it is."""
        plain = _plain(text)
        return _all_figures(plain, self._hear(plain))

    def told(self, text: str, addresses: Iterable[str]) -> Figures:
        """What a text of the library's knowledge founds.

        Args:
            text: Its words. An address in them founds nothing: whoever could write a line into a
                text could send every patron there.
            addresses: Of its links.
        """
        if self.is_instruction(text):
            return NOTHING
        links = frozenset().union(*(addresses_in(_plain(each)) for each in addresses))
        return replace(self.figures(text), addresses=links)

    def is_instruction(self, text: str) -> bool:
        """Whether a text speaks to the assistant, or to a machine, instead of to patrons."""
        plain = _plain(text)
        return bool(_FORGED.search(plain)) or any(each.machine for each in self._hear(plain))

    def verdict(self, sentence: str, grounds: Grounds) -> Verdict:
        """Whether the sentence may be shown."""
        plain = _plain(sentence)
        heard = self._hear(plain)
        figures = _all_figures(plain, heard)
        if is_range_of_times(plain) or figures.has_phone or any(each.opening for each in heard):
            return Verdict.OURS_TO_SAY
        founded = figures.rest_on(grounds.told, may_say=grounds.said)
        of_a_place = any(each.place for each in heard)
        of_a_day = _NUMBER.search(plain) is not None and any(each.day for each in heard)
        if (of_a_place or of_a_day) and not (founded and _was_told(figures, grounds)):
            return Verdict.OURS_TO_SAY
        is_limit = any(each.unit for each in heard)
        if is_limit and not figures.numbers <= grounds.told.numbers:
            return Verdict.UNFOUNDED
        is_spoken = any(each.is_spoken for each in heard)
        is_done = any(each.deed for each in heard)
        return Verdict.FINE if founded and is_spoken and not is_done else Verdict.UNFOUNDED

    def is_harmless(self, beginning: str) -> bool:
        """Whether the beginning of a sentence holds nothing yet that has to be judged.

        So it may be seen before its sentence is whole.
        """
        plain = _plain(beginning)
        if _NUMBER.search(plain) or _MARKUP.search(plain):
            return False
        heard = self._hear(plain)
        claims = any(each.opening or each.day or each.place or each.deed for each in heard)
        is_spoken = any(each.is_spoken for each in heard)
        return is_spoken and not claims and _all_figures(plain, heard) == NOTHING

    def _hear(self, plain: str) -> list[Heard]:
        return [ear.hear(plain) for ear in self._ears]


def _all_figures(plain: str, heard: Sequence[Heard]) -> Figures:
    figures = figures_in_digits(plain)
    for each in heard:
        figures |= each.figures
    return figures


def _was_told(figures: Figures, grounds: Grounds) -> bool:
    """Whether anything of it is in the library's knowledge, not just said by nobody."""
    return bool(figures.numbers & grounds.told.numbers or figures.weekdays)


def _plain(text: str) -> str:
    return _LIST_MARKER.sub("", _MASK.sub("", folded(text)))

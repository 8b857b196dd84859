"""Nothing that a model made up reaches the screen as a fact.

A sentence of the model is judged before it is shown:

- What the database knows, the database says. Opening hours, addresses and phone numbers are never
  shown in the model's words, right or wrong; the conversation says what was looked up.
- Any other time, weekday, price, number, floor, web or mail address must stand in one entry of the
  library's own knowledge that the model was told of. A plain number may also be the patron's.
- What limits and codes are told in ("28 days", "6 books") may not even be the patron's: who is
  asked "9999 days, right?" and agrees has told a fact.
- An entry that speaks to the assistant instead of to patrons founds nothing.
- The library's own sentences may be repeated word for word, also where they say "open" or "floor".
- A model does nothing, so it cannot say that it did: "I have sent it".
- So must what the library has, lends, allows or asks for; and in the words of that entry
  (``support``).
- A sentence in a language that we do not speak cannot be judged.

So a good sentence is sometimes withheld. That costs a word; the other mistake costs a patron
their way through the rain to a closed door.
"""

import re
from collections.abc import Sequence
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
from kiosk.assistant.sentences import cut
from kiosk.assistant.support import Lesson, Passage, Statement, Support, passages_of
from kiosk.assistant.terms import Terms
from kiosk.assistant.words import folded
from kiosk.core.knowledge import Entry

_NUMBER = re.compile(r"\d")
_FORGED = re.compile(
    r"</?[a-z!]|<\||\]\]>|\{\s*\"|\"\s*:|\}\s*\]|```|\b(?:system|user|assistant)\s*:|!\["
)
"""What only machines write, in a text for people: tags, JSON, roles, pictures."""

_MARKUP = re.compile(r"\]\s*[(:\[]|<|!\[")
"""Of a link or a picture, whose address is still coming."""

_LIST_MARKER = re.compile(r"^\s*(?:[-*+]|\d{1,2}[.)])\s+")
_MASK = re.compile(r"\[\w+ \d+\]")


_WELL_KNOWN = 0.3
"""Share of a sentence's words that a language knows which it may well be of."""


class Verdict(StrEnum):
    """What may happen to a sentence."""

    FINE = "fine"
    OURS_TO_SAY = "ours"  # the database knows it, or nobody
    UNFOUNDED = "unfounded"


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a sentence may rest on.

    Attributes:
        lessons: What was looked up in the library's knowledge.
        said: Numbers that the patron said: good for repeating, not for a time or a price.
    """

    lessons: tuple[Lesson, ...] = ()
    said: frozenset[int] = frozenset()


class Judge:
    """Judges sentences by the words of all languages that we speak.

    Args:
        languages: Those.
        terms: Tell what a sentence is about.
    """

    def __init__(self, languages: Sequence[Language], terms: Terms) -> None:
        self._ears = [Ear(language) for language in languages]
        self._support = Support(terms)

    def figures(self, text: str) -> Figures:
        """What a text says that could be a fact, in whatever of our languages it is."""
        plain = _plain(text)
        return _all_figures(plain, self._hear(plain))

    def lesson(self, entry: Entry) -> Lesson:
        """What an entry of the library's knowledge founds.

        An address in its words founds nothing, only those of its links do: whoever could write a
        line into a text could send every patron there.
        """
        text = f"{entry.question}\n{entry.answer}"
        if self.is_instruction(text):
            return Lesson()
        links = [*(link.url for link in entry.links), entry.url]
        addresses = frozenset().union(*(addresses_in(_plain(each)) for each in links))
        ear = self._nearest_ear(entry.language)
        passages = (
            Passage(self._support.terms(part, ear.tag), ear.is_negated(_plain(part)))
            for part in passages_of(entry)
        )
        return Lesson(
            replace(self.figures(text), addresses=addresses),
            ear.tag,
            self._support.terms(entry.question, ear.tag),
            tuple(passages),
            frozenset(self._support.quote(each, ear.tag) for each in cut(entry.answer)),
        )

    def is_instruction(self, text: str) -> bool:
        """Whether a text speaks to the assistant, or to a machine, instead of to patrons."""
        plain = _plain(text)
        return bool(_FORGED.search(plain)) or any(each.machine for each in self._hear(plain))

    def is_agreement(self, sentence: str) -> bool:
        """Whether the sentence says yes or no and nothing else: it goes with the next one."""
        plain = _plain(sentence)
        return any(ear.is_mere_agreement(plain) for ear in self._ears)

    def verdict(self, sentence: str, grounds: Grounds, *, translates: bool = False) -> Verdict:
        """Whether the sentence may be shown.

        Args:
            sentence: A whole one, without the marks of what it cites.
            grounds: What was looked up.
            translates: It cites what was looked up in another language than the answer's, so
                their words cannot be compared.
        """
        plain = _plain(sentence)
        if _FORGED.search(plain):
            return Verdict.UNFOUNDED
        heard = self._hear(plain)
        figures = _all_figures(plain, heard)
        if self._is_quoted(sentence, figures, grounds):
            return Verdict.FINE
        if _is_of_hours(plain, heard) or figures.has_phone:
            return Verdict.OURS_TO_SAY
        told = _Told(figures, _statements(heard), translates)
        lessons = self._behind(told, grounds)
        if not lessons and _is_of_place_or_day(plain, heard):
            return Verdict.OURS_TO_SAY
        is_founded = (
            (bool(lessons) or not told.needs_lesson(grounds.said))
            and (_are_limits_of(lessons, figures) or not any(each.unit for each in heard))
            and any(each.is_spoken for each in heard)
            and not any(each.deed for each in heard)
        )
        return Verdict.FINE if is_founded else Verdict.UNFOUNDED

    def is_harmless(self, beginning: str) -> bool:
        """Whether the beginning of a sentence holds nothing yet that has to be judged.

        So it may be seen before its sentence is whole.
        """
        plain = _plain(beginning)
        if _NUMBER.search(plain) or _MARKUP.search(plain):
            return False
        heard = self._hear(plain)
        claims = any(statement.is_claim for statement in _statements(heard)) or any(
            each.opening or each.day or each.place or each.deed for each in heard
        )
        is_spoken = any(each.is_spoken for each in heard)
        return is_spoken and not claims and _all_figures(plain, heard) == NOTHING

    def _is_quoted(self, sentence: str, figures: Figures, grounds: Grounds) -> bool:
        """Whether it is the library's own sentence, word for word."""
        bare = _LIST_MARKER.sub("", sentence)
        return any(
            figures.rest_on(lesson.figures)
            and self._support.quote(bare, lesson.tag) in lesson.quotes
            for lesson in grounds.lessons
            if lesson.quotes
        )

    def _behind(self, told: "_Told", grounds: Grounds) -> list[Lesson]:
        """The lessons each of which says all that a sentence tells."""
        resting = [
            lesson
            for lesson in grounds.lessons
            if lesson.passages and told.figures.rest_on(lesson.figures, may_say=grounds.said)
        ]
        spoken = {statement.tag for statement in told.statements}
        found = [lesson for lesson in resting if told.translates and lesson.tag not in spoken]
        for statement in told.statements:
            same = [lesson for lesson in resting if lesson.tag == statement.tag]
            if same:
                found += self._support.bearing_out(statement, same)
        return found

    def _nearest_ear(self, language: str) -> Ear:
        main = language.casefold().split("-")[0]
        alike = (ear for ear in self._ears if ear.tag.casefold().split("-")[0] == main)
        return next(alike, self._ears[0])

    def _hear(self, plain: str) -> list[Heard]:
        return [ear.hear(plain) for ear in self._ears]


def _all_figures(plain: str, heard: Sequence[Heard]) -> Figures:
    figures = figures_in_digits(plain)
    for each in heard:
        figures |= each.figures
    return figures


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence tells.

    Attributes:
        figures: In it.
        statements: As those hear it who know the languages that it may well be of.
        translates: See ``Judge.verdict``.
    """

    figures: Figures
    statements: tuple[Statement, ...]
    translates: bool

    @property
    def is_claim(self) -> bool:
        return any(statement.is_claim for statement in self.statements)

    def needs_lesson(self, numbers: frozenset[int]) -> bool:
        """Whether it says more than anybody may, or somebody who knows those numbers."""
        return self.is_claim or not self.figures.rest_on(NOTHING, may_say=numbers)


def _statements(heard: Sequence[Heard]) -> tuple[Statement, ...]:
    best = max(each.share for each in heard)
    return tuple(each.statement for each in heard if each.share >= min(best, _WELL_KNOWN))


def _is_of_hours(plain: str, heard: Sequence[Heard]) -> bool:
    return is_range_of_times(plain) or any(each.opening for each in heard)


def _is_of_place_or_day(plain: str, heard: Sequence[Heard]) -> bool:
    of_a_day = _NUMBER.search(plain) is not None and any(each.day for each in heard)
    return of_a_day or any(each.place for each in heard)


def _are_limits_of(lessons: Sequence[Lesson], figures: Figures) -> bool:
    """Whether all numbers are told, not by the patron: limits are not for patrons to set."""
    return not figures.numbers or any(
        figures.numbers <= lesson.figures.numbers for lesson in lessons
    )


def _plain(text: str) -> str:
    return _LIST_MARKER.sub("", _MASK.sub("", folded(text)))

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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from zlib import crc32

from kiosk.assistant.figures import (
    NOTHING,
    Figures,
    addresses_in,
    figures_in_digits,
    is_range_of_times,
)
from kiosk.assistant.languages import Language
from kiosk.assistant.words import Phrase, folded

_NUMBER = re.compile(r"\d")
_FORGED = re.compile(
    r"</?[a-z!]|<\||\]\]>|\{\s*\"|\"\s*:|\}\s*\]|```|\b(?:system|user|assistant)\s*:|!\["
)
"""What only machines write, in a text for people: tags, JSON, roles, pictures."""

_MARKUP = re.compile(r"\]\s*[(:\[]|<|!\[")
"""Of a link or a picture, whose address is still coming."""

_NUMBERS_OF_PHONE = 5
_LIST_MARKER = re.compile(r"^\s*(?:[-*+]|\d{1,2}[.)])\s+")
_MASK = re.compile(r"\[\w+ \d+\]")
_START = "^"
_ONE = frozenset({1})
_FEW_WORDS = 3
_MOSTLY = 0.6
_PARTLY = 0.3
"""Of a language that writes small words and endings in one with others, and so has more of them."""
_ARTICLE = "ال"


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
        self._ears = [_Ear(language) for language in languages]

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

    def _hear(self, plain: str) -> list["_Heard"]:
        return [ear.hear(plain) for ear in self._ears]


def _all_figures(plain: str, heard: Sequence["_Heard"]) -> Figures:
    figures = figures_in_digits(plain)
    for each in heard:
        figures |= each.figures
    return figures


def _was_told(figures: Figures, grounds: Grounds) -> bool:
    """Whether anything of it is in the library's knowledge, not just said by nobody."""
    return bool(figures.numbers & grounds.told.numbers or figures.weekdays)


@dataclass(frozen=True, slots=True)
class _Heard:
    """What a sentence says to somebody who knows one language.

    Attributes:
        opening, day, place: Something is said about it.
        unit: So is what limits and codes are told in.
        machine: It speaks to the assistant.
        deed: It says that something was done.
        figures: In words, such as "until nine", "ten cents", "on Mondays", "third floor".
        is_spoken: The sentence may be of this language, so that it could be judged.
    """

    opening: bool
    day: bool
    place: bool
    unit: bool
    machine: bool
    deed: bool
    figures: Figures
    is_spoken: bool


class _Phrases:
    """Phrases to be found in sentences."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._phrases = frozenset(filter(None, phrases))
        self._lengths: dict[str, set[int]] = {}
        for phrase in self._phrases:
            self._lengths.setdefault(phrase[0], set()).add(len(phrase))

    def __contains__(self, phrase: object) -> bool:
        return phrase in self._phrases

    def found(self, said: Phrase) -> Iterator[tuple[int, int]]:
        """Where each of them begins and ends in a sentence."""
        for start, word in enumerate(said):
            for length in self._lengths.get(word, ()):
                if said[start : start + length] in self._phrases:
                    yield start, start + length

    def are_in(self, said: Phrase) -> bool:
        """Whether one of them is."""
        return any(True for _ in self.found(said))


class _Ear:
    """Hears what one language's words claim."""

    def __init__(self, language: Language) -> None:
        claims, dates = language.claims, language.dates
        weekdays = {day: n for day, n in dates.weekdays.items() if day in claims.days}
        values = {**dates.numbers, **dates.ordinals}
        self._writing = language.writing
        self._spoken = language.spoken
        self._harmless = _Phrases(claims.harmless)
        self._opening = _Phrases(claims.opening)
        self._days = _Phrases(claims.days)
        self._place = _Phrases(claims.place)
        self._price = _Phrases(claims.price)
        self._units = _Phrases(claims.units)
        self._machines = _Phrases(claims.machines)
        self._deeds = _Phrases(claims.deeds)
        self._before_times = _Phrases(claims.before_times)
        self._around_numbers = _Phrases(
            claims.after_times | claims.price | claims.place | claims.units
        )
        self._numbers = _Phrases(claims.numbers | values.keys())
        self._weekdays = _Phrases(weekdays)
        self._number_of_day: Mapping[Phrase, int] = weekdays
        self._values: Mapping[Phrase, int] = values

    def hear(self, plain: str) -> _Heard:
        """What a folded sentence says."""
        said = self._said(plain)
        return _Heard(
            self._says(self._without_durations(said), self._opening),
            self._says(said, self._days),
            self._says(said, self._place),
            self._says(said, self._units),
            self._says(said, self._machines),
            self._deeds.are_in((_START, *said)),
            self._figures(plain, said),
            self._is_spoken(said),
        )

    def _figures(self, plain: str, said: Phrase) -> Figures:
        numbers = frozenset(self._spelled(said))
        if len(numbers) > 1 or _NUMBER.search(plain):
            numbers -= _ONE  # beside another figure it is an article: "une page coûte 10 cents"
        is_figure = bool(numbers or _NUMBER.search(plain))
        return Figures(
            numbers=numbers,
            weekdays=frozenset(self._said_days(said)),
            has_price=is_figure and self._price.are_in(said),
            has_phone=self._is_dialled(said),
            has_day=self._says(said, self._days),
        )

    def _without_durations(self, said: Phrase) -> Phrase:
        """Without the "hours" of "2 hours", which are a figure and no opening hours."""
        return tuple(
            word
            for before, word in zip(("", *said), said, strict=False)
            if not (before.isdigit() and (word,) in self._units)
        )

    def _is_dialled(self, said: Phrase) -> bool:
        """Whether numbers in words stand in a row, as a phone number is read out."""
        length, end_before = 0, -1
        for start, end in self._numbers.found(said):
            length = length + 1 if start == end_before else 1
            end_before = end
            if length >= _NUMBERS_OF_PHONE:
                return True
        return False

    def _is_spoken(self, said: Phrase) -> bool:
        letters = [word for word in said if word[0].isalpha()]
        foreign = [word for word in letters if not word.isascii()]
        if foreign:
            # Folded Latin is ASCII; other scripts are only judged where we speak them.
            least = _PARTLY if self._writing.proclitics else _MOSTLY
            return sum(map(self._knows, foreign)) >= least * len(foreign)
        return len(letters) <= _FEW_WORDS or any(word in self._spoken for word in letters)

    def _knows(self, word: str) -> bool:
        """Whether it is a word of the language, or one with an article written in one with it."""
        return word in self._spoken or any(
            rest in self._spoken or clung.endswith(_ARTICLE)
            for clung, rest in self._writing.unclung(word)
        )

    def _spelled(self, said: Phrase) -> Iterator[int]:
        """Numbers in words that stand like a figure."""
        spelled = list(self._numbers.found(said))
        if not spelled:
            return
        ends_before = {end for _, end in self._before_times.found(said)}
        starts_after = {start for start, _ in self._around_numbers.found(said)}
        for start, end in spelled:
            if start in ends_before or end in starts_after:
                yield self._value(said[start:end])

    def _value(self, number: Phrase) -> int:
        """What a number in words is worth; of those we cannot count, each is its own."""
        known = self._values.get(number)
        return known if known is not None else -1 - crc32(" ".join(number).encode())

    def _said_days(self, said: Phrase) -> Iterator[int]:
        for words in {said, self._bare(said, self._weekdays)}:
            for start, end in self._weekdays.found(words):
                yield self._number_of_day[words[start:end]]

    def _said(self, plain: str) -> Phrase:
        """The words, without phrases that hold a word of ours and claim nothing."""
        said = self._writing.words(plain)
        harmless = dict(self._harmless.found(said))
        kept: list[str] = []
        position = 0
        while position < len(said):
            if position in harmless:
                position = harmless[position]
                continue
            kept.append(said[position])
            position += 1
        return tuple(kept)

    def _says(self, said: Phrase, phrases: _Phrases) -> bool:
        """Whether one of the phrases is said, also with an article written in one with it."""
        if phrases.are_in(said):
            return True
        bare = self._bare(said, phrases)
        return bare != said and phrases.are_in(bare)

    def _bare(self, said: Phrase, phrases: _Phrases) -> Phrase:
        if not self._writing.proclitics:
            return said
        return tuple(self._without_article(word, phrases) for word in said)

    def _without_article(self, word: str, phrases: _Phrases) -> str:
        return next((rest for _, rest in self._writing.unclung(word) if (rest,) in phrases), word)


def _plain(text: str) -> str:
    return _LIST_MARKER.sub("", _MASK.sub("", folded(text)))

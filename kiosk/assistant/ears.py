"""What a sentence claims, in the ears of somebody who knows one language.

Which words claim something is in the language's file, ``[claims]``.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from kiosk.assistant.figures import Figures
from kiosk.assistant.languages import Language
from kiosk.assistant.support import Statement
from kiosk.assistant.words import Phrase

_NUMBER = re.compile(r"\d")
_NUMBERS_OF_PHONE = 5
_START = "^"
_ONE = frozenset({1})
_FEW_WORDS = 3
_MOSTLY = 0.6
_PARTLY = 0.3
"""Of a language that writes small words and endings in one with others, and so has more of them."""
_ARTICLE = "ال"


@dataclass(frozen=True, slots=True)
class Heard:
    """What a sentence says to somebody who knows one language.

    Attributes:
        opening, day, place: Something is said about it.
        unit: So is what limits and codes are told in.
        machine: It speaks to the assistant.
        deed: It says that something was done.
        statement: What has to stand in the library's knowledge.
        figures: In words, such as "until nine", "ten cents", "on Mondays", "third floor".
        share: Of its words that the language knows, 0 to 1.
        is_spoken: The sentence may be of this language, so that it could be judged.
    """

    opening: bool
    day: bool
    place: bool
    unit: bool
    machine: bool
    deed: bool
    statement: Statement
    figures: Figures
    share: float
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

    def places(self, said: Phrase) -> Iterator[int]:
        """Which of a sentence's words are part of one."""
        return (place for span in self.found(said) for place in range(*span))

    def are_in(self, said: Phrase) -> bool:
        """Whether one of them is."""
        return any(True for _ in self.found(said))


class Ear:
    """Hears what one language's words claim."""

    def __init__(self, language: Language) -> None:
        claims, dates = language.claims, language.dates
        self.tag = language.tag
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
        self._policy = _Phrases(claims.policy)
        self._agreement = _Phrases(claims.agreement)
        self._negations = _Phrases(claims.negations)
        self._before_times = _Phrases(claims.before_times)
        self._around_numbers = _Phrases(
            claims.after_times | claims.price | claims.place | claims.units
        )
        self._numbers = _Phrases(claims.numbers | values.keys())
        self._weekdays = _Phrases(weekdays)
        self._number_of_day: Mapping[Phrase, int] = weekdays
        self._values: Mapping[Phrase, int] = values

    def hear(self, plain: str) -> Heard:
        """What a folded sentence says."""
        said = self._said(plain)
        return Heard(
            self._says(self._without_durations(said), self._opening),
            self._says(said, self._days),
            self._says(said, self._place),
            self._says(said, self._units),
            self._says(said, self._machines),
            self._deeds.are_in((_START, *said)),
            self._statement(said),
            self._figures(plain, said),
            self._share([word for word in said if word[0].isalpha()]),
            self._is_spoken(said),
        )

    def is_negated(self, plain: str) -> bool:
        """Whether there is a "not" in a folded sentence."""
        return self._says(self._writing.words(plain), self._negations)

    def is_mere_agreement(self, plain: str) -> bool:
        """Whether a folded sentence is a yes or a no, with nothing behind it but marks."""
        whole = (_START, *self._writing.words(plain))
        return any(
            not any(word.isalnum() for word in whole[end:]) for end in self._agreements(whole)
        )

    def _statement(self, said: Phrase) -> Statement:
        forms = {said, self._bare(said, self._policy)}
        keys = frozenset(place for form in forms for place in self._policy.places(form))
        return Statement(
            self.tag,
            said,
            keys=keys,
            figures=frozenset([*self._numbers.places(said), *self._days.places(said)]),
            is_claim=bool(keys) or self._agrees(said),
            is_negated=self._says(said, self._negations),
        )

    def _agrees(self, said: Phrase) -> bool:
        """Whether it begins with a yes or a no that ends at a mark, as "Yes, you can bring it"."""
        whole = (_START, *said)
        return any(end == len(whole) or not whole[end].isalnum() for end in self._agreements(whole))

    def _agreements(self, whole: Phrase) -> Iterator[int]:
        """Where those end that a sentence begins with."""
        return (end for start, end in self._agreement.found(whole) if start == 0)

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
            return self._share(foreign) >= least
        return len(letters) <= _FEW_WORDS or any(word in self._spoken for word in letters)

    def _share(self, letters: Sequence[str]) -> float:
        return sum(map(self._knows, letters)) / len(letters) if letters else 0.0

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

"""Nothing that a model made up reaches the screen as a fact.

A sentence of the model is judged before it is shown:

- What the database knows, the database says. Opening hours, floors, addresses and phone numbers
  are never shown in the model's words, right or wrong; the conversation says what was looked up.
- Any other number, time, price, web or mail address must stand in what the patron asked or a
  tool answered.
- A sentence in a language that we do not speak cannot be judged.

So a good sentence is sometimes withheld. That costs a word; the other mistake costs a patron
their way through the rain to a closed door.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.assistant.languages import Language
from kiosk.assistant.words import Phrase, folded, longest

_TIME = re.compile(
    r"\b(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm|a\.m|p\.m|uhr|h\b|o'clock)|\b(\d{1,2}):(\d{2})\b"
    r"|(\d{1,2})\s*[点點時时]"
)
_PHONE = re.compile(r"(?<![\d/-])\+?\(?\d{1,4}\)?(?:[\s().-]{1,2}\d{2,4}){1,4}(?![\d/])")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.\w+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|edu|net|gov|io|info|app|uk|ca|us)\b\S*"
)
_PRICE = re.compile(r"[$€£¥₹]\s?\d|\d\s?[$€£¥₹]")
_NUMBER = re.compile(r"\d+")
_LIST_MARKER = re.compile(r"^\s*(?:[-*+]|\d{1,2}[.)])\s+")
_MASK = re.compile(r"\[(?:email|phone|number) \d+\]")
_RANGE = re.compile(r"\b\d{1,2}\s*(?:-|to|until|till)\s*\d{1,2}\b")
_PHONE_DIGITS = 7
_FEW_WORDS = 3
_MOSTLY = 0.6


class Verdict(StrEnum):
    """What may happen to a sentence."""

    FINE = "fine"
    OURS_TO_SAY = "ours"  # the database knows it, or nobody
    UNFOUNDED = "unfounded"


@dataclass(slots=True)
class Grounds:
    """What the patron said and the tools answered: numbers, addresses, times."""

    numbers: set[int] = field(default_factory=set)
    addresses: set[str] = field(default_factory=set)
    times: set[str] = field(default_factory=set)

    def add(self, text: str) -> None:
        """Take note of a text that a sentence may rest on."""
        plain = folded(text)
        self.numbers |= {int(number) for number in _NUMBER.findall(plain)}
        self.addresses |= {_tidy(address) for address in _ADDRESS.findall(plain)}
        self.times |= {_squeezed(found.group()) for found in _TIME.finditer(plain)}


class Judge:
    """Judges sentences by the words of all languages that we speak."""

    def __init__(self, languages: Sequence[Language]) -> None:
        self._ears = [_Ear(language) for language in languages]

    def verdict(self, sentence: str, grounds: Grounds) -> Verdict:
        """Whether the sentence may be shown."""
        plain = _LIST_MARKER.sub("", _MASK.sub("", folded(sentence)))
        if _is_range_of_times(plain) or _has_phone(plain):
            return Verdict.OURS_TO_SAY
        if any(ear.hears_ours(plain) for ear in self._ears):
            return Verdict.OURS_TO_SAY
        spoken = any(ear.is_spoken(plain) for ear in self._ears)
        figure = any(ear.hears_figure(plain) for ear in self._ears)
        if spoken and not figure and _is_founded(plain, grounds):
            return Verdict.FINE
        return Verdict.UNFOUNDED


class _Ear:
    """Hears what one language's words claim."""

    def __init__(self, language: Language) -> None:
        self._claims = language.claims
        self._writing = language.writing
        self._spoken = language.spoken

    def hears_ours(self, plain: str) -> bool:
        """Something is said about opening, days with a number, or where something is."""
        claims, said = self._claims, self._said(plain)
        if self._says(said, claims.opening) or self._says(said, claims.place):
            return True
        has_number = bool(_NUMBER.search(plain)) or self._says(said, claims.numbers)
        return has_number and self._says(said, claims.days)

    def hears_figure(self, plain: str) -> bool:
        """Such as "until nine", "nine pm", "ten cents"."""
        claims, said = self._claims, self._said(plain)
        ends_before = {end for _, end in _found(said, claims.before_times)}
        starts_after = {start for start, _ in _found(said, claims.after_times | claims.price)}
        return any(
            start in ends_before or end in starts_after
            for start, end in _found(said, claims.numbers)
        )

    def is_spoken(self, plain: str) -> bool:
        """Whether the sentence may be of this language, so that it could be judged."""
        letters = [word for word in self._said(plain) if word[0].isalpha()]
        foreign = [word for word in letters if not word.isascii()]
        if foreign:
            # Folded Latin is ASCII; other scripts are only judged where we speak them.
            return sum(word in self._spoken for word in foreign) >= _MOSTLY * len(foreign)
        return len(letters) <= _FEW_WORDS or any(word in self._spoken for word in letters)

    def _said(self, plain: str) -> Phrase:
        """The words, without phrases that hold a word of ours and claim nothing."""
        said = self._writing.words(plain)
        harmless = dict(_found(said, self._claims.harmless))
        kept: list[str] = []
        position = 0
        while position < len(said):
            if position in harmless:
                position = harmless[position]
                continue
            kept.append(said[position])
            position += 1
        return tuple(kept)

    def _says(self, said: Phrase, phrases: frozenset[Phrase]) -> bool:
        """Whether one of the phrases is said, also with an article written in one with it."""
        if any(True for _ in _found(said, phrases)):
            return True
        bare = tuple(self._bare(word, phrases) for word in said)
        return bare != said and any(True for _ in _found(bare, phrases))

    def _bare(self, word: str, phrases: frozenset[Phrase]) -> str:
        return next((rest for _, rest in self._writing.unclung(word) if (rest,) in phrases), word)


def _is_range_of_times(plain: str) -> bool:
    return bool(_RANGE.search(plain) and _TIME.search(plain))


def _has_phone(plain: str) -> bool:
    return any(_digits(number) >= _PHONE_DIGITS for number in _PHONE.findall(plain))


def _is_founded(plain: str, grounds: Grounds) -> bool:
    times = {_squeezed(found.group()) for found in _TIME.finditer(plain)}
    addresses = {_tidy(address) for address in _ADDRESS.findall(plain)}
    numbers = {int(number) for number in _NUMBER.findall(plain)}
    return (
        times <= grounds.times
        and addresses <= grounds.addresses
        and numbers <= grounds.numbers
        and not _PRICE.search(plain)
    )


def _found(said: Phrase, phrases: frozenset[Phrase]) -> Iterator[tuple[int, int]]:
    """Where each of the phrases begins and ends in a sentence."""
    most = longest(phrases)
    for start in range(len(said)):
        for length in range(1, min(most, len(said) - start) + 1):
            if said[start : start + length] in phrases:
                yield start, start + length


def _digits(text: str) -> int:
    return sum(letter.isdigit() for letter in text)


def _tidy(address: str) -> str:
    return address.rstrip(".,;:!?)]\"'*_")


def _squeezed(time: str) -> str:
    return re.sub(r"[\s.]", "", time)

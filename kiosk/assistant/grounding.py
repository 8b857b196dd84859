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
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.assistant.languages import ClaimWords, Language
from kiosk.assistant.words import Phrase, folded, words

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
        self._claims = _united([language.claims for language in languages])
        self._spoken = {word for one in languages for phrase in one.vocabulary for word in phrase}
        self._harmless = {words(phrase) for phrase in self._claims.harmless}

    def verdict(self, sentence: str, grounds: Grounds) -> Verdict:
        """Whether the sentence may be shown."""
        plain = _LIST_MARKER.sub("", _MASK.sub("", folded(sentence)))
        said = self._without_harmless(words(plain))
        if self._is_ours(plain, said):
            return Verdict.OURS_TO_SAY
        if self._is_founded(plain, said, grounds) and self._is_spoken(said):
            return Verdict.FINE
        return Verdict.UNFOUNDED

    def _is_ours(self, plain: str, said: Phrase) -> bool:
        claims, found = self._claims, set(said)
        of_days = bool(found & claims.days) and (
            bool(_NUMBER.search(plain)) or bool(found & claims.numbers)
        )
        return (
            bool(found & claims.opening)
            or bool(found & claims.place)
            or of_days
            or bool(_RANGE.search(plain) and _TIME.search(plain))
            or any(_digits(number) >= _PHONE_DIGITS for number in _PHONE.findall(plain))
        )

    def _is_founded(self, plain: str, said: Phrase, grounds: Grounds) -> bool:
        times = {_squeezed(found.group()) for found in _TIME.finditer(plain)}
        addresses = {_tidy(address) for address in _ADDRESS.findall(plain)}
        numbers = {int(number) for number in _NUMBER.findall(plain)}
        return (
            times <= grounds.times
            and addresses <= grounds.addresses
            and numbers <= grounds.numbers
            and not _PRICE.search(plain)
            and not self._spells_a_figure(said)
        )

    def _spells_a_figure(self, said: Phrase) -> bool:
        """Such as "until nine", "nine pm", "ten cents"."""
        claims = self._claims
        for before, number, after in zip(("", *said), said, (*said[1:], ""), strict=False):
            if number in claims.numbers and (
                before in claims.before_times or after in claims.after_times | claims.price
            ):
                return True
        return False

    def _is_spoken(self, said: Phrase) -> bool:
        letters = [word for word in said if word[0].isalpha()]
        if any(not word.isascii() for word in letters):
            # Folded Latin is ASCII; other scripts are only judged where we speak them.
            letters = [word for word in letters if word not in self._spoken]
            return not any(not word.isascii() for word in letters)
        return len(letters) <= _FEW_WORDS or any(word in self._spoken for word in letters)

    def _without_harmless(self, said: Phrase) -> Phrase:
        kept: list[str] = []
        position = 0
        longest = max((len(phrase) for phrase in self._harmless), default=0)
        while position < len(said):
            for length in range(longest, 0, -1):
                if said[position : position + length] in self._harmless:
                    position += length
                    break
            else:
                kept.append(said[position])
                position += 1
        return tuple(kept)


def _united(claims: Sequence[ClaimWords]) -> ClaimWords:
    return ClaimWords(
        **{
            name: frozenset().union(*(getattr(one, name) for one in claims))
            for name in ClaimWords.__slots__
        }
    )


def _digits(text: str) -> int:
    return sum(letter.isdigit() for letter in text)


def _tidy(address: str) -> str:
    return address.rstrip(".,;:!?)]\"'*_")


def _squeezed(time: str) -> str:
    return re.sub(r"[\s.]", "", time)

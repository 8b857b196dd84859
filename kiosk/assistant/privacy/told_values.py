"""What is personal because it was told as such: passwords, numbers, addresses, dates of birth.

A cue ("my password is") says what stands behind; the value's end is found by its own form.
"""

import re
from collections.abc import Iterator

from kiosk.assistant.privacy.line import Cues, Finding, Kind, Line, Token
from kiosk.assistant.privacy.numbers import kind_of
from kiosk.assistant.privacy.signs import ToldSigns

_SECRET = re.compile(r"[^\s,;，。；！？、؟،\"“”«»\u4e00-\u9fff]{1,64}")  # noqa: RUF001  marks of all languages
_NUMBER = re.compile(
    r"[A-Za-z]{0,4}[-#]?\d[\dA-Za-z]*(?:[ .-][A-Za-z]?\d[\dA-Za-z]*)*(?:-[A-Za-z]\b)?"
)
_PHONE = re.compile(r"\+?\(?\d+(?:[ .\-/()]{1,3}\d+)*")
_TIME_OR_YEAR = re.compile(r"(?:[12]\d{3}|\d{1,2}[:h]\d{2}.*|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})")
_MARKS = frozenset({":", "=", "#", "-", "(", '"', "'", "“", "«", "°", "º", ",", "."})
_SENTENCE_END = frozenset(".!?;\n。！？；؟")  # noqa: RUF001  the same
_LONGEST_ABBREVIATION = 4
_LEAST_DIGITS = 4
_MOST_SKIPPED = 6
_MOST_ADDRESS = 16
"""Words in an address."""
_MOST_DATE = 9


class ToldValues:
    """Finds what was told as such.

    Args:
        signs: The words by which it is told.
    """

    def __init__(self, signs: ToldSigns) -> None:
        self._signs = signs

    def secrets(self, line: Line) -> Iterator[Finding]:
        """Passwords and PINs."""
        for cues in (self._signs.secrets, self._signs.bare_secrets):
            for _, behind in cues.ends(line):
                span = self._secret_at(line, _past_marks(line, behind))
                is_bare = cues is self._signs.bare_secrets
                if span and not (is_bare and not _may_be_secret(line.text[slice(*span)])):
                    yield Finding(*span, Kind.PASSWORD, told=True)

    def numbers(self, line: Line) -> Iterator[Finding]:
        """Student and card numbers, phones."""
        yield from self._numbers(line, self._signs.phones, _PHONE, Kind.PHONE)
        yield from self._numbers(line, self._signs.numbers, _NUMBER, Kind.NUMBER)

    def addresses(self, line: Line) -> Iterator[Finding]:
        """Home addresses."""
        for cues in (self._signs.addresses, self._signs.perhaps_addresses):
            for _, behind in cues.ends(line):
                first = _past_marks(line, behind)
                last = self._address_end(line, first)
                if self._is_address(line.tokens[first:last]):
                    start, end = line.tokens[first].start, line.tokens[last - 1].end
                    yield Finding(start, end, Kind.ADDRESS, told=True)

    def birthdays(self, line: Line) -> Iterator[Finding]:
        """Dates of birth."""
        for _, behind in self._signs.birthdays.ends(line):
            first = _past_marks(line, behind)
            while first < len(line.tokens) and line.tokens[first].plain in self._signs.between:
                first = _past_marks(line, first + 1)
            last = self._date_end(line, first)
            if any(token.text.isdigit() for token in line.tokens[first:last]):
                start, end = line.tokens[first].start, line.tokens[last - 1].end
                yield Finding(start, end, Kind.BIRTHDAY, told=True)

    def _secret_at(self, line: Line, place: int) -> tuple[int, int] | None:
        if place >= len(line.tokens):
            return None
        token = line.tokens[place]
        found = _SECRET.match(line.text, token.start)
        if found is None or not self._is_secret(line, token, found.group()):
            return None
        return found.start(), found.start() + len(found.group().rstrip(".!?)'"))

    def _is_secret(self, line: Line, token: Token, value: str) -> bool:
        is_plain_word = value.rstrip(".!?)'").casefold() == token.text.casefold()
        harmless = is_plain_word and token.plain in self._signs.harmless
        return not value.startswith("[") and not harmless and not _is_asked(line, token)

    def _numbers(
        self, line: Line, cues: Cues, form: re.Pattern[str], kind: Kind
    ) -> Iterator[Finding]:
        for cue, behind in cues.ends(line):
            if self._is_of_a_thing(line, cue, behind):
                continue
            start = self._number_start(line, behind)
            found = None if start is None else form.match(line.text, start)
            if found is not None and _is_number(found.group()):
                end = found.start() + len(found.group().rstrip(" .-"))
                is_card = kind_of(found.group()) is Kind.CARD
                yield Finding(found.start(), end, Kind.CARD if is_card else kind, told=True)

    def _is_of_a_thing(self, line: Line, cue: int, behind: int) -> bool:
        """Whether the cue is part of a longer one that means a thing: "the library's phone"."""
        earliest = max(0, cue - _MOST_SKIPPED)
        return any(
            place + self._signs.public.length_at(line.tokens, place) >= behind
            for place in range(earliest, behind)
        )

    def _number_start(self, line: Line, place: int) -> int | None:
        """Where the number behind a cue begins: past words like "is", and a sign or two."""
        for token in line.tokens[place : place + _MOST_SKIPPED]:
            if token.plain not in self._signs.between and token.plain not in _MARKS:
                return token.start
            if token.text in "(+":
                return token.start
        return None

    def _address_end(self, line: Line, first: int) -> int:
        """The token behind an address: it ends with its sentence, or where another thing begins."""
        last = first
        while last < min(len(line.tokens), first + _MOST_ADDRESS * 2):
            token = line.tokens[last]
            if self._signs.ends.length_at(line.tokens, last) and last > first:
                break
            if token.text in _SENTENCE_END and _ends_sentence(line, last):
                break
            last += 1
        while last > first and not line.tokens[last - 1].text[-1].isalnum():
            last -= 1
        return last

    def _is_address(self, tokens: tuple[Token, ...]) -> bool:
        if not tokens or tokens[0].text == "[":
            return False
        has_number = any(token.text.isdigit() for token in tokens)
        return has_number or any(token.plain in self._signs.streets for token in tokens)

    def _date_end(self, line: Line, first: int) -> int:
        last = end = first
        while last < min(len(line.tokens), first + _MOST_DATE):
            token = line.tokens[last]
            if token.text.isdigit() or token.plain in self._signs.date_words:
                end = last + 1 if token.text.isdigit() or token.is_word else end
            elif token.text not in "-/.,،":
                break
            last += 1
        return end


def _past_marks(line: Line, place: int) -> int:
    while place < len(line.tokens) and line.tokens[place].text in _MARKS:
        place += 1
    return place


def _ends_sentence(line: Line, place: int) -> bool:
    """Whether a mark is an end, and not the point of an abbreviation: "12 Elm St. Apt 4"."""
    is_point = line.tokens[place].text == "."
    return not (is_point and len(line.tokens[place - 1].text) <= _LONGEST_ABBREVIATION)


def _may_be_secret(text: str) -> bool:
    return len(text) >= _LEAST_DIGITS and any(map(str.isdigit, text))


def _is_number(text: str) -> bool:
    digits = sum(map(str.isdigit, text))
    return digits >= _LEAST_DIGITS and not _TIME_OR_YEAR.fullmatch(text)


def _is_asked(line: Line, token: Token) -> bool:
    """Whether nothing but the question mark is left: "my password is?"."""
    return token.text == "?" or not any(map(str.isalnum, line.text[token.start :]))

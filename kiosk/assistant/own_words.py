"""Words that the library itself uses: who says nothing else says nothing about himself."""

import re
from collections.abc import Callable, Iterable
from itertools import pairwise

from kiosk.assistant.languages import Language, Languages
from kiosk.assistant.words import HAN, Phrase, words
from kiosk.core.knowledge import Entry

_MOST_DIGITS = 2
_HAN = re.compile(f"[{HAN}]")


class OwnWords:
    """Knows the words of our vocabularies and of the library's knowledge. On the database's thread.

    Args:
        languages: Whose vocabularies.
        entries: Gives the library's knowledge as it is now.
        version: Different whenever any entry is.
    """

    def __init__(
        self,
        languages: Languages,
        entries: Callable[[], Iterable[Entry]],
        version: Callable[[], str],
    ) -> None:
        self._languages = languages
        self._entries = entries
        self._version = version
        self._learned: dict[str, tuple[str, frozenset[str]]] = {}

    def are_all(self, text: str, language: str) -> bool:
        """Whether a text is made of them, and of numbers up to 99, only.

        Chinese characters are each a common word, also those of names; there every two that stand
        together must be known.
        """
        said = words(text)
        known = self._known(language)
        return (
            all(
                word in known
                or not word.isalnum()
                or (word.isdigit() and len(word) <= _MOST_DIGITS)
                for word in said
                if not _HAN.match(word)
            )
            and set(_pairs(said)) <= known
        )

    def _known(self, language: str) -> frozenset[str]:
        version = self._version()
        learned = self._learned.get(language)
        if learned is None or learned[0] != version:
            spoken = self._languages.get(language)
            learned = version, _words_of(spoken, self._entries())
            self._learned[language] = learned
        return learned[1]


def _words_of(spoken: Language, entries: Iterable[Entry]) -> frozenset[str]:
    texts = [
        words(text)
        for entry in entries
        if entry.language == spoken.tag
        for text in (entry.question, entry.answer, *entry.also)
    ]
    # Most languages have none of these characters, and tens of thousands of phrases.
    has_han = any(map(_HAN.match, spoken.spoken))
    phrases = (*texts, *spoken.vocabulary) if has_han else texts
    return spoken.spoken.union(*texts, *map(_pairs, phrases))


def _pairs(said: Phrase) -> Iterable[str]:
    for first, second in pairwise(said):
        if _HAN.match(first) and _HAN.match(second):
            yield first + second

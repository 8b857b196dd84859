"""How a language is written: where its words begin and end, and what may cling to them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, product

from kiosk.assistant.words import Phrase, words, words_of_each

_GROUP = re.compile(r"\(([^()]*)\)")
_LEFT_OVER = re.compile("[()|]")
_ONLY_LETTERS = re.compile(r"(?:[^\W\d_]|[ '()|])*")
_SLOT = re.compile(r"(?:\([^()]*\)|[^ ()])+")


@dataclass(frozen=True, slots=True)
class Writing:
    """The spelling habits of one language.

    Attributes:
        script: As Unicode names its letters: ``LATIN``, ``CJK``, ``ARABIC``.
        common: Frequent words, by which the language of a question is told. They need not mean
            anything to us.
        elisions: What is cut short before an apostrophe, as the French "l" of "l'heure".
        proclitics: What may be written in one with the next word, longest first, as the Arabic
            "و" ("and"), and what it leaves of that word ("لل" leaves "ال"); taken off only
            where the rest is a word that is known.
        variants: Letters that are typed for others, as traditional Chinese ones.
        abbreviations: Words whose point does not end a sentence.
        corrections: Whether typing mistakes may be corrected. Not where most words are one letter
            from another, as in Arabic.
        ranged: Words between which a hyphen means "to", as in "mon-fri".
    """

    script: str = "LATIN"
    common: frozenset[str] = frozenset()
    elisions: frozenset[str] = frozenset()
    proclitics: tuple[tuple[str, str], ...] = ()
    variants: Mapping[int, str] = field(default_factory=dict, hash=False)
    abbreviations: frozenset[str] = frozenset()
    corrections: bool = True
    ranged: frozenset[str] = frozenset()

    def words(self, text: str) -> Phrase:
        """The words of a text, each with the meaning of its own."""
        return self._own(words(text.translate(self.variants) if self.variants else text))

    def phrases(self, patterns: Iterable[str]) -> list[Phrase]:
        """The words of every text that a pattern stands for, of each of the patterns.

        Raises:
            ValueError: as ``spelled_out`` does.
        """
        found: list[Phrase] = []
        others: list[str] = []
        for pattern in patterns:
            parts = slots(pattern) if "(" in pattern else None
            if parts is None:
                others += spelled_out(pattern)
                continue
            choices = [self.words_of_each(list(spelled_out(part))) for part in parts]
            found += [tuple(chain.from_iterable(chosen)) for chosen in product(*choices)]
        return found + self.words_of_each(others)

    def words_of_each(self, texts: Sequence[str]) -> list[Phrase]:
        """As ``words`` for each of many texts, none of which has a ``|`` in it."""
        if self.variants:
            texts = [text.translate(self.variants) for text in texts]
        return [self._own(split) for split in words_of_each(texts)]

    def _own(self, split: Phrase) -> Phrase:
        if self.elisions and any("'" in word for word in split):
            split = tuple(self._parted(split))
        if "-" not in split:
            return split
        return tuple(
            word
            for position, word in enumerate(split)
            if word != "-" or self._is_range(split, position)
        )

    def unclung(self, word: str) -> Iterator[tuple[str, str]]:
        """Each proclitic that the word may begin with, and the word without it."""
        for front, left in self.proclitics:
            if word.startswith(front) and len(word) > len(front):
                yield front, left + word.removeprefix(front)

    def _parted(self, typed: Phrase) -> Iterator[str]:
        for word in typed:
            head, apostrophe, rest = word.partition("'")
            while apostrophe and rest and head in self.elisions:
                yield head
                head, apostrophe, rest = rest.partition("'")
            yield f"{head}{apostrophe}{rest}"

    def _is_range(self, said: Phrase, position: int) -> bool:
        if not 0 < position < len(said) - 1:
            return False
        beside = (said[position - 1], said[position + 1])
        return all(word[0].isdigit() or word in self.ranged for word in beside)


def slots(pattern: str) -> list[str] | None:
    """The parts of a pattern between its spaces, which are spelled out by themselves.

    So a pattern that stands for ten thousand texts needs a few dozen to be read. None where more
    than letters is in it: how that is read may hang on what stands beside it.
    """
    bare = _GROUP.sub("", pattern)
    if not _ONLY_LETTERS.fullmatch(pattern) or _LEFT_OVER.search(bare):
        return None
    return _SLOT.findall(pattern)


def spelled_out(pattern: str) -> Iterator[str]:
    """Every text that a pattern stands for: ``(the) law (library|school)``.

    A group with bars is one of its parts, a group without may be left out.

    Raises:
        ValueError: a group in a group, or one that is not closed.
    """
    if "(" not in pattern:
        yield pattern
        return
    pieces = _GROUP.split(pattern)
    choices = [
        (piece,) if position % 2 == 0 else tuple(piece.split("|")) if "|" in piece else ("", piece)
        for position, piece in enumerate(pieces)
    ]
    for chosen in product(*choices):
        text = "".join(chosen)
        if _LEFT_OVER.search(text):
            raise ValueError(f"{pattern!r}: a group stands in another, or is not closed")
        yield text

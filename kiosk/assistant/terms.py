"""What a text is found by: its words without endings, several words that are one taken as one.

Words lose capitals, accents and endings ("Printing" → "print"); those that say nothing are left
out. Chinese shows no words: the words of this field are cut out of a sentence, and of what is
left every two neighbouring characters are a term.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Protocol

import kiosk
from kiosk.assistant.languages import Languages
from kiosk.assistant.search_words import SearchWords, read_search_words
from kiosk.assistant.words import HAN, Phrase, longest
from kiosk.assistant.writing import Writing

_STEMMERS = {"ar": "arabic", "en": "english", "es": "spanish", "fr": "french"}
_HAN = re.compile(f"[{HAN}]")


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802  the package's own name


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a text.

    Attributes:
        text: As it is indexed.
        word: As it was written, folded.
        start, end: Which of the text's words it stands for; in Chinese two terms may share one.
    """

    text: str
    word: str
    start: int
    end: int


class Terms:
    """Makes terms, in every language of the terminal.

    Args:
        languages: How each is written.
        folder: ``resources/search``: its words, read when they are first wanted.
    """

    def __init__(self, languages: Languages, folder: Path) -> None:
        self._languages = languages
        self._folder = folder
        self._analysers: dict[str, Analyser] = {}

    @cached_property
    def version(self) -> str:
        """Different whenever the same text may get other terms."""
        told = hashlib.sha256(kiosk.__version__.encode())
        for path in sorted(self._folder.glob("*.toml")):
            told.update(path.read_bytes())
        return told.hexdigest()[:16]

    def of(self, text: str, language: str) -> tuple[str, ...]:
        """The terms of a text, in its order."""
        return tuple(term.text for term in self.analyser(language).terms(text))

    def analyser(self, language: str) -> "Analyser":
        """Of one language: that of the nearest tag, as ``Languages.get`` finds it.

        Raises:
            ContentError: a file of that language has a mistake.
        """
        if language not in self._analysers:
            tag = self._languages.nearest(language)
            words = read_search_words(self._folder / f"{tag}.toml")
            self._analysers[language] = Analyser(tag, self._languages.writing(tag), words)
        return self._analysers[language]


class Analyser:
    """Takes texts of one language apart.

    Args:
        tag: The language's.
        writing: Where its words begin and end.
        words: Those that mean nothing, or the same.
    """

    def __init__(self, tag: str, writing: Writing, words: SearchWords) -> None:
        self._writing = writing
        self._stemmer = _stemmer(_STEMMERS[tag]) if tag in _STEMMERS else None
        self._stemming = Lock()  # the search and the judge are on threads of their own
        self._stop = frozenset(self.words(text) for text in words.stop)
        self._longest_stop = longest(self._stop)
        self._phrases = dict(self._joined(words))
        self._longest_phrase = longest(self._phrases)
        self._related = self._relations(words.groups)
        self.real = frozenset(word for text in words.real for word in self.words(text))
        self._elsewhere = words.elsewhere

    @property
    def may_correct(self) -> bool:
        """Whether typing mistakes may be corrected in this language."""
        return self._writing.corrections

    def words(self, text: str) -> Phrase:
        """Every word of a text, folded; no marks."""
        found = (word.replace("'", "") for word in self._writing.words(text))
        return tuple(word for word in found if word.isalnum())

    def is_stop(self, word: str) -> bool:
        """Whether the word alone says nothing."""
        return (word,) in self._stop

    def stem(self, word: str) -> str:
        """The word without its endings."""
        if self._stemmer is None:
            return word
        with self._stemming:
            return self._shortest(self._stemmer, word)

    def bare(self, word: str) -> Iterator[str]:
        """The stems of what is left of the word without what may cling to its beginning."""
        for _, rest in self._writing.unclung(word):
            yield self.stem(rest)

    def related(self, term: str) -> frozenset[str]:
        """Other terms that may stand for this one."""
        return self._related.get(term, frozenset())

    def elsewhere(self) -> Iterator[frozenset[str]]:
        """The terms of each question that is asked of others than a library."""
        for text in self._elsewhere:
            yield frozenset(term.text for term in self.terms(text))

    def terms(self, text: str) -> list[Term]:
        """The terms of a text, in its order."""
        return self.terms_of(self.words(text))

    def terms_of(self, words: Phrase) -> list[Term]:
        """The terms of words."""
        stems = tuple(map(self.stem, words))
        found: list[Term] = []
        run: list[int] = []
        position = 0
        while position < len(words):
            size, one = self._known(words, stems, position)
            if size == 0 and _HAN.fullmatch(words[position]):
                run.append(position)
                position += 1
                continue
            found += _pairs(words, run)
            run = []
            size = size or 1
            term = stems[position] if one is None else one
            if term and not (one is None and words[position].isdigit()):
                word = "".join(words[position : position + size])
                found.append(Term(term, word, position, position + size))
            position += size
        return found + list(_pairs(words, run))

    def _known(self, words: Phrase, stems: Phrase, position: int) -> tuple[int, str | None]:
        """The longest phrase or stop phrase that begins there: its size, and its term."""
        for size in range(max(self._longest_phrase, self._longest_stop), 0, -1):
            if (one := self._phrases.get(stems[position : position + size])) is not None:
                return size, one
            if words[position : position + size] in self._stop:
                return size, ""
        return 0, None

    def _shortest(self, stemmer: _Stemmer, word: str) -> str:
        """Taken apart until nothing comes off: an Arabic word loses its article or its ending."""
        stem = stemmer.stemWord(word)
        while self._writing.proclitics and stem != word:
            word, stem = stem, stemmer.stemWord(stem)
        return stem

    def _joined(self, words: SearchWords) -> Iterator[tuple[Phrase, str]]:
        """Several words that are one, by their stems: also those of the groups."""
        for group in words.groups:
            for text in group:
                said = self._stems_of(text)
                if len(said) > 1:
                    yield said, "".join(said)
        for phrase, one in words.phrases.items():
            yield self._stems_of(phrase), one

    def _stems_of(self, text: str) -> Phrase:
        return tuple(map(self.stem, self.words(text)))

    def _relations(self, groups: Iterable[Sequence[str]]) -> Mapping[str, frozenset[str]]:
        related: dict[str, set[str]] = defaultdict(set)
        for group in groups:
            terms = [term.text for word in group for term in self.terms(word)]
            for term in terms:
                related[term].update(other for other in terms if other != term)
        return {term: frozenset(others) for term, others in related.items()}


def _stemmer(name: str) -> _Stemmer:
    # Loaded late: an answer of hours needs none.
    import Stemmer  # noqa: PLC0415  the reason above

    # Its cache would keep what patrons say.
    stemmer: _Stemmer = Stemmer.Stemmer(name, maxCacheSize=0)
    return stemmer


def _pairs(words: Phrase, run: Sequence[int]) -> Iterator[Term]:
    """Every two neighbours of a run of Chinese characters; a lone one by itself."""
    if len(run) == 1:
        yield Term(words[run[0]], words[run[0]], run[0], run[0] + 1)
    for first in run[:-1]:
        pair = words[first] + words[first + 1]
        yield Term(pair, pair, first, first + 2)

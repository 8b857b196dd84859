"""Finds the library's own answer to a question, and says whether it surely is one.

Candidates come from the index; the shelf of their language judges them, and what speaks for the
first of them is weighed (``sureness``).
"""

from collections.abc import Sequence
from datetime import date

from kiosk.assistant.knowledge import Found, Match
from kiosk.assistant.knowledge_shelf import Judged, Shelf, Wanted, by_score, once_each
from kiosk.assistant.sureness import Evidence, is_likely, is_sure
from kiosk.assistant.terms import Terms
from kiosk.assistant.words import words
from kiosk.core.knowledge import Entry
from kiosk.store.knowledge import KnowledgeTable, primary

_CANDIDATES = 24


class KnowledgeSearch:
    """Implements ``Knowledge`` over the terminal's table.

    Args:
        table: The entries with their index.
        terms: Those that made the index.
    """

    def __init__(self, table: KnowledgeTable, terms: Terms) -> None:
        self._table = table
        self._terms = terms
        self._version = ""
        self._shelves: dict[str, Shelf] = {}

    def find(self, question: str, *, language: str, day: date, most: int = 3) -> Found:
        """Look for a question. See ``Knowledge``."""
        self._forget_old()
        own = primary(language)
        wanted = self._shelf(own).wanted(question)
        judged = self._judged(wanted, own, day)
        if not judged:
            # Names that languages share; nothing tells how sure that is.
            return Found(_matches(self._in_other_languages(question, own, day)[:most]))
        asked = [one for one in judged if _same_words(one.indexed.entry.question, question)]
        if asked:
            # As it is offered, by a chip or beside "not sure": whoever taps it must get it.
            return Found(
                _matches([*asked, *(o for o in judged if o not in asked)][:most]), sure=True
            )
        evidence = self._shelf(own).evidence(wanted, judged)
        return Found(_matches(judged[:most]), is_sure(evidence), is_likely(evidence))

    def evidence(self, question: str, language: str, day: date) -> tuple[Entry, Evidence] | None:
        """The first entry in that language, with what speaks for and against it.

        Raises:
            StorageError: the cache cannot be read.
        """
        self._forget_old()
        shelf = self._shelf(language)
        wanted = shelf.wanted(question)
        judged = self._judged(wanted, language, day)
        return (judged[0].indexed.entry, shelf.evidence(wanted, judged)) if judged else None

    def version(self) -> str:
        """Different whenever any entry is. See ``Knowledge``."""
        return self._table.version()

    def _forget_old(self) -> None:
        version = self._table.version()
        if version != self._version:
            self._shelves, self._version = {}, version

    def _shelf(self, language: str) -> Shelf:
        if language not in self._shelves:
            self._shelves[language] = Shelf(
                self._table.indexed(language),
                self._table.frequencies(language),
                self._terms.analyser(language),
            )
        return self._shelves[language]

    def _judged(self, wanted: Sequence[Wanted], language: str, day: date) -> list[Judged]:
        shelf = self._shelf(language)
        keys = self._table.candidates(shelf.known(wanted), language, _CANDIDATES)
        return shelf.judged(wanted, keys, day)

    def _in_other_languages(self, question: str, own: str, day: date) -> list[Judged]:
        """Names that languages share, in entries that are not written in the patron's own."""
        translated = {id_ for id_, _ in self._shelf(own).entries}
        others = (tag for tag in self._table.languages() if tag != own)
        found = [
            one
            for tag in others
            for one in self._judged(self._shelf(tag).wanted(question), tag, day)
        ]
        found = [one for one in found if one.indexed.entry.id not in translated]
        return once_each(sorted(found, key=by_score))


def _same_words(one: str, other: str) -> bool:
    return [*filter(str.isalnum, words(one))] == [*filter(str.isalnum, words(other))]


def _matches(judged: Sequence[Judged]) -> tuple[Match, ...]:
    return tuple(Match(one.indexed.entry, round(one.score, 3)) for one in judged)

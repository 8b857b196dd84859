"""The library's own knowledge on this terminal, and the index that it is found by.

The index holds *terms* (stems, parts of Chinese words) that somebody else makes of the texts; each
is written with its language before it, so that the Spanish "fin" is not the English one.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from kiosk.core.knowledge import Entry, Link, Origin
from kiosk.store.connection import Database
from kiosk.store.transactions import reading, writing

IMPORTED = "libanswers-"
"""How the ids of ``Origin.LIBANSWERS`` begin, and no others."""

_COLUMNS = (
    "id, language, question, answer, also, links, audience, valid_from, valid_until, source, url, "
    "updated"
)
_WEIGHTS = "4.0, 3.0, 1.0"
_PHRASE_END = " . "  # no term of the index, so a phrase does not run into the next one

_Row = tuple[Any, ...]
Key = tuple[str, str]
"""The id and the language of an entry."""


class Terms(Protocol):
    """Makes the terms that texts are indexed and found by: letters and digits only."""

    @property
    def version(self) -> str:
        """Different whenever the same text may get other terms."""

    def of(self, text: str, language: str) -> Sequence[str]:
        """The terms of a text, in its order."""


@dataclass(frozen=True, slots=True)
class KnowledgeChanges:
    """The ids of entries that came, are different in any of their languages, or went."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class IndexedEntry:
    """An entry with the terms that it is found by.

    Attributes:
        phrases: Of its question and of each other way to ask it.
        answer: Of its answer.
    """

    entry: Entry
    phrases: tuple[tuple[str, ...], ...]
    answer: frozenset[str]


class KnowledgeTable:
    """The tables of the knowledge. Every method may raise StorageError.

    Args:
        database: The terminal's.
        terms: Makes the terms of the index.
    """

    def __init__(self, database: Database, terms: Terms) -> None:
        self._database = database
        self._terms = terms

    def replace(
        self, origin: Origin, entries: Iterable[Entry], fingerprint: str = ""
    ) -> KnowledgeChanges:
        """From now on there are these entries of that origin and no others.

        Nothing is written where nothing is different.

        Args:
            origin: The entries of others stay.
            entries: Each language of an id once.
            fingerprint: Of what they were read from; ``fingerprint`` tells it again.

        Raises:
            ValueError: an id that belongs to the other origin, or an entry that is there twice.
        """
        rows = _rows_by_key(origin, entries)
        state = (_digest(rows.values()), self._terms.version, fingerprint)
        if self._state(origin) == state:
            return KnowledgeChanges()
        with writing(self._database):
            before = self._stored(origin)
            self._delete(before.keys())
            for row in rows.values():
                self._insert(origin, row)
            self._database.execute(
                "INSERT OR REPLACE INTO knowledge_state (origin, digest, terms, fingerprint) "
                "VALUES (?, ?, ?, ?)",
                (origin.value, *state),
            )
        return _changes(before, rows)

    def fingerprint(self, origin: Origin) -> str:
        """What the last ``replace`` was told; empty where its index is out of date."""
        _, terms, fingerprint = self._state(origin)
        return fingerprint if terms == self._terms.version else ""

    def refresh(self) -> None:
        """Index anew what was indexed with other terms, as by an older version of the program."""
        for origin in Origin:
            digest, terms, fingerprint = self._state(origin)
            if digest and terms != self._terms.version:
                self.replace(origin, self._entries(origin), fingerprint)

    def version(self) -> str:
        """Different whenever any entry is."""
        with reading(self._database):
            rows = self._database.execute(
                "SELECT origin, digest FROM knowledge_state ORDER BY origin"
            ).fetchall()
        return _hash(rows)

    def get(self, id: str, language: str) -> Entry | None:  # noqa: A002  the entry's own word
        """That entry in exactly that language."""
        with reading(self._database):
            row = self._database.execute(
                f"SELECT {_COLUMNS} FROM knowledge WHERE id = ? AND language = ?",  # noqa: S608  constants
                (id, language),
            ).fetchone()
            return _entry(row) if row else None

    def some(self, ids: Sequence[str], language: str) -> dict[str, Entry]:
        """Those of these entries that are written in that language (``zh`` also ``zh-Hans``)."""
        marks = ", ".join("?" * len(ids))
        with reading(self._database):
            rows = self._database.execute(
                f"SELECT {_COLUMNS} FROM knowledge "  # noqa: S608  constants
                f"WHERE primary_language = ? AND id IN ({marks}) ORDER BY id, language DESC",
                (primary(language), *ids),
            ).fetchall()
            return {str(row[0]): _entry(row) for row in rows}

    def all(self) -> tuple[Entry, ...]:
        """Every entry, by id and language."""
        return tuple(self._entries())

    def indexed(self, language: str) -> dict[Key, IndexedEntry]:
        """Every entry in that language (``zh`` also of ``zh-Hans``), with its terms."""
        with reading(self._database):
            rows = self._database.execute(
                "SELECT knowledge_index.question, knowledge_index.also, knowledge_index.answer, "  # noqa: S608  constants
                f"{_of_knowledge()} FROM knowledge JOIN knowledge_index "
                "ON knowledge_index.rowid = knowledge.rowid WHERE primary_language = ? "
                "ORDER BY id, language",
                (primary(language),),
            ).fetchall()
            entries = (_indexed(row) for row in rows)
            return {(one.entry.id, one.entry.language): one for one in entries}

    def languages(self) -> tuple[str, ...]:
        """The languages in which there are entries, as ``zh`` for all its kinds."""
        with reading(self._database):
            rows = self._database.execute(
                "SELECT DISTINCT primary_language FROM knowledge ORDER BY 1"
            ).fetchall()
        return tuple(str(row[0]) for row in rows)

    def frequencies(self, language: str) -> Mapping[str, int]:
        """In how many entries of a language each of its terms occurs."""
        mark = _mark(language)
        with reading(self._database):
            rows = self._database.execute(
                "SELECT substr(term, ?), doc FROM knowledge_terms WHERE term >= ? AND term < ?",
                (len(mark) + 1, mark, mark[:-1] + chr(ord(mark[-1]) + 1)),
            ).fetchall()
        return {term: count for term, count in rows}  # noqa: C416  typed rows of a cursor

    def candidates(self, terms: Iterable[str], language: str, most: int) -> list[Key]:
        """The entries in that language with any of the terms, the likeliest first (by BM25)."""
        wanted = " OR ".join(f'"{_mark(language)}{term}"' for term in dict.fromkeys(terms))
        if not wanted:
            return []
        with reading(self._database):
            rows = self._database.execute(
                "SELECT id, language FROM knowledge_index "  # noqa: S608  constants
                "JOIN knowledge ON knowledge.rowid = knowledge_index.rowid "
                f"WHERE knowledge_index MATCH ? ORDER BY bm25(knowledge_index, {_WEIGHTS}), id "
                "LIMIT ?",
                (wanted, most),
            ).fetchall()
        return [(str(id_), str(tag)) for id_, tag in rows]

    def _state(self, origin: Origin) -> tuple[str, str, str]:
        with reading(self._database):
            row = self._database.execute(
                "SELECT digest, terms, fingerprint FROM knowledge_state WHERE origin = ?",
                (origin.value,),
            ).fetchone()
        return (str(row[0]), str(row[1]), str(row[2])) if row else ("", "", "")

    def _entries(self, origin: Origin | None = None) -> list[Entry]:
        with reading(self._database):
            rows = self._database.execute(
                f"SELECT {_COLUMNS} FROM knowledge "  # noqa: S608  constants
                "WHERE coalesce(origin = ?, 1) ORDER BY id, language",
                (origin and origin.value,),
            ).fetchall()
            return [_entry(row) for row in rows]

    def _stored(self, origin: Origin) -> dict[Key, _Row]:
        rows = self._database.execute(
            f"SELECT {_COLUMNS} FROM knowledge WHERE origin = ?",  # noqa: S608  constants
            (origin.value,),
        ).fetchall()
        return {(row[0], row[1]): row for row in rows}

    def _delete(self, keys: Iterable[Key]) -> None:
        for key in keys:
            self._database.execute(
                "DELETE FROM knowledge_index WHERE rowid = "
                "(SELECT rowid FROM knowledge WHERE id = ? AND language = ?)",
                key,
            )
            self._database.execute("DELETE FROM knowledge WHERE id = ? AND language = ?", key)

    def _insert(self, origin: Origin, row: _Row) -> None:
        _, language, question, answer, also, *_ = row
        cursor = self._database.execute(
            f"INSERT INTO knowledge ({_COLUMNS}, origin, primary_language) "  # noqa: S608  constants
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*row, origin.value, primary(language)),
        )
        self._database.execute(
            "INSERT INTO knowledge_index (rowid, question, also, answer) VALUES (?, ?, ?, ?)",
            (
                cursor.lastrowid,
                self._marked(question, language),
                _PHRASE_END.join(self._marked(text, language) for text in json.loads(also)),
                self._marked(answer, language),
            ),
        )

    def _marked(self, text: str, language: str) -> str:
        mark = _mark(language)
        return " ".join(f"{mark}{term}" for term in self._terms.of(text, language))


def primary(language: str) -> str:
    """``zh`` of ``zh-Hans``: what entries and questions are matched by."""
    return language.casefold().split("-")[0]


def _mark(language: str) -> str:
    return f"{primary(language)}_"


def _of_knowledge() -> str:
    return ", ".join(f"knowledge.{column.strip()}" for column in _COLUMNS.split(","))


def _rows_by_key(origin: Origin, entries: Iterable[Entry]) -> dict[Key, _Row]:
    rows: dict[Key, _Row] = {}
    for entry in entries:
        if entry.id.startswith(IMPORTED) != (origin is Origin.LIBANSWERS):
            raise ValueError(f"{entry.id} is no id of {origin}")
        if (entry.id, entry.language) in rows:
            raise ValueError(f"{entry.id} is there twice in {entry.language}")
        rows[entry.id, entry.language] = _row(entry)
    return rows


def _digest(rows: Iterable[_Row]) -> str:
    return _hash(sorted(map(list, rows), key=lambda row: row[:2]))


def _hash(value: object) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False).encode()).hexdigest()


def _changes(before: Mapping[Key, _Row], after: Mapping[Key, _Row]) -> KnowledgeChanges:
    old, new = {id_ for id_, _ in before}, {id_ for id_, _ in after}
    keys = before.keys() | after.keys()
    different = {key[0] for key in keys if before.get(key) != after.get(key)}
    return KnowledgeChanges(
        added=tuple(sorted(new - old)),
        changed=tuple(sorted(different & old & new)),
        removed=tuple(sorted(old - new)),
    )


def _row(entry: Entry) -> _Row:
    return (
        entry.id,
        entry.language,
        entry.question,
        entry.answer,
        json.dumps(entry.also, ensure_ascii=False),
        json.dumps([[link.title, link.url] for link in entry.links], ensure_ascii=False),
        json.dumps(entry.audience, ensure_ascii=False),
        entry.valid_from and entry.valid_from.isoformat(),
        entry.valid_until and entry.valid_until.isoformat(),
        entry.source,
        entry.url,
        entry.updated and entry.updated.isoformat(),
    )


def _entry(row: _Row) -> Entry:
    id_, language, question, answer, also, links, audience, *dates, source, url, updated = row
    valid_from, valid_until = dates
    return Entry(
        id=id_,
        language=language,
        question=question,
        answer=answer,
        also=_texts(also),
        links=tuple(Link(title, address) for title, address in json.loads(links)),
        audience=_texts(audience),
        valid_from=_day(valid_from),
        valid_until=_day(valid_until),
        source=source,
        url=url,
        updated=_day(updated),
    )


def _texts(written: str) -> tuple[str, ...]:
    texts = json.loads(written)
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise ValueError("a list of texts is something else")
    return tuple(texts)


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)


def _indexed(row: _Row) -> IndexedEntry:
    question, also, answer, *columns = row
    texts = (question, *also.split(_PHRASE_END))
    return IndexedEntry(
        entry=_entry(tuple(columns)),
        phrases=tuple(terms for text in texts if (terms := _unmarked(text))),
        answer=frozenset(_unmarked(answer)),
    )


def _unmarked(text: str) -> tuple[str, ...]:
    return tuple(term.partition("_")[2] for term in text.split())

"""Read the library's own knowledge from its content folder, or say which lines to mend.

``knowledge/*.toml`` beside ``library.toml``: ``[[entries]]`` with the fields of
``core.knowledge.Entry``, their words by language. ``packaging/CONTENT.md`` tells the library how
they are written.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.app.content_source import ContentSource
from kiosk.app.content_table import Table
from kiosk.core.content import Translated
from kiosk.core.errors import ContentError
from kiosk.core.knowledge import Entry, Link
from kiosk.store.knowledge import IMPORTED

FOLDER = "knowledge"

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_ID = 60
_FILE_KEYS = {"source", "entries"}
_LINK_KEYS = {"title", "url"}
_ENTRY_KEYS = {
    "id",
    "question",
    "also",
    "answer",
    "links",
    "audience",
    "valid_from",
    "valid_until",
    "updated",
    "source",
    "url",
}


def knowledge_files(folder: Path) -> list[Path]:
    """The files of knowledge in a content folder, by name; there may be none."""
    return sorted((folder / FOLDER).glob("*.toml"))


def read_knowledge(folder: Path) -> tuple[Entry, ...]:
    """Every entry of a content folder, one for each language that it is written in.

    Raises:
        ContentError: some of the files cannot be read or have mistakes. All of them are told,
            each with its file, line and key.
    """
    entries: list[Entry] = []
    complaints: list[str] = []
    seen: dict[str, str] = {}
    for file in knowledge_files(folder):
        try:
            source = ContentSource(file)
        except ContentError as error:
            complaints.append(str(error))
            continue
        entries += _entries(source.table, file.name, seen)
        if complaint := source.complaint():
            complaints.append(complaint)
    if complaints:
        raise ContentError("; ".join(complaints))
    return tuple(entries)


@dataclass(frozen=True, slots=True)
class _Words:
    """What an entry says, by language."""

    question: Mapping[str, str]
    answer: Mapping[str, str]
    also: Mapping[str, tuple[str, ...]]
    source: Translated[str]
    links: tuple[Callable[[str], Link], ...]


def _entries(top: Table, file: str, seen: dict[str, str]) -> Iterator[Entry]:
    top.refuse_unknown(_FILE_KEYS)
    source = top.translated("source")
    for table in top.tables("entries"):
        table.refuse_unknown(_ENTRY_KEYS)
        id_ = _id(table, file, seen)
        yield from _in_each_language(table, id_, _words(table, source))


def _in_each_language(table: Table, id_: str, words: _Words) -> Iterable[Entry]:
    audience = table.texts("audience")
    (valid_from, valid_until), updated = table.validity(), table.day("updated")
    url = table.web_address("url")
    return [
        Entry(
            id=id_,
            language=tag,
            question=words.question[tag],
            answer=words.answer[tag],
            also=words.also.get(tag, ()),
            links=tuple(link(tag) for link in words.links),
            audience=audience,
            valid_from=valid_from,
            valid_until=valid_until,
            source=words.source.in_language(tag),
            url=url,
            updated=updated,
        )
        for tag in words.question
        if tag in words.answer
    ]


def _id(table: Table, file: str, seen: dict[str, str]) -> str:
    id_ = table.text("id")
    if not _ID.fullmatch(id_) or len(id_) > _LONGEST_ID:
        table.wrong("id", "must be lower case letters, digits and hyphens, such as print-cost")
    elif id_.startswith(IMPORTED):
        table.wrong("id", f"must not begin with {IMPORTED}, as those of LibAnswers do")
    elif id_ in seen:
        table.wrong("id", f"is {id_} again, which is in {seen[id_]}; write each entry once")
    seen.setdefault(id_, file)
    return id_


def _words(table: Table, source: Translated[str]) -> _Words:
    question = table.by_language("question", Table.text)
    answer = table.by_language("answer", Table.prose)
    also = table.by_language("also", Table.texts)
    if not question:
        table.wrong("question", "is missing; write it as question.en or in another language")
    for tag in question.keys() - answer.keys():
        table.wrong("answer", f"is missing in {tag}, in which there is a question")
    for key, written in (("answer", answer), ("also", also)):
        for tag in written.keys() - question.keys():
            table.wrong(key, f"is there in {tag}, in which there is no question")
    own_source = table.translated("source") if "source" in table.values else source
    return _Words(question, answer, also, own_source, tuple(map(_link, table.tables("links"))))


def _link(table: Table) -> Callable[[str], Link]:
    table.refuse_unknown(_LINK_KEYS)
    for key in sorted(_LINK_KEYS - table.values.keys()):
        table.wrong(key, "is missing; a link needs title and url")
    title, url = table.translated("title"), table.web_address("url")
    return lambda tag: Link(title.in_language(tag), url)

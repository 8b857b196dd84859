"""Bring the library's own knowledge from its files into the terminal's database."""

import hashlib
from pathlib import Path

import kiosk
from kiosk.app.knowledge_files import knowledge_files, read_knowledge
from kiosk.core.errors import ContentError
from kiosk.core.knowledge import Origin
from kiosk.store.knowledge import KnowledgeChanges, KnowledgeTable


def load_knowledge(
    content_folder: Path | None, table: KnowledgeTable, *, imports: bool
) -> KnowledgeChanges:
    """Read the files, unless they are those that were read last. On the database's thread.

    Args:
        content_folder: Where ``library.toml`` is; None for a library without content, whose
            terminal then holds no entries of files.
        table: Where they go.
        imports: Entries are fetched from LibAnswers too. If not any more, those that were are
            forgotten: nobody would ever correct them.

    Returns:
        What is different now.

    Raises:
        ContentError: the files have mistakes. What the table held stays.
        StorageError: the database cannot be used.
    """
    if not imports:
        table.replace(Origin.LIBANSWERS, ())
    table.refresh()
    fingerprint = _fingerprint(content_folder)
    if table.fingerprint(Origin.FILES) == fingerprint:
        return KnowledgeChanges()
    entries = read_knowledge(content_folder) if content_folder else ()
    return table.replace(Origin.FILES, entries, fingerprint)


def check_knowledge(content_folder: Path | None, table: KnowledgeTable) -> None:
    """Read files that are not those that were read last, to see that they can be.

    Much quicker than ``load_knowledge``, which a screen does after its first picture.

    Raises:
        ContentError: the files have mistakes.
        StorageError: the database cannot be used.
    """
    if content_folder and table.fingerprint(Origin.FILES) != _fingerprint(content_folder):
        read_knowledge(content_folder)


def _fingerprint(folder: Path | None) -> str:
    told = hashlib.sha256(kiosk.__version__.encode())
    for file in knowledge_files(folder) if folder else ():
        told.update(f"\0{file.name}\0".encode(errors="surrogateescape"))
        try:
            told.update(file.read_bytes())
        except OSError as error:
            raise ContentError(f"{file} cannot be read: {error.strerror}") from error
    return told.hexdigest()

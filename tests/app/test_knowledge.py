from pathlib import Path

import pytest

from kiosk.app.knowledge import load_knowledge
from kiosk.core.errors import ContentError
from kiosk.core.knowledge import Entry, Origin
from kiosk.store.database import memory_database
from kiosk.store.knowledge import KnowledgeTable
from tests.fakes.terms import PlainTerms

FIRST = '[[entries]]\nid = "first"\nquestion.en = "First?"\nanswer.en = "Yes."\n'
SECOND = FIRST.replace("first", "second")
FETCHED = Entry("libanswers-1", "en", "Fetched?", "Yes.")


@pytest.fixture
def table() -> KnowledgeTable:
    return KnowledgeTable(memory_database(), PlainTerms())


def write(folder: Path, toml: str) -> None:
    (folder / "knowledge").mkdir(exist_ok=True)
    (folder / "knowledge" / "all.toml").write_text(toml, encoding="utf-8")


def test_the_files_are_in_the_table_afterwards(tmp_path: Path, table: KnowledgeTable) -> None:
    write(tmp_path, FIRST)
    assert load_knowledge(tmp_path, table, imports=True).added == ("first",)
    assert [entry.id for entry in table.all()] == ["first"]


def test_files_that_did_not_change_are_not_read_again(
    tmp_path: Path, table: KnowledgeTable
) -> None:
    write(tmp_path, FIRST)
    load_knowledge(tmp_path, table, imports=True)
    assert not load_knowledge(tmp_path, table, imports=True)
    write(tmp_path, FIRST + SECOND)
    assert load_knowledge(tmp_path, table, imports=True).added == ("second",)


def test_what_was_fetched_stays_when_the_files_go(tmp_path: Path, table: KnowledgeTable) -> None:
    table.replace(Origin.LIBANSWERS, [FETCHED])
    write(tmp_path, FIRST)
    load_knowledge(tmp_path, table, imports=True)
    assert load_knowledge(None, table, imports=True).removed == ("first",)
    assert table.all() == (FETCHED,)


def test_what_was_fetched_goes_when_nothing_is_fetched_any_more(
    tmp_path: Path, table: KnowledgeTable
) -> None:
    table.replace(Origin.LIBANSWERS, [FETCHED])
    write(tmp_path, FIRST)
    load_knowledge(tmp_path, table, imports=False)
    assert [entry.id for entry in table.all()] == ["first"]


def test_files_with_a_mistake_leave_what_was_there(tmp_path: Path, table: KnowledgeTable) -> None:
    write(tmp_path, FIRST)
    load_knowledge(tmp_path, table, imports=True)
    write(tmp_path, "entries = 5")
    with pytest.raises(ContentError, match="line 1, entries"):
        load_knowledge(tmp_path, table, imports=True)
    assert [entry.id for entry in table.all()] == ["first"]


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, table: KnowledgeTable) -> None:
    (tmp_path / "knowledge" / "all.toml").mkdir(parents=True)
    with pytest.raises(ContentError, match=r"all\.toml cannot be read"):
        load_knowledge(tmp_path, table, imports=True)

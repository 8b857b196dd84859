"""The library's knowledge: kept, told apart by where it came from, and found."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kiosk.core.errors import StorageError
from kiosk.core.knowledge import Entry, Link, Origin
from kiosk.store.connection import Database
from kiosk.store.database import open_database
from kiosk.store.knowledge import KnowledgeChanges, KnowledgeTable
from tests.fakes.terms import PlainTerms

PRINT = Entry(
    "print-cost",
    "en",
    "How much is printing?",
    "**10 cents** a page, on any printer.",
    also=("price of a page", "free prints"),
    links=(Link("Printing", "https://example.org/print"),),
    audience=("students",),
    valid_from=date(2026, 8, 31),
    valid_until=date(2027, 5, 21),
    source="Handbook",
    url="https://example.org/help",
    updated=date(2026, 8, 20),
)
IMPRIMIR = Entry("print-cost", "es", "¿Cuánto cuesta imprimir?", "10 centavos.")
SCAN = Entry("scan", "en", "Where can I scan?", "Beside the printer, it is free.")
FETCHED = Entry("libanswers-1", "en", "Who delivers books?", "The office delivery.")


@pytest.fixture
def table(database: Database) -> KnowledgeTable:
    return KnowledgeTable(database, PlainTerms())


def test_entries_come_back_as_they_were_stored(table: KnowledgeTable) -> None:
    changes = table.replace(Origin.FILES, [SCAN, PRINT, IMPRIMIR])
    assert changes == KnowledgeChanges(added=("print-cost", "scan"))
    assert table.all() == (PRINT, IMPRIMIR, SCAN)
    assert table.get("print-cost", "es") == IMPRIMIR
    assert table.get("scan", "es") is None
    assert table.languages() == ("en", "es")


def test_some_entries_are_found_in_a_language_of_any_kind(table: KnowledgeTable) -> None:
    simplified, own = replace(SCAN, language="zh-hans"), replace(SCAN, id="wifi", language="zh")
    table.replace(Origin.FILES, [PRINT, IMPRIMIR, simplified, own])
    assert table.some(["wifi", "scan", "print-cost"], "zh") == {"scan": simplified, "wifi": own}
    assert table.some(["print-cost", "no-such"], "es") == {"print-cost": IMPRIMIR}
    assert table.some([], "es") == {}


def test_what_is_different_is_told(table: KnowledgeTable) -> None:
    table.replace(Origin.FILES, [PRINT, IMPRIMIR, SCAN])
    wifi = replace(SCAN, id="wifi")
    cheaper = replace(IMPRIMIR, answer="5 centavos.")
    assert table.replace(Origin.FILES, [PRINT, cheaper, wifi]) == KnowledgeChanges(
        added=("wifi",), changed=("print-cost",), removed=("scan",)
    )


def test_nothing_is_written_where_nothing_is_different(
    table: KnowledgeTable, database: Database
) -> None:
    table.replace(Origin.FILES, [PRINT, SCAN], "one")
    before = database.conn.total_changes
    assert not table.replace(Origin.FILES, [SCAN, PRINT], "one")
    assert database.conn.total_changes == before


def test_the_entries_of_another_origin_stay(table: KnowledgeTable) -> None:
    table.replace(Origin.FILES, [PRINT])
    table.replace(Origin.LIBANSWERS, [FETCHED])
    assert table.replace(Origin.FILES, []).removed == ("print-cost",)
    assert table.all() == (FETCHED,)


@pytest.mark.parametrize(
    ("origin", "entries", "words"),
    [
        (Origin.FILES, [FETCHED], "is no id of files"),
        (Origin.LIBANSWERS, [SCAN], "is no id of libanswers"),
        (Origin.FILES, [SCAN, SCAN], "twice in en"),
    ],
)
def test_ids_that_cannot_be_are_refused(
    table: KnowledgeTable, origin: Origin, entries: list[Entry], words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        table.replace(origin, entries)


def test_the_version_changes_when_entries_do_and_only_then(table: KnowledgeTable) -> None:
    empty = table.version()
    table.replace(Origin.FILES, [PRINT], "one")
    full = table.version()
    assert full != empty
    table.replace(Origin.FILES, [PRINT], "two")
    assert table.version() == full
    table.replace(Origin.LIBANSWERS, [FETCHED])
    assert table.version() != full


def test_what_they_were_read_from_is_remembered(table: KnowledgeTable) -> None:
    assert table.fingerprint(Origin.FILES) == ""
    table.replace(Origin.FILES, [PRINT], "one")
    assert table.fingerprint(Origin.FILES) == "one"
    assert table.fingerprint(Origin.LIBANSWERS) == ""


def test_the_likeliest_entries_are_found_first(table: KnowledgeTable) -> None:
    table.replace(Origin.FILES, [PRINT, SCAN, IMPRIMIR])
    assert table.candidates(["free", "scan"], "en", 5) == [("scan", "en"), ("print-cost", "en")]
    assert table.candidates(["free", "scan"], "en", 1) == [("scan", "en")]
    assert table.candidates(["cents"], "en-GB", 5) == [("print-cost", "en")]
    assert table.candidates(["cents"], "es", 5) == []
    assert table.candidates([], "en", 5) == []


def test_what_is_gone_is_not_found(table: KnowledgeTable) -> None:
    table.replace(Origin.FILES, [PRINT, SCAN])
    table.replace(Origin.FILES, [SCAN])
    assert table.candidates(["cents"], "en", 5) == []
    assert "cents" not in table.frequencies("en")


def test_terms_are_counted_by_entry_and_language(table: KnowledgeTable) -> None:
    table.replace(Origin.FILES, [PRINT, SCAN, IMPRIMIR])
    english = table.frequencies("en")
    assert (english["free"], english["page"], english["scan"]) == (2, 1, 1)
    assert "imprimir" not in english
    assert table.frequencies("es")["imprimir"] == 1
    assert table.frequencies("fr") == {}


def test_entries_come_with_the_terms_that_they_are_found_by(table: KnowledgeTable) -> None:
    table.replace(Origin.FILES, [PRINT, IMPRIMIR])
    one = table.indexed("en")["print-cost", "en"]
    assert one.entry == PRINT
    assert one.phrases == (
        ("how", "much", "is", "printing"),
        ("price", "of", "a", "page"),
        ("free", "prints"),
    )
    assert one.answer == {"10", "cents", "a", "page", "on", "any", "printer"}


def test_kinds_of_a_language_are_found_together(table: KnowledgeTable) -> None:
    chinese = Entry("scan", "zh-hans", "扫描", "二楼")
    table.replace(Origin.FILES, [chinese])
    assert table.indexed("zh").keys() == {("scan", "zh-hans")}
    assert table.candidates(["扫描"], "zh-Hant", 5) == [("scan", "zh-hans")]


def test_an_index_of_other_terms_is_made_anew(table: KnowledgeTable, database: Database) -> None:
    table.replace(Origin.FILES, [PRINT], "one")
    table.replace(Origin.LIBANSWERS, [FETCHED])
    later = KnowledgeTable(database, PlainTerms("2"))
    assert later.fingerprint(Origin.FILES) == ""
    later.refresh()
    assert later.fingerprint(Origin.FILES) == "one"
    assert later.candidates(["cents2"], "en", 5) == [("print-cost", "en")]
    assert later.candidates(["office2"], "en", 5) == [("libanswers-1", "en")]
    assert later.all() == table.all()


def test_it_is_there_after_a_restart(path: Path) -> None:
    with open_database(path) as database:
        KnowledgeTable(database, PlainTerms()).replace(Origin.FILES, [PRINT])
    with open_database(path) as database:
        table = KnowledgeTable(database, PlainTerms())
        assert table.get("print-cost", "en") == PRINT
        assert table.candidates(["cents"], "en", 5) == [("print-cost", "en")]


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE knowledge SET updated = 'soon'",
        "UPDATE knowledge SET links = '[[1]]'",
        "UPDATE knowledge SET also = '{}'",
        "UPDATE knowledge SET audience = 'x'",
        "DROP TABLE knowledge",
    ],
)
def test_rows_that_we_did_not_write_are_an_error_of_the_storage(
    table: KnowledgeTable, database: Database, damage: str
) -> None:
    table.replace(Origin.FILES, [PRINT])
    database.execute(damage)
    with pytest.raises(StorageError):
        table.all()
    with pytest.raises(StorageError):
        table.indexed("en")
    with pytest.raises(StorageError):
        table.get("print-cost", "en")

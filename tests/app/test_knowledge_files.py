import re
from datetime import date
from pathlib import Path

import pytest

from kiosk.app.knowledge_files import read_knowledge
from kiosk.core.errors import ContentError
from kiosk.core.knowledge import Entry, Link
from kiosk.core.paths import resource_folder

LANGUAGES = {"en", "es", "fr", "zh", "ar"}
ENTRY = """
[[entries]]
id = "print-cost"
question.en = "How much is printing?"
answer.en = "10 cents"
"""


def folder(tmp_path: Path, **files: str | bytes) -> Path:
    (tmp_path / "knowledge").mkdir(exist_ok=True)
    for name, toml in files.items():
        text = toml if isinstance(toml, bytes) else toml.encode()
        (tmp_path / "knowledge" / f"{name}.toml").write_bytes(text)
    return tmp_path


def test_the_demo_librarys_knowledge_is_whole_in_five_languages() -> None:
    entries = read_knowledge(resource_folder() / "demo")
    ids = {entry.id for entry in entries}
    assert len(ids) >= 60
    assert {(entry.id, entry.language) for entry in entries} == {
        (id_, tag) for id_ in ids for tag in LANGUAGES
    }
    assert all(entry.also and entry.source for entry in entries)


def test_a_library_without_such_files_has_no_knowledge(tmp_path: Path) -> None:
    assert read_knowledge(tmp_path) == ()
    assert read_knowledge(folder(tmp_path)) == ()


def test_what_is_written_is_read(tmp_path: Path) -> None:
    toml = '''
    source.en = "Handbook"
    source.es = "Manual"
    [[entries]]
    id = "print-cost"
    question.en = "How  much?"
    question.es = "¿Cuánto?"
    also.en = ["price", "is it free"]
    answer.en = """

    **10 cents**

    - a page
    """
    answer.es = "10 centavos"
    links = [{ title.en = "Printing", title.es = "Imprimir", url = "https://example.org/print" }]
    audience = ["students"]
    valid_from = 2026-08-31
    valid_until = 2026-08-31
    updated = 2026-08-20
    url = "https://example.org/help"
    '''
    english, spanish = read_knowledge(folder(tmp_path, printing=toml))
    assert english == Entry(
        id="print-cost",
        language="en",
        question="How much?",
        answer="**10 cents**\n\n    - a page",
        also=("price", "is it free"),
        links=(Link("Printing", "https://example.org/print"),),
        audience=("students",),
        valid_from=date(2026, 8, 31),
        valid_until=date(2026, 8, 31),
        source="Handbook",
        url="https://example.org/help",
        updated=date(2026, 8, 20),
    )
    assert (spanish.source, spanish.also) == ("Manual", ())
    assert spanish.links == (Link("Imprimir", "https://example.org/print"),)


def test_an_entry_may_have_a_source_of_its_own(tmp_path: Path) -> None:
    toml = f'source = "Handbook"\n{ENTRY}source = "The dean"\n{ENTRY.replace("cost", "how")}'
    assert [e.source for e in read_knowledge(folder(tmp_path, a=toml))] == ["The dean", "Handbook"]


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ("a = ", "line 1: is not TOML"),
        (b"a = '\xff'", "line 1: is not UTF-8"),
        ("title = 'x'", "line 1, title: is no key we know; known are entries, source"),
        ("entries = 5", "line 1, entries: must be tables that begin with"),
        (f"{ENTRY}anser = ''", r"line 6, entries\[1\].anser: is no key we know"),
        (ENTRY.replace("print-cost", "Print cost"), r"line 3, entries\[1\].id: must be lower case"),
        (ENTRY.replace("print-cost", "x" * 61), "id: must be lower case"),
        (ENTRY.replace("print-cost", "libanswers-7"), "id: must not begin with libanswers-"),
        (ENTRY + ENTRY, r"line 8, entries\[2\].id: is print-cost again, which is in a.toml"),
        ("[[entries]]\nid = 'x'", r"line 1, entries\[1\].question: is missing"),
        ("[[entries]]\nid = 'x'\nquestion = 'x'", "question: must be written by language, as"),
        (f"{ENTRY}question.es = 'x'", "line 5, .*answer: is missing in es"),
        (f"{ENTRY}answer.es = 'x'", "answer: is there in es, in which there is no question"),
        (f"{ENTRY}also.es = ['x']", "also: is there in es, in which there is no question"),
        (f"{ENTRY}also.en = 'x'", "also.en: must be a list of texts"),
        (ENTRY.replace("10 cents", "x" * 4001), "answer.en: must be a text of at most 4000"),
        (f"{ENTRY}valid_from = '2026-01-01'", "line 6, .*valid_from: must be a date such as"),
        (f"{ENTRY}updated = 2026-01-01T00:00:00", "updated: must be a date such as"),
        (f"{ENTRY}valid_from = 2026-02-01\nvalid_until = 2026-01-01", "line 7, .*is before valid"),
        (f"{ENTRY}url = 'http://example.org'", "url: must be a web address"),
        (f"{ENTRY}links = [{{ title = 'x' }}]", r"links\[1\].url: is missing; a link needs"),
        (f"{ENTRY}links = [{{ title = 'x', url = 'javascript:x' }}]", "url: must be a web address"),
    ],
)
def test_a_mistake_is_named_with_file_line_and_key(
    tmp_path: Path, toml: str | bytes, words: str
) -> None:
    with pytest.raises(ContentError, match=words) as wrong:
        read_knowledge(folder(tmp_path, a=toml))
    assert "a.toml" in str(wrong.value)


def test_the_mistakes_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    files = {"a": "x = 1", "b": ENTRY, "c": f"{ENTRY}url = 5", "d": "="}
    with pytest.raises(ContentError) as wrong:
        read_knowledge(folder(tmp_path, **files))
    assert re.findall(r"(\w\.toml)(?:,| has)", str(wrong.value)) == ["a.toml", "c.toml", "d.toml"]
    assert "which is in b.toml" in str(wrong.value)

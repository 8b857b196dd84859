"""The guide to the library's content says what the program reads, and every mistake it names."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from kiosk.app.content_files import read_content
from kiosk.app.knowledge_files import read_knowledge
from kiosk.core.content import Content, PlaceWords
from kiosk.core.knowledge import Entry
from kiosk.core.places import MapPosition
from tests.packaging.checkout import ROOT

GUIDE = (ROOT / "packaging" / "CONTENT.md").read_text("utf-8")
READERS = [
    ROOT / "kiosk" / "app" / name
    for name in ("content_files.py", "content_table.py", "knowledge_files.py")
]


def keys_under(title: str) -> set[str]:
    """What the first column of a section's table names."""
    section = re.split(r"^## ", GUIDE.split(f"## {title}\n")[1], maxsplit=1, flags=re.MULTILINE)[0]
    cells = (line.split("|")[1] for line in section.splitlines() if line.startswith("| `"))
    return {key for cell in cells for key in re.findall(r"`([\w.]+)`", cell)}


def names_of(record: type) -> set[str]:
    return {field.name for field in fields(record)}  # type: ignore[arg-type]


def test_every_key_stands_there_and_none_that_is_none() -> None:
    assert keys_under("The library") == names_of(Content)
    points = {f"map.{name}" for name in names_of(MapPosition)}
    assert keys_under("A place") == names_of(PlaceWords) | points


def test_the_example_can_be_read(tmp_path: Path) -> None:
    example = re.search(r"```toml\n(.*?)```", GUIDE, re.DOTALL)
    assert example
    (tmp_path / "library.toml").write_text(example[1], encoding="utf-8")
    for name in ("marlowe-2.svg", "logo.svg"):
        (tmp_path / name).write_text('<svg viewBox="0 0 9 9"/>', encoding="utf-8")
    content = read_content(tmp_path)
    assert [place.location_id for place in content.places] == [9101, 9105]
    used = {
        name for name in names_of(Content) if getattr(content, name) != getattr(Content(), name)
    }
    assert used == names_of(Content)


def test_every_key_of_an_entry_stands_there() -> None:
    of_files = {"source", "entries"}
    assert keys_under("Knowledge") == (names_of(Entry) - {"language"}) | of_files


def test_the_example_of_knowledge_can_be_read(tmp_path: Path) -> None:
    example = re.search(r"```toml\n(source.*?)```", GUIDE, re.DOTALL)
    assert example
    (tmp_path / "knowledge").mkdir()
    (tmp_path / "knowledge" / "printing.toml").write_text(example[1], encoding="utf-8")
    english, spanish = read_knowledge(tmp_path)
    assert (english.id, english.source, spanish.source) == (
        "print-cost",
        "Library handbook",
        "Manual de la biblioteca",
    )


@pytest.mark.parametrize("words", ["must be", "is missing", "is a language", "leads back"])
def test_the_mistakes_are_explained(words: str) -> None:
    told = {
        re.split(r"[{\\]", sentence)[0].strip()
        for reader in READERS
        for sentence in re.findall(rf'"({words}[^"]*)"', reader.read_text("utf-8"))
    }
    assert told
    assert [sentence for sentence in told if sentence not in GUIDE] == []

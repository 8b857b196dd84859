from pathlib import Path

import pytest

from kiosk.app.content_files import read_content
from kiosk.core.content import Content, PlaceWords
from kiosk.core.errors import ContentError
from kiosk.core.paths import resource_folder
from kiosk.demo.library import alder_bay


def folder(tmp_path: Path, toml: str | bytes) -> Path:
    text = toml if isinstance(toml, bytes) else toml.encode()
    (tmp_path / "library.toml").write_bytes(text)
    return tmp_path


def test_the_demo_librarys_content_is_whole() -> None:
    content = read_content(resource_folder() / "demo")
    assert content.name == "Alder Bay University Libraries"
    assert content.timezone == alder_bay().zone
    assert [p.location_id for p in content.places] == [p.lid for p in alder_bay().places]
    assert all(p.address and p.phone and p.floor and p.directions for p in content.places)
    names = [name.casefold() for place in content.places for name in place.short_names]
    assert len(names) == len(set(names)), "a short name means one place"


def test_an_empty_file_is_a_library_that_says_nothing(tmp_path: Path) -> None:
    assert read_content(folder(tmp_path, "")) == Content()


def test_what_is_written_is_read(tmp_path: Path) -> None:
    toml = """
    name = " Ours "
    questions = ["Open?"]
    [[places]]
    location_id = 7
    short_names = ["main"]
    """
    content = read_content(folder(tmp_path, toml))
    assert (content.name, content.questions) == ("Ours", ("Open?",))
    assert content.places == (PlaceWords(7, short_names=("main",)),)


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ("name = \n", "is not TOML: .*line 1"),
        (b"name = '\xff'", "is not UTF-8"),
        ("nmae = 'x'", "'nmae' is no key we know"),
        ("name = 5", "'name' must be a text"),
        (f"name = '{'x' * 501}'", "at most 500"),
        ("accent = 'blue'", "'accent' must be a colour"),
        ("timezone = 'Mars/Base'", "'timezone' must be an IANA"),
        ("timezone = '../etc'", "'timezone' must be an IANA"),
        ("timezone = 'America'", "'timezone' must be an IANA"),
        ("questions = 'Open?'", "'questions' must be a list of texts"),
        ("questions = ['']", "'questions' must be a list of texts"),
        ("places = 5", "'places' must be tables"),
        ("[[places]]\nname = 'x'", "place 1, 'location_id' must be"),
        ("[[places]]\nlocation_id = true", "place 1, 'location_id' must be"),
        ("[[places]]\nlocation_id = 1\nphon = ''", "place 1, 'phon' is no key"),
        ("[[places]]\nlocation_id = 1\nurl = 'javascript:x'", "'url' must be a web address"),
        ("[[places]]\nlocation_id = 1\n[[places]]\nlocation_id = 1", "place 2 has location_id 1"),
    ],
)
def test_a_mistake_is_named_with_file_and_key(
    tmp_path: Path, toml: str | bytes, words: str
) -> None:
    with pytest.raises(ContentError, match=words) as wrong:
        read_content(folder(tmp_path, toml))
    assert "library.toml" in str(wrong.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"library\.toml is missing"):
        read_content(tmp_path)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "library.toml").mkdir()
    with pytest.raises(ContentError, match=r"library\.toml cannot be read"):
        read_content(tmp_path)

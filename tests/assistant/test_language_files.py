"""A language is a file: it is read at one door, which names what is wrong with it."""

import re
from pathlib import Path

import pytest

from kiosk.assistant.language_files import read_language, read_languages
from kiosk.assistant.languages import Languages
from kiosk.core.errors import ContentError
from kiosk.core.paths import resource_folder
from tests.assistant.library import english, languages

ENGLISH = resource_folder() / "languages" / "en.toml"


def test_english_is_there_and_first() -> None:
    assert languages().all()[0].tag == "en"


@pytest.mark.parametrize("tag", ["en", "EN", "en-GB", "en_US", "xx", ""])
def test_every_tag_finds_a_language(tag: str) -> None:
    assert languages().get(tag).tag == "en"


def test_a_further_language_is_a_file(tmp_path: Path) -> None:
    text = ENGLISH.read_text(encoding="utf-8")
    (tmp_path / "en.toml").write_text(text, encoding="utf-8")
    (tmp_path / "cy.toml").write_text(text.replace('tag = "en"', 'tag = "cy"'), encoding="utf-8")
    found = read_languages(tmp_path)
    assert [language.tag for language in found.all()] == ["en", "cy"]
    assert found.get("cy-GB").tag == "cy"


@pytest.mark.parametrize(
    ("tag", "first"), [("en", ("en", "es", "fr")), ("fr-CA", ("fr", "en", "es")), ("zh", ("zh",))]
)
def test_the_languages_that_are_written_alike_are_wanted_first(
    tag: str, first: tuple[str, ...]
) -> None:
    wanted = languages().by_need(tag)
    assert wanted[: len(first)] == first
    assert sorted(wanted) == sorted(languages().tags)


def test_no_language_at_all_is_said(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="no language files"):
        read_languages(tmp_path)
    with pytest.raises(ValueError, match="at least one"):
        Languages({})


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ('tag = "en"', "", "tag"),
        ('tag = "en"', "tag = 3", "tag"),
        ("greeting = [", "greetings = [", "vocabulary: greeting"),
        ('am = ["am"]', "am = [1]", "dates: am"),
        ("[dates.weekdays]", "[dates.weekday]", "dates: weekdays"),
        ('tag = "en"', 'tag = "en', "cannot be read"),
    ],
)
def test_a_mistake_is_named_with_its_file_and_key(
    tmp_path: Path, before: str, after: str, named: str
) -> None:
    broken = tmp_path / "en.toml"
    text = ENGLISH.read_text(encoding="utf-8")
    broken.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(ContentError, match=r"en\.toml") as caught:
        read_language(broken)
    assert named in str(caught.value)


def test_every_sentence_of_the_program_is_in_the_file() -> None:
    """And none is there that nobody says."""
    folder = Path(str(resource_folder())).parent / "kiosk" / "assistant"
    code = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    used = set(re.findall(r"""["']([a-z_]+)["']""", code))
    unused = [name for name in english().answers if name not in used]
    # These names are put together from a status or a choice.
    built = ("week_", "_on", "_on_past", "_yes", "_no")
    assert [
        name for name in unused if not name.startswith(built) and not name.endswith(built)
    ] == []

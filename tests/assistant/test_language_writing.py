"""How a language is written is known without reading the rest of its file."""

from pathlib import Path

import pytest

from kiosk.assistant.language_files import read_languages
from kiosk.assistant.languages import Concept
from kiosk.core.errors import ContentError
from kiosk.core.paths import resource_folder

FOLDER = resource_folder() / "languages"


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_it_is_the_same_as_that_of_the_whole_file(tag: str) -> None:
    languages = read_languages(FOLDER)
    alone = languages.writing(tag)
    assert alone == languages.get(tag).writing
    assert languages.writing(tag) is languages.get(tag).writing


def test_a_tag_that_nobody_speaks_is_written_as_english() -> None:
    languages = read_languages(FOLDER)
    assert languages.nearest("fr-CA") == "fr"
    assert languages.nearest("xx") == "en"


def test_a_file_that_is_no_toml_is_told(tmp_path: Path) -> None:
    (tmp_path / "en.toml").write_text("tag = ", encoding="utf-8")
    with pytest.raises(ContentError, match=r"en\.toml"):
        read_languages(tmp_path).writing("en")


def test_no_phrase_hides_a_word_that_something_clings_to() -> None:
    """A word of a phrase is known whole: written there with its front, it means nothing alone.

    "بتفتح" (it opens) in one phrase once took the commonest question away from half of the
    Arabic world.
    """
    language = read_languages(FOLDER).get("ar")
    alone = language.vocabulary
    in_phrases = {word for phrase in alone if len(phrase) > 1 for word in phrase}
    hidden = {
        word
        for word in in_phrases
        if (word,) not in alone
        for _, rest in language.writing.unclung(word)
        if {Concept.OPEN, Concept.CLOSE, Concept.HOURS, Concept.WHEN} & {*alone.get((rest,), ())}
    }
    assert hidden == {"بتعمل"}  # "what do you do?" is no question about hours

"""Layouts are data: complete for the languages that are shipped, and checked when they are read."""

from pathlib import Path

import pytest

from kiosk.core.errors import ContentError
from kiosk.core.paths import resource_folder
from kiosk.ui.key_layouts import SIGNS, KeyLayout, read_layouts

FOLDER = resource_folder() / "keyboards"
TAGS = ("en", "es", "fr", "zh", "ar")
ALPHABETS = {
    "en": "abcdefghijklmnopqrstuvwxyz'.,?!-",
    "es": "abcdefghijklmnopqrstuvwxyzñáéíóúü¿¡?!.,",
    "fr": "abcdefghijklmnopqrstuvwxyzàâæçéèêëîïôœùûüÿ'?!.,:;-",
    "zh": "abcdefghijklmnopqrstuvwxyz，。？！、",  # noqa: RUF001  Chinese
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئةى؟،؛",
}


def keys_of(layout: KeyLayout) -> set[str]:
    rows = [*layout.rows, *layout.variants.values(), *SIGNS]
    return {key for row in rows for key in row}


def written(folder: Path, text: str) -> Path:
    (folder / "en.toml").write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize("tag", TAGS)
def test_every_letter_of_the_language_can_be_typed(tag: str) -> None:
    layout = read_layouts(FOLDER, [tag])[tag]
    assert [letter for letter in ALPHABETS[tag] if letter not in keys_of(layout)] == []


@pytest.mark.parametrize("tag", TAGS)
def test_every_variant_belongs_to_a_key_that_is_there(tag: str) -> None:
    layout = read_layouts(FOLDER, [tag])[tag]
    keys = {key for row in layout.rows for key in row} | {".", "?"}
    assert set(layout.variants) <= keys


def test_a_language_without_a_layout_has_none() -> None:
    assert list(read_layouts(FOLDER, ["en", "tlh", "ar"])) == ["en", "ar"]


ROWS = 'label = "ABC"\nrows = ["a b", "c d", "e f"]\n'


def test_what_is_left_out_is_as_in_most_languages(tmp_path: Path) -> None:
    layout = read_layouts(written(tmp_path, ROWS), ["en"])["en"]
    assert (layout.capitals, layout.right_to_left, layout.method) == (True, False, "")
    assert layout.rows == (("a", "b"), ("c", "d"), ("e", "f"))
    assert layout.variants == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("label = ", "cannot be read"),
        (ROWS + 'colour = "red"', "colour is not known"),
        ('rows = ["a", "b", "c"]', "label must be a word"),
        ('label = " "\nrows = ["a", "b", "c"]', "label must be a word"),
        ('label = "A"', "rows must be 3 rows"),
        ('label = "A"\nrows = ["a", "b"]', "rows must be 3 rows"),
        ('label = "A"\nrows = ["a", "b", 5]', "1 to 13 keys"),
        ('label = "A"\nrows = ["a b c d e f g h i j k l m n", "1", "2"]', "1 to 13 keys"),
        ('label = "A"\nrows = ["a b", "b", "c"]', "the key b twice"),
        (ROWS + "capitals = 1", "capitals must be true or false"),
        (ROWS + 'right_to_left = "yes"', "right_to_left must be true or false"),
        (ROWS + 'method = "wubi"', "method must be pinyin"),
        (ROWS + "address = 5", "address must be signs"),
        (ROWS + "variants = 5", "variants must be signs by key"),
        (ROWS + "[variants]\na = 5", "variants must be signs by key"),
    ],
)
def test_a_mistake_is_told_with_its_file_and_key(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ContentError, match=said) as caught:
        read_layouts(written(tmp_path, text), ["en"])
    assert "en.toml" in str(caught.value)

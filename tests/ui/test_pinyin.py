"""Words for what is typed in Pinyin, from the list that is shipped and from small ones."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.errors import ContentError
from kiosk.core.paths import resource_folder
from kiosk.ui.pinyin import MOST, Offer, PinyinWords

SHIPPED = PinyinWords(resource_folder() / "keyboards" / "pinyin.tsv")


def words(typed: str) -> list[str]:
    return [offer.word for offer in SHIPPED.offers(typed)]


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("tushuguan", "图书馆"),
        ("tushug", "图书馆"),
        ("tsg", "图书馆"),
        ("jidiankaimen", "几点开门"),
        ("zhouri", "周日"),
        ("dayin", "打印"),
        ("ni", "你"),
        ("nihao", "你好"),
        ("xi'an", "西安"),
        ("lv", "绿"),
    ],
)
def test_what_is_asked_in_libraries_is_among_the_first(typed: str, word: str) -> None:
    assert word in words(typed)[:5]


def test_of_a_sentence_the_first_words_are_offered_with_the_letters_they_take() -> None:
    first = SHIPPED.offers("tushuguanjidiankaimen")[0]
    assert first == Offer("图书馆", len("tushuguan"))


def test_a_boundary_that_was_typed_belongs_to_what_is_before_it() -> None:
    taken = {offer.word: offer.taken for offer in SHIPPED.offers("xi'anzzz")}
    assert taken["西安"] == len("xi'an")
    assert taken["西"] == len("xi'")


@given(st.text("abcdefghijklmnopqrstuvwxyz'", max_size=24))
def test_whatever_is_typed_offers_are_whole_and_not_too_many(typed: str) -> None:
    offers = SHIPPED.offers(typed)
    assert len(offers) <= MOST
    assert len({offer.word for offer in offers}) == len(offers)
    assert all(1 <= offer.taken <= len(typed) for offer in offers)


def test_a_list_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"words\.tsv cannot be read"):
        PinyinWords(tmp_path / "words.tsv").prepare()


@pytest.mark.parametrize("line", ["a", "a\t啊", "a\t啊\tmany", "a\t啊\t5\t6"])
def test_a_line_that_is_wrong_is_told_with_its_number(tmp_path: Path, line: str) -> None:
    file = tmp_path / "words.tsv"
    file.write_text(f"a\t啊\t5\n{line}\n", "utf-8")
    with pytest.raises(ContentError, match="line 2"):
        PinyinWords(file).prepare()

"""What texts are found by, in the words of the shipped languages and in small ones."""

from pathlib import Path

import pytest

from kiosk.assistant.language_files import read_languages
from kiosk.assistant.search_words import SearchWords, read_search_words
from kiosk.assistant.terms import Analyser, Term, Terms
from kiosk.assistant.writing import Writing
from kiosk.core.errors import ContentError
from kiosk.core.paths import resource_folder

LANGUAGES = read_languages(resource_folder() / "languages")
SHIPPED = Terms(LANGUAGES, resource_folder() / "search")


def english(**words: object) -> Analyser:
    return Analyser("en", Writing(), SearchWords(**words))  # type: ignore[arg-type]


def terms(analyser: Analyser, text: str) -> list[str]:
    return [term.text for term in analyser.terms(text)]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "Printing", "printed"),
        ("en", "BORROWED", "borrowing"),
        ("es", "impresión", "impresion"),
        ("es", "imprimir", "imprimiendo"),
        ("fr", "l'imprimante", "imprimantes"),
        ("fr", "d'emprunter", "emprunté"),
        ("zh", "我想續借", "续借"),
        ("ar", "الطابعة", "طابعة"),
        ("ar", "إعارة", "اعاره"),
    ],
)
def test_forms_of_a_word_are_one_term(language: str, one: str, other: str) -> None:
    assert SHIPPED.of(one, language) == SHIPPED.of(other, language) != ()


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "Can you please tell me how?"),
        ("es", "¿Me puede decir cómo, por favor?"),
        ("fr", "Est-ce que je peux, s'il vous plaît ?"),
        ("zh", "请问怎么办"),
        ("ar", "كيف يمكنني من فضلك"),
    ],
)
def test_words_that_say_nothing_are_left_out(language: str, question: str) -> None:
    assert SHIPPED.of(question, language) == ()


def test_kinds_of_a_language_are_read_as_it() -> None:
    assert SHIPPED.of("续借", "zh-Hans") == SHIPPED.of("续借", "zh")


def test_several_words_are_one_where_they_are_written_so() -> None:
    speech = english(phrases={"check out": "checkout"})
    assert terms(speech, "checking out books") == ["checkout", "book"]
    assert terms(speech, "check the book") == ["check", "the", "book"]


def test_words_of_a_group_stand_for_one_another() -> None:
    speech = english(groups=(("borrow", "lend", "take home"),), stop=("home",))
    assert speech.related("borrow") == {"lend", "takehome"}
    assert speech.related("takehome") == {"borrow", "lend"}
    assert speech.related("print") == frozenset()
    assert terms(speech, "take home a book") == ["takehome", "a", "book"]


def test_numbers_and_marks_are_no_terms() -> None:
    assert terms(english(), "20 books, on 11/28 - don't!") == ["book", "on", "dont"]


def test_chinese_words_are_cut_out_and_the_rest_goes_by_pairs() -> None:
    speech = Analyser("zh", Writing("CJK"), SearchWords(stop=("怎么",), groups=(("打印", "列印"),)))
    assert speech.terms("怎么打印论文集a") == [
        Term("打印", "打印", 2, 4),
        Term("论文", "论文", 4, 6),
        Term("文集", "文集", 5, 7),
        Term("a", "a", 7, 8),
    ]
    assert terms(speech, "怎么书") == ["书"]
    assert terms(speech, "") == []


def test_what_clings_to_an_arabic_word_can_be_taken_off() -> None:
    speech = SHIPPED.analyser("ar")
    assert speech.stem("كاميرا") in set(speech.bare("وكاميرا"))
    assert not speech.may_correct


def test_the_version_tells_other_words_apart(tmp_path: Path) -> None:
    (tmp_path / "en.toml").write_text("stop = ['a']", encoding="utf-8")
    before = Terms(LANGUAGES, tmp_path).version
    assert Terms(LANGUAGES, tmp_path).version == before
    (tmp_path / "en.toml").write_text("stop = ['b']", encoding="utf-8")
    assert Terms(LANGUAGES, tmp_path).version != before


def test_a_language_without_a_file_has_no_words_to_pass_over(tmp_path: Path) -> None:
    assert read_search_words(tmp_path / "fr.toml") == SearchWords()
    assert Terms(LANGUAGES, tmp_path).of("le livre", "fr") == ("le", "livr")


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ("stop = ", "cannot be read"),
        ("stopp = []", "en.toml, stopp: is no key we know"),
        ("stop = 'a'", "en.toml, stop: must be a list of texts"),
        ("groups = [['a', 1]]", "en.toml, groups: must be a list of texts"),
        ("phrases = 'a'", "en.toml, phrases: must be a table"),
        ("phrases = { a = 'b' }", "en.toml, phrases.a: must be a list of texts"),
    ],
)
def test_a_file_with_a_mistake_is_refused(tmp_path: Path, toml: str, words: str) -> None:
    (tmp_path / "en.toml").write_text(toml, encoding="utf-8")
    with pytest.raises(ContentError, match=words):
        Terms(LANGUAGES, tmp_path).of("a", "en")


@pytest.mark.parametrize("language", LANGUAGES.tags)
def test_every_shipped_language_has_its_words(language: str) -> None:
    words = read_search_words(resource_folder() / "search" / f"{language}.toml")
    assert len(words.stop) > 100
    assert len(words.groups) > 50

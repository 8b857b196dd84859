import pytest

from kiosk.core.content import Translated


def test_a_text_is_the_same_in_every_language() -> None:
    assert Translated("Law").in_language("fr") == "Law"


def test_the_first_language_written_is_for_all_that_are_not() -> None:
    law = Translated.of({"fr": "Droit", "en": "Law"})
    assert law.default == law.in_language("ar") == "Droit"


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("zh", "法律"),
        ("zh-Hans-CN", "法律"),
        ("zh-TW", "法律"),
        ("PT", "Direito"),
        ("pt-PT", "Direito"),
        ("p", "Law"),
        ("", "Law"),
    ],
)
def test_the_nearest_language_is_found(asked: str, words: str) -> None:
    law = Translated.of({"en": "Law", "zh": "法律", "pt-br": "Direito"})
    assert law.in_language(asked) == words


def test_a_table_without_a_language_is_none() -> None:
    with pytest.raises(ValueError, match="no translation"):
        Translated[str].of({})

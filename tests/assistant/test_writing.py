"""Where words begin and end, in languages that write them together."""

import pytest

from kiosk.assistant.words import words
from kiosk.assistant.writing import Writing, spelled_out

FRENCH = Writing(elisions=frozenset({"l", "qu", "d"}), ranged=frozenset({"lundi", "vendredi"}))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("l'heure d'ouverture", ("l", "heure", "d", "ouverture")),
        ("aujourd'hui", ("aujourd'hui",)),
        ("qu'est-ce que", ("qu", "est", "ce", "que")),
        ("lundi-vendredi", ("lundi", "-", "vendredi")),
        ("9-17", ("9", "-", "17")),
        ("- oui -", ("oui",)),
    ],
)
def test_what_is_cut_short_is_a_word_of_its_own(typed: str, read: tuple[str, ...]) -> None:
    assert FRENCH.words(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("周日几点开门？", ("周", "日", "几", "点", "开", "门", "?")),  # noqa: RUF001  as it is typed
        ("Marlowe图书馆", ("marlowe", "图", "书", "馆")),
        ("الساعة ٩:٣٠ مساءً", ("الساعه", "9:30", "مساء")),
        ("L’Œuvre", ("l'oeuvre",)),  # noqa: RUF001  as it is typed
        ("¿A qué hora?", ("¿", "a", "que", "hora", "?")),
    ],
)
def test_every_script_is_made_comparable(typed: str, read: tuple[str, ...]) -> None:
    assert words(typed) == read


def test_a_pattern_stands_for_many_phrases() -> None:
    assert list(spelled_out("open")) == ["open"]
    assert list(spelled_out("(the )library")) == ["library", "the library"]
    assert list(spelled_out("(talk|speak) (to|with) us")) == [
        "talk to us",
        "talk with us",
        "speak to us",
        "speak with us",
    ]
    assert list(spelled_out("(a|) library")) == ["a library", " library"]

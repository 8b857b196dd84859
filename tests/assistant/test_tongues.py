"""Which language a question is in."""

import pytest

from kiosk.assistant.tongues import Tongues, script_of
from tests.assistant.library import languages

KNOWN = languages()


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("are you open", "LATIN"),
        ("¿a qué hora cierran?", "LATIN"),
        ("Marlowe图书馆几点关门", "CJK"),
        ("هل Marlowe Library مفتوحة", "ARABIC"),
        ("когда вы закрываетесь", "CYRILLIC"),
        ("24/7?", ""),
        ("", ""),
    ],
)
def test_letters_tell_the_script(text: str, script: str) -> None:
    assert script_of(text) == script


@pytest.mark.parametrize("screen", ["en", "es", "fr", "zh", "ar"])
@pytest.mark.parametrize(
    ("question", "tag"),
    [
        ("are you open on sunday", "en"),
        ("how do I print from my phone", "en"),
        ("¿a qué hora cierran hoy?", "es"),
        ("como puedo imprimir un documento", "es"),
        ("vous êtes ouverts dimanche matin ?", "fr"),
        ("je voudrais imprimer un document", "fr"),
        ("周日几点开门", "zh"),
        ("هل المكتبة مفتوحة الآن؟", "ar"),
    ],
)
def test_the_question_decides_whatever_the_screen_speaks(
    question: str, tag: str, screen: str
) -> None:
    assert Tongues(KNOWN).likely(question, KNOWN.get(screen))[0].tag == tag


@pytest.mark.parametrize("screen", ["en", "es", "fr", "zh", "ar"])
@pytest.mark.parametrize("question", ["Marlowe", "24/7", "???", "Xylophon"])
def test_the_screen_breaks_ties(question: str, screen: str) -> None:
    assert Tongues(KNOWN).likely(question, KNOWN.get(screen))[0].tag == screen

"""Every error has its sentence in the patron's language."""

import pytest

from kiosk.core import errors
from kiosk.core.errors import ContentFiltered, ConversationTooLong, KioskError
from kiosk.ui.error_words import SENTENCES, patron_words
from tests.ui.scene import Scene


def sentences() -> set[str]:
    return {
        kind.patron_text
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, KioskError)
    }


def test_every_sentence_for_patrons_can_be_translated() -> None:
    assert set(SENTENCES) == sentences()


@pytest.mark.parametrize("language", ["es", "fr", "zh", "ar"])
@pytest.mark.parametrize("error", [ContentFiltered(), ConversationTooLong(), KioskError()])
async def test_an_error_is_told_in_the_language_of_the_screen(
    scene: Scene, language: str, error: KioskError
) -> None:
    assert patron_words(error) == error.patron_text
    scene.stage.language.choose(language)
    assert patron_words(error) not in {"", *sentences()}

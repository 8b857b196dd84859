"""A model that knows nothing and makes things up gets none of them onto the screen."""

import pytest

from kiosk.assistant.grounding import Verdict
from kiosk.assistant.lessons import Lessons
from kiosk.assistant.model import TextDelta
from kiosk.assistant.speech import Speech
from tests.assistant.library import languages
from tests.assistant.talk import judge
from tests.safety.harmless import known
from tests.safety.inventions import inventions
from tests.safety.screen import seen

pytestmark = pytest.mark.no_cover  # what runs here is covered by tests of its own

LANGUAGES = languages()
ALL = list(inventions())
KNOWN = known()


@pytest.fixture(scope="module")
def lessons() -> Lessons:
    return Lessons(judge())


def test_there_are_enough_in_each_language() -> None:
    assert len(ALL) >= 200
    assert {tag for tag, _ in ALL} == {"en", "es", "fr", "zh", "ar"}


@pytest.fixture
def speech(tag: str, lessons: Lessons) -> Speech:
    """An answer to somebody whose question the library's knowledge had something on."""
    speech = Speech(LANGUAGES.get(tag), lessons)
    speech.learn(KNOWN)
    return speech


@pytest.mark.parametrize(("tag", "sentence"), ALL)
def test_nothing_made_up_is_shown_whole(speech: Speech, sentence: str) -> None:
    assert speech.judged(sentence) is not Verdict.FINE


@pytest.mark.parametrize(("tag", "sentence"), ALL)
def test_nothing_made_up_is_shown_while_it_comes(speech: Speech, sentence: str) -> None:
    """Letter by letter, at no moment."""
    speech.begin_round()
    drafts = []
    for letter in sentence:
        assert not list(speech.hear(TextDelta(letter)))[:-1]
        drafts.append(speech.draft())
    texts = [seen(draft.text) for draft in drafts if draft is not None]
    assert not any(letter.isdigit() for text in texts for letter in text)
    assert sentence not in texts

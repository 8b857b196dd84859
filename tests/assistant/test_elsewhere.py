"""Questions for others than a library are known by what such questions say."""

import pytest

from kiosk.assistant.elsewhere import Elsewhere

ASKED = [["renew", "passport"], ["passport"], ["weather"], [], ["weather"]]


@pytest.fixture
def elsewhere() -> Elsewhere:
    return Elsewhere(ASKED, lambda _: 1.0)


def test_its_own_question_is_wholly_alike(elsewhere: Elsewhere) -> None:
    assert elsewhere.likeness({"renew": 1.0, "passport": 1.0}) == 1.0


def test_half_a_question_is_partly_alike(elsewhere: Elsewhere) -> None:
    assert 0 < elsewhere.likeness({"renew": 1.0, "book": 1.0}) < 1


def test_what_shares_no_word_is_not_alike(elsewhere: Elsewhere) -> None:
    assert elsewhere.likeness({"book": 1.0}) == 0.0
    assert elsewhere.likeness({}) == 0.0


def test_it_knows_its_words(elsewhere: Elsewhere) -> None:
    assert "weather" in elsewhere
    assert "book" not in elsewhere

"""Whether everybody can get into a place, and patrons who tell their name."""

from dataclasses import replace

import pytest

from kiosk.assistant.answers import PlaceFact, Route
from kiosk.assistant.requests import Intent
from kiosk.core.content import Translated
from kiosk.hours.directory import Directory
from tests.assistant.library import LINDQVIST, MARLOWE, NOW, PLACES, WORDS, ask, local_answers

KNOWN = Directory(
    PLACES,
    tuple(
        replace(words, accessibility=Translated("Step-free entrance, lift to every floor."))
        if words.location_id == MARLOWE
        else words
        for words in WORDS
    ),
)


def test_access_is_told_in_the_librarys_own_words() -> None:
    answers = local_answers(NOW, places=KNOWN)
    answer = answers.answer("is there a lift", language="en", here=MARLOWE)
    assert answer.text == "Marlowe Library: Step-free entrance, lift to every floor."
    assert answer.intent is Intent.PLACE
    assert not answer.offer_handoff


def test_where_nothing_was_written_of_access_a_person_is_offered() -> None:
    answer = ask("wheelchair access at the music library?")
    assert answer.offer_handoff
    assert [fact.location_id for fact in answer.facts if isinstance(fact, PlaceFact)] == [LINDQVIST]


@pytest.mark.parametrize(
    "question", ["is the lift open on sunday", "is there a lift on sunday", "accessible parking"]
)
def test_hours_of_a_lift_are_not_ours(question: str) -> None:
    assert ask(question).route is Route.NONE


@pytest.mark.parametrize(
    ("question", "screen"),
    [
        ("hello, my name is May", "en"),
        ("hola, me llamo Sofía", "es"),
        ("bonjour, je m'appelle Avril", "fr"),
        ("你好我叫小明", "zh"),
        ("مرحبا انا اسمي سارة", "ar"),
    ],
)
def test_whoever_tells_their_name_is_greeted(question: str, screen: str) -> None:
    answer = ask(question, screen=screen)
    assert (answer.intent, answer.language) == (Intent.SMALLTALK, screen)


def test_a_name_does_not_keep_a_question_from_its_answer() -> None:
    assert ask("Hi, my name is Tran Minh. Is the music library open?").facts[0].location_id == (
        LINDQVIST
    )


def test_what_is_asked_behind_a_name_must_be_understood_too() -> None:
    assert ask("my name is Jordan and i lost my card").route is Route.NONE

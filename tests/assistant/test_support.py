"""What a sentence says of the library stands in one entry, or the sentence is not shown."""

import pytest

from kiosk.assistant.grounding import Grounds, Verdict
from kiosk.assistant.lessons import Lessons
from kiosk.assistant.model import TextDelta
from kiosk.assistant.speech import Speech
from kiosk.core.knowledge import Entry
from tests.assistant.library import languages
from tests.assistant.talk import judge

LAPTOPS = Entry(
    "laptops",
    "en",
    "Can I borrow a laptop?",
    "Students can borrow a laptop at the service desk for 4 hours. Chargers are not included.",
)
PARKING = Entry("parking", "en", "Where can I park?", "Parking costs 2 dollars an hour.")
FOOD = Entry("food", "en", "May I eat here?", "Drinks with a lid are welcome. Food is not allowed.")
LAPTOPS_ES = Entry("laptops", "es", "¿Prestan portátiles?", "Sí, durante 4 horas en el mostrador.")
ENGLISH = (LAPTOPS, PARKING, FOOD)


def verdict(sentence: str, *entries: Entry, translates: bool = False) -> Verdict:
    grounds = Grounds(tuple(map(judge().lesson, entries)))
    return judge().verdict(sentence, grounds, translates=translates)


@pytest.mark.parametrize(
    "sentence",
    [
        "You can borrow a laptop at the service desk.",
        "Laptops are lent to students for 4 hours.",
        "No charger is included with the laptop.",
        "Parking is 2 dollars an hour.",
        "Food isn't allowed.",
        "Yes, you may bring drinks with a lid.",
        "Cite every source that you use.",
    ],
)
def test_what_an_entry_says_is_shown(sentence: str) -> None:
    assert verdict(sentence, *ENGLISH) is Verdict.FINE


@pytest.mark.parametrize(
    "sentence",
    [
        "You can borrow a camera at the service desk.",
        "Chargers are included with the laptop.",
        "Parking is free.",
        "Food is allowed.",
        "Drinks with a lid are not welcome.",
        "A laptop costs 2 dollars an hour.",
        "Parking is at most 4 hours.",
        "Guests can borrow laptops without a card.",
        "We have a quiet room for phone calls.",
        "Yes.",
        "Yes, you can.",
        "Of course!",
    ],
)
def test_what_no_entry_says_is_not(sentence: str) -> None:
    assert verdict(sentence, *ENGLISH) is not Verdict.FINE


def test_without_an_entry_nothing_can_be_said_of_the_library() -> None:
    assert verdict("You can borrow a laptop.") is Verdict.UNFOUNDED
    assert verdict("A thesis is one claim with its reasons.") is Verdict.FINE


def test_words_of_another_language_cannot_be_compared_so_they_must_be_cited() -> None:
    sentence = "You can borrow a laptop for 4 hours."
    assert verdict(sentence, LAPTOPS_ES) is Verdict.UNFOUNDED
    assert verdict(sentence, LAPTOPS_ES, translates=True) is Verdict.FINE
    assert verdict("It is 9 hours.", LAPTOPS_ES, translates=True) is not Verdict.FINE


def heard(*words: str) -> list[str]:
    """The sentences of a model that says these words."""
    speech = Speech(languages().get("en"), Lessons(judge()))
    speech.begin_round()
    sentences = [sentence for word in words for sentence in speech.hear(TextDelta(word))]
    return [*sentences, speech.rest()]


def test_a_yes_is_judged_with_the_sentence_behind_it() -> None:
    assert heard("Yes. ", "You can! ", "Borrow a laptop. ", "Bye.") == [
        "Yes. You can! Borrow a laptop. ",
        "Bye.",
    ]


def test_a_yes_at_the_end_is_judged_alone() -> None:
    assert heard("Think of it. ", "Yes.") == ["Think of it. ", "Yes."]

"""What a sentence says of the library stands in one entry, or the sentence is not shown."""

import pytest

from kiosk.app.knowledge_files import read_knowledge
from kiosk.assistant.grounding import Grounds, Verdict
from kiosk.assistant.lessons import Lessons
from kiosk.assistant.model import TextDelta
from kiosk.assistant.sentences import cut
from kiosk.assistant.speech import Speech
from kiosk.core.knowledge import Entry
from kiosk.core.paths import resource_folder
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


NIGHT = Entry(
    "night-study",
    "en",
    "Where can I study at night?",
    "- The ground floor stays open longest; the upper floors close earlier.\n- Keep your card.",
)


def test_the_librarys_own_sentence_may_be_repeated_word_for_word() -> None:
    sentence = "The ground floor stays **open** longest; the upper floors close earlier."
    assert verdict(sentence, NIGHT) is Verdict.FINE
    assert verdict(sentence) is Verdict.OURS_TO_SAY
    assert verdict("The ground floor stays open all night.", NIGHT) is Verdict.OURS_TO_SAY


def test_where_something_is_may_be_said_in_an_entrys_words_only() -> None:
    scanners = Entry("scan", "en", "Where can I scan?", "Scanners stand on the second floor.")
    assert verdict("There are scanners on the second floor.", scanners) is Verdict.FINE
    assert verdict("There are scanners on the third floor.", scanners) is Verdict.OURS_TO_SAY
    assert verdict("Coffee is on the second floor.", scanners) is Verdict.OURS_TO_SAY


@pytest.mark.parametrize("tag", ["en", "es", "fr", "zh", "ar"])
def test_nearly_every_sentence_of_the_demo_library_may_be_repeated(tag: str) -> None:
    entries = [each for each in read_knowledge(resource_folder() / "demo") if each.language == tag]
    grounds = {entry: Grounds((judge().lesson(entry),)) for entry in entries[::3]}
    told = [(each, sentence) for each in grounds for sentence in cut(each.answer)]
    shown = [judge().verdict(sentence, grounds[each]) is Verdict.FINE for each, sentence in told]
    assert sum(shown) > 0.97 * len(told) > 100

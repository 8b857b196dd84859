"""What the terminal answers by itself: hours, places, and the library's own knowledge."""

import pytest

from kiosk.assistant.answers import Answer, OpenNowFact, Source
from kiosk.assistant.markdown import plain_text
from kiosk.assistant.own_answers import Own, OwnAnswers
from tests.assistant.library import MARLOWE, NOW, ZONE, languages, local_answers
from tests.fakes.clock import TurnableClock
from tests.fakes.knowledge import PRINT_COST, QUIET, RENEW, KnownQuestions

LANGUAGES, LOCAL = languages(), local_answers()


def own(question: str, *, alone: bool = True, knowledge: KnownQuestions | None = None) -> Own:
    answers = OwnAnswers(LOCAL, knowledge or KnownQuestions(), LANGUAGES, TurnableClock(NOW), ZONE)
    return answers.answer(question, language="en", here=MARLOWE, alone=alone)


def answer(question: str) -> Answer:
    return own(question).answer


def test_what_the_library_wrote_is_told_in_its_own_words_with_its_source() -> None:
    found = answer("How much does printing cost?")
    assert found.text == PRINT_COST.answer
    assert (found.intent, found.route, found.language) == ("knowledge", "local", "en")
    assert found.sources == (Source("print-cost", "How much does printing cost?"),)
    assert (found.facts, found.rest, found.offer_handoff, found.markdown) == ((), "", False, True)


def test_a_question_in_another_language_gets_that_languages_entry() -> None:
    found = answer("¿Cuánto cuesta imprimir?")
    assert (found.language, found.text) == ("es", "Una página cuesta **10 centavos**.")


def test_hours_never_reach_the_librarys_knowledge() -> None:
    knowledge = KnownQuestions()
    found = own("when does law close tonight", knowledge=knowledge).answer
    assert (found.intent, found.route, found.markdown) == ("hours", "local", False)
    assert knowledge.asked == []


def test_hours_and_knowledge_in_one_line_are_both_answered() -> None:
    found = answer("is law open? how much does printing cost?")
    assert plain_text(found.text) == (
        "Tran Law Library is open now, until 9 pm.\nA page costs 10 cents, in colour 50 cents."
    )
    assert [type(fact) for fact in found.facts] == [OpenNowFact]
    assert [source.id for source in found.sources] == ["print-cost"]
    assert (found.intent, found.rest, found.offer_handoff) == ("open_now", "", False)


@pytest.mark.parametrize(
    "question",
    [
        "How much does printing cost? How do I renew a book?",
        "how much does printing cost and how do i renew a book",
    ],
)
def test_two_questions_for_the_librarys_knowledge_are_both_answered(question: str) -> None:
    found = answer(question)
    assert [source.id for source in found.sources] == ["print-cost", "renew"]
    assert found.text == f"{PRINT_COST.answer}\n\n{RENEW.answer}"


def test_what_is_left_of_two_questions_is_said_to_be_left() -> None:
    found = answer("How do I renew a book? Who wrote the ceiling?")
    assert found.text.startswith(RENEW.answer)
    assert found.text.endswith(
        "I'm not sure about the rest of your question. Shall I pass it to a librarian?"
    )
    assert (found.rest, found.offer_handoff) == ("Who wrote the ceiling?", True)


def test_what_is_only_near_is_offered_and_not_told() -> None:
    found = answer("printing")
    assert found.text.startswith("I'm not sure. Do you mean one of these?")
    assert found.suggestions == (Source("print-cost", "How much does printing cost?"),)
    assert (found.sources, found.route, found.offer_handoff) == ((), "none", True)


def test_what_nobody_wrote_about_is_an_honest_not_sure() -> None:
    found = answer("who painted the ceiling")
    assert found.text == "I'm not sure about that. Shall I pass your question to a librarian?"
    assert (found.suggestions, found.intent) == ((), "unknown")


def test_an_entry_that_is_no_longer_true_is_not_told() -> None:
    later = OwnAnswers(
        LOCAL, KnownQuestions(), LANGUAGES, TurnableClock(NOW.replace(year=2027)), ZONE
    )
    found = later.answer(QUIET.question, language="en", here=MARLOWE).answer
    assert QUIET.answer not in found.text


def test_where_a_model_goes_on_what_is_near_goes_along_and_nothing_is_said_of_the_rest() -> None:
    found = own("is law open? what about printing?", alone=False)
    assert found.answer.text == "Tran Law Library is open now, until 9 pm."
    assert found.answer.rest == "what about printing?"
    assert found.near == (PRINT_COST,)


def test_a_greeting_is_not_looked_up() -> None:
    knowledge = KnownQuestions()
    assert own("hello", knowledge=knowledge).answer.intent == "smalltalk"
    assert knowledge.asked == []

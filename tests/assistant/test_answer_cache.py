"""Answers that are given again, and never one that holds something personal."""

from datetime import timedelta

import pytest

from kiosk.assistant.answer_cache import AnswerCache, KeptAnswer
from kiosk.assistant.answers import Source
from kiosk.assistant.own_words import OwnWords
from tests.assistant.library import NOW, languages
from tests.assistant.talk import KeptInMemory
from tests.fakes.clock import TurnableClock
from tests.fakes.knowledge import PRINT_COST, SOME, KnownQuestions

ANSWER = KeptAnswer("A page costs **10 cents**.", (Source("print-cost", "How much?"),))
LANGUAGES = languages()


class Kept:
    """A cache over rows in memory."""

    def __init__(self, keep: timedelta = timedelta(hours=1), model: str = "small") -> None:
        self.rows, self.clock, self.knowledge = KeptInMemory(), TurnableClock(NOW), KnownQuestions()
        self.own_words = OwnWords(LANGUAGES, self.knowledge.all, self.knowledge.version)
        self.keep, self.cache = keep, self.of_model(model, keep)

    def of_model(self, model: str, keep: timedelta = timedelta(hours=1)) -> AnswerCache:
        return AnswerCache(
            self.rows,
            is_impersonal=self.own_words.are_all,
            version=self.knowledge.version,
            model=model,
            clock=self.clock,
            keep=keep,
        )


@pytest.fixture
def kept() -> Kept:
    return Kept()


def test_the_same_question_gets_the_same_answer_at_once(kept: Kept) -> None:
    kept.cache.put("What does printing cost?", "en", ANSWER)
    assert kept.cache.get("what does printing cost", "en") == ANSWER


def test_another_question_language_or_model_does_not(kept: Kept) -> None:
    kept.cache.put("what does printing cost", "en", ANSWER)
    assert kept.cache.get("what does printing cost in color", "en") is None
    assert kept.cache.get("what does printing cost", "fr") is None
    assert kept.of_model("large").get("what does printing cost", "en") is None


def test_other_knowledge_makes_what_is_kept_worthless(kept: Kept) -> None:
    kept.cache.put("what does printing cost", "en", ANSWER)
    kept.knowledge.entries = (PRINT_COST,)
    assert kept.cache.get("what does printing cost", "en") is None
    kept.knowledge.entries = SOME
    assert kept.cache.get("what does printing cost", "en") == ANSWER


def test_it_is_kept_for_its_time_and_no_longer(kept: Kept) -> None:
    kept.cache.put("what does printing cost", "en", ANSWER)
    kept.clock.advance(3_599)
    assert kept.cache.get("what does printing cost", "en") == ANSWER
    kept.clock.advance(2)
    assert kept.cache.get("what does printing cost", "en") is None


def test_nothing_is_kept_where_the_library_wants_none() -> None:
    kept = Kept(keep=timedelta())
    kept.cache.put("what does printing cost", "en", ANSWER)
    assert kept.rows.rows == {}
    assert kept.cache.get("what does printing cost", "en") is None


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("what does printing cost for Wilhelmina Ojukwu", "en"),
        ("what does printing cost, my card is 21234005556667", "en"),
        ("what does printing cost MARK-7f3a", "en"),
        ("cuánto cuesta imprimir, soy Wilhelmina", "es"),
        ("打印多少钱 我叫欧阳娜娜", "zh"),
    ],
)
def test_a_question_with_a_word_that_is_not_the_librarys_own_is_not_kept(
    kept: Kept, question: str, language: str
) -> None:
    kept.cache.put(question, language, ANSWER)
    assert kept.rows.rows == {}


def test_no_word_of_a_question_is_kept_at_all(kept: Kept) -> None:
    kept.cache.put("what does printing cost", "en", ANSWER)
    ((key, (body, _)),) = kept.rows.rows.items()
    assert "printing" not in key
    assert "what does" not in body


@pytest.mark.parametrize("damaged", ["", "[]", "{}", '{"text": "x", "sources": [1]}', "\x00"])
def test_a_damaged_row_is_as_good_as_none(kept: Kept, damaged: str) -> None:
    kept.cache.put("what does printing cost", "en", ANSWER)
    for key, (_, until) in kept.rows.rows.items():
        kept.rows.rows[key] = (damaged, until)
    assert kept.cache.get("what does printing cost", "en") is None

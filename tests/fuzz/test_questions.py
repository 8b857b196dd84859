"""A small share of what ``python -m tests.fuzz`` asks."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.assistant.answers import HoursFact, OpenNowFact
from tests.assistant.library import NOW, ask
from tests.fuzz import second_opinion
from tests.fuzz.__main__ import SEED
from tests.fuzz.questions import run

pytestmark = pytest.mark.no_cover  # what runs here is covered by tests of its own


def test_no_mistyped_question_gets_an_answer_that_is_not_true() -> None:
    report = run(150, SEED)

    assert report.faults == []
    assert report.answered + report.abstained == 150


def test_a_question_is_the_same_whenever_it_is_asked() -> None:
    assert str(run(5, SEED, first=40)) == str(run(5, SEED, first=40))


def test_a_true_answer_has_no_fault() -> None:
    assert list(second_opinion.faults(ask("is the law library open"), NOW)) == []


def test_a_wrong_hour_in_a_fact_is_seen() -> None:
    answer = ask("law library hours today")
    [fact] = (fact for fact in answer.facts if isinstance(fact, HoursFact))
    wrong = replace(answer, facts=(HoursFact(replace(fact.day, spans=())),))

    assert any("is HoursDay" in fault for fault in second_opinion.faults(wrong, NOW))


def test_a_wrong_end_of_an_opening_is_seen() -> None:
    answer = ask("is the law library open")
    [fact] = (fact for fact in answer.facts if isinstance(fact, OpenNowFact))
    assert fact.until is not None
    wrong = replace(answer, facts=(replace(fact, until=fact.until + timedelta(hours=1)),))

    assert list(second_opinion.faults(wrong, NOW))


def test_a_time_that_only_the_text_knows_is_seen() -> None:
    answer = replace(
        ask("law library hours today"), text="From 8 am to 10:20 pm, \u0663:\u0662\u0665."
    )

    assert len(list(second_opinion.faults(answer, NOW))) == 2

"""What the search reaches today, less a little, so that it does not get worse unseen."""

from functools import cache
from pathlib import Path

import pytest

from kiosk.app.knowledge_files import read_knowledge
from kiosk.core.paths import resource_folder
from tests.knowledge.__main__ import describe, document, measured
from tests.knowledge.questions import LANGUAGES, BadQuestionError, Part, read_questions
from tests.knowledge.results import Counts, Result, count

pytestmark = pytest.mark.no_cover  # what runs here is covered by tests of its own

FIRST_AT_LEAST = {Part.DEV: 0.91, Part.REPORT: 0.84}
AMONG_AT_LEAST = {Part.DEV: 0.96, Part.REPORT: 0.89}
SURE_AT_LEAST = {Part.DEV: 0.60, Part.REPORT: 0.52}
"""And rightly so: what is answered without a model."""
FALSE_AT_MOST = 0.02
"""Sure answers to questions that the knowledge does not cover."""
OFFERED_AT_MOST = 0.33

of_each_part = pytest.mark.parametrize("part", [*Part])


@cache
def results(part: Part) -> tuple[Result, ...]:
    return tuple(measured(part, LANGUAGES))


def counts(part: Part) -> Counts:
    return count(results(part))


@of_each_part
def test_most_questions_find_their_entry_first(part: Part) -> None:
    assert counts(part).first / counts(part).covered >= FIRST_AT_LEAST[part]


@of_each_part
def test_nearly_all_find_it_among_three(part: Part) -> None:
    assert counts(part).among / counts(part).covered >= AMONG_AT_LEAST[part]


@of_each_part
def test_more_than_half_are_surely_answered(part: Part) -> None:
    assert counts(part).sure / counts(part).covered >= SURE_AT_LEAST[part]


@of_each_part
def test_what_is_not_covered_is_hardly_ever_answered(part: Part) -> None:
    assert counts(part).false / counts(part).uncovered < FALSE_AT_MOST


@of_each_part
def test_who_asks_for_something_else_is_seldom_offered_what_nobody_meant(part: Part) -> None:
    assert counts(part).offered / counts(part).uncovered < OFFERED_AT_MOST


@of_each_part
def test_a_sure_answer_is_hardly_ever_the_wrong_one(part: Part) -> None:
    assert counts(part).wrong / counts(part).covered < FALSE_AT_MOST


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_is_asked_once_and_names_entries_that_are_there(language: str) -> None:
    known = {entry.id for entry in read_knowledge(resource_folder() / "demo")}
    questions = [each for part in Part for each in read_questions(part, language)]
    assert {id_ for each in questions for id_ in each.entries} <= known
    asked = ["".join(filter(str.isalnum, each.ask.casefold())) for each in questions]
    assert {ask for ask in asked if asked.count(ask) > 1} == set()


def test_a_question_without_its_answer_is_refused(tmp_path: Path) -> None:
    toml = "[[questions]]\nask = 'x'\n"
    (tmp_path / "en.dev.toml").write_text(toml, encoding="utf-8")
    with pytest.raises(BadQuestionError, match="question 1"):
        read_questions(Part.DEV, "en", tmp_path)


def test_the_table_tells_what_happened() -> None:
    assert document(list(results(Part.DEV))).splitlines()[-1].startswith("all")
    assert "wanted" in describe(results(Part.DEV)[0])

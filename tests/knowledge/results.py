"""Questions, searched for in the demo library's knowledge, and counted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from kiosk.app.knowledge_files import read_knowledge
from kiosk.assistant.knowledge import Found
from kiosk.assistant.knowledge_search import KnowledgeSearch
from kiosk.assistant.language_files import read_languages
from kiosk.assistant.terms import Terms
from kiosk.core.knowledge import Origin
from kiosk.core.paths import resource_folder
from kiosk.store.database import memory_database
from kiosk.store.knowledge import KnowledgeTable
from tests.knowledge.questions import Question

TODAY = date(2026, 11, 25)
MOST = 3


@dataclass(frozen=True, slots=True)
class Result:
    """A question with what was found for it."""

    question: Question
    found: Found

    @property
    def rank(self) -> int:
        """At which place a right entry stands, from 1; 0 where it is not among the first."""
        ids = [match.entry.id for match in self.found.matches[:MOST]]
        return next((place for place, id_ in enumerate(ids, 1) if id_ in self.question.entries), 0)

    @property
    def is_offered(self) -> bool:
        """Whether a patron sees anything of what was found."""
        return bool(self.found.offered)

    @property
    def is_right_offered(self) -> bool:
        """Whether a patron sees a right entry."""
        return any(match.entry.id in self.question.entries for match in self.found.offered)

    @property
    def is_false(self) -> bool:
        """Whether a wrong answer would be shown as the library's own."""
        return self.found.sure and self.rank != 1


@cache
def demo_terms() -> Terms:
    """The terms of the shipped languages."""
    return Terms(read_languages(resource_folder() / "languages"), resource_folder() / "search")


@cache
def demo_knowledge() -> KnowledgeSearch:
    """The search over the demo library's entries."""
    table = KnowledgeTable(memory_database(), demo_terms())
    table.replace(Origin.FILES, read_knowledge(resource_folder() / "demo"))
    return KnowledgeSearch(table, demo_terms())


def evaluate(questions: Iterable[Question]) -> list[Result]:
    """Each question, searched for."""
    knowledge = demo_knowledge()
    return [
        Result(each, knowledge.find(each.ask, language=each.language, day=TODAY, most=MOST))
        for each in questions
    ]


@dataclass(frozen=True, slots=True)
class Counts:
    """Results, counted.

    Attributes:
        covered: Questions that the knowledge answers.
        first: Of those, the right entry came first; ``among``: it is among the first three, and
            is offered.
        sure: Of those, surely and rightly answered; ``wrong``: surely and wrongly.
        uncovered: Questions that it does not answer; ``false``: surely answered all the same.
        offered: Of those, the nearest entries were offered: "Do you mean one of these?".
    """

    covered: int
    first: int
    among: int
    sure: int
    wrong: int
    uncovered: int
    false: int
    offered: int


def count(results: Sequence[Result]) -> Counts:
    """How often what happened."""
    covered = [each for each in results if each.question.is_covered]
    uncovered = [each for each in results if not each.question.is_covered]
    return Counts(
        covered=len(covered),
        first=sum(each.rank == 1 for each in covered),
        among=sum(each.is_right_offered for each in covered),
        sure=sum(each.found.sure and each.rank == 1 for each in covered),
        wrong=sum(each.is_false for each in covered),
        uncovered=len(uncovered),
        false=sum(each.is_false for each in uncovered),
        offered=sum(each.is_offered for each in uncovered),
    )

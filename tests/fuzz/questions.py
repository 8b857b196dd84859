"""Mistyped questions, each asked as a fresh visit; their answers must be true or none."""

from collections import Counter
from dataclasses import dataclass, field
from random import Random

from tests.assistant.library import ask
from tests.evaluation.questions import Part, Question, languages, read_questions
from tests.fuzz.mistyped import mistyped
from tests.fuzz.second_opinion import faults

LONGEST_TEXT = 5000


@dataclass
class Report:
    """How a run went.

    Attributes:
        answered: Questions whose answer rests on facts.
        abstained: Questions that were answered without.
        facts: Facts that were compared, by their kind.
        faults: What must not be, each with the number of its question.
    """

    answered: int = 0
    abstained: int = 0
    facts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        facts = ", ".join(f"{count} {name}" for name, count in sorted(self.facts.items()))
        return (
            f"{self.answered} answered with facts ({facts}), {self.abstained} without, "
            f"{len(self.faults)} faults"
        )


def run(count: int, seed: int, *, first: int = 0) -> Report:
    """Ask so many questions. The same seed and number make the same question."""
    report, questions = Report(), developed_on()
    for n in range(first, first + count):
        chance = Random(f"{seed}:{n}")  # noqa: S311  the same each time, which is the point
        asked = chance.choice(questions)
        words = mistyped(asked.ask, chance)
        report.faults += [f"question {n}, {words[:80]!r}: {f}" for f in _one(asked, words, report)]
    return report


def developed_on() -> list[Question]:
    """The questions to develop on, in every language."""
    return [each for tag in languages() for each in read_questions(Part.DEV, tag)]


def _one(asked: Question, words: str, report: Report) -> list[str]:
    try:
        answer = ask(words, asked.now, screen=asked.screen, here=asked.here)
    except Exception as error:  # noqa: BLE001  whatever it is, it is a finding
        return [f"{type(error).__name__}: {error}"]
    report.answered += bool(answer.facts)
    report.abstained += not answer.facts
    report.facts.update(type(fact).__name__ for fact in answer.facts)
    found = list(faults(answer, asked.now))
    if not answer.text.strip() or len(answer.text) > LONGEST_TEXT:
        found.append(f"a text of {len(answer.text)} characters")
    return found

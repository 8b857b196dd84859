"""Questions, asked and scored."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.assistant.answers import Answer
from kiosk.core.paths import resource_folder
from tests.assistant.library import ask
from tests.evaluation.questions import NOT_OURS, Question, languages
from tests.evaluation.scoring import Outcome, score, told


@dataclass(frozen=True, slots=True)
class Result:
    """A question with the answer that it got."""

    question: Question
    answer: Answer
    outcome: Outcome

    @property
    def answered_though_not_ours(self) -> bool:
        """Whether facts were told to a question that has nothing to do with us: the worst."""
        return self.question.category == NOT_OURS and self.outcome is Outcome.WRONG


def shipped_languages() -> list[str]:
    """The tags of the languages that the program speaks and in which there are questions."""
    folder = resource_folder() / "languages"
    return [tag for tag in languages() if (folder / f"{tag}.toml").exists()]


def evaluate(questions: Iterable[Question]) -> list[Result]:
    """Each question asked as a fresh visit, in its order."""
    return [_result(question) for question in questions]


def right_share(results: Sequence[Result]) -> float:
    """From 0 to 1."""
    return sum(result.outcome is Outcome.RIGHT for result in results) / len(results)


def describe(result: Result) -> str:
    """A result for the person who looks for its reason, in a few lines."""
    question, answer = result.question, result.answer
    expected = [_listed(facts) for facts in (question.facts, *question.others)]
    where = f"{question.language}.{question.part} {question.number}, {question.category}"
    return "\n".join(
        (
            f"{where}: {result.outcome.upper()}",
            f"  asked     {question.ask}  (at {question.now:%a %Y-%m-%d %H:%M})",
            f"  expected  {' or '.join(expected)}; may: {_listed(question.may)}",
            f"  given     {_listed(told(answer))}",
            f"  text      {answer.text!r} ({answer.language}, {answer.intent}, {answer.route})",
        )
    )


def _result(question: Question) -> Result:
    answer = ask(question.ask, question.now, screen=question.screen, here=question.here)
    return Result(question, answer, score(question, answer))


def _listed(facts: Iterable[str]) -> str:
    return ", ".join(sorted(facts)) or "no fact"

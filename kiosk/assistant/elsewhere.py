"""Questions that are asked of others than a library, to know one when it is asked here."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping


class Elsewhere:
    """Such questions of one language.

    Args:
        questions: The terms of each.
        weight: What a term says.
    """

    def __init__(self, questions: Iterable[Iterable[str]], weight: Callable[[str], float]) -> None:
        self._questions: dict[frozenset[str], float] = {}
        self._with: dict[str, list[frozenset[str]]] = defaultdict(list)
        for question in map(frozenset, questions):
            if question and question not in self._questions:
                self._questions[question] = sum(map(weight, question))
                for term in question:
                    self._with[term].append(question)

    def __contains__(self, term: str) -> bool:
        return term in self._with

    def likeness(self, asked: Mapping[str, float]) -> float:
        """How like they are to the nearest, 0 to 1.

        Args:
            asked: The terms of a question with the weight of each.
        """
        total = sum(asked.values())
        near = {question for term in asked for question in self._with.get(term, ())}
        return max((self._one(question, asked, total) for question in near), default=0.0)

    def _one(self, question: frozenset[str], asked: Mapping[str, float], total: float) -> float:
        common = sum(asked[term] for term in question & asked.keys())
        return 2 * common / (total + self._questions[question])

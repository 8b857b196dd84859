"""``python -m tests.knowledge.fit``: the weights of ``assistant.sureness``, from the part dev.

Logistic regression by plain descent: few questions, few signs, no package needed.
"""

import math
import sys
from collections.abc import Sequence
from dataclasses import astuple

from kiosk.assistant.sureness import Evidence
from tests.knowledge.questions import LANGUAGES, Part, read_questions
from tests.knowledge.results import TODAY, demo_knowledge

STEPS = 1500
RATE = 2.0
PENALTY = 0.0005
"""For large weights: without it they would fit these few questions only."""
FALSE_COSTS = 4.0
"""How much worse a false answer is than a missed one."""

Example = tuple[tuple[float, ...], bool]


def examples(tags: Sequence[str]) -> list[Example]:
    """The evidence for every question of the part dev, and whether the first entry is right."""
    found = []
    for tag in tags:
        for question in read_questions(Part.DEV, tag):
            if (told := demo_knowledge().evidence(question.ask, tag, TODAY)) is not None:
                entry, evidence = told
                found.append((astuple(evidence), entry.id in question.entries))
    return found


def fitted(learnt: Sequence[Example]) -> tuple[float, ...]:
    """The bias, then the weights."""
    weights = [0.0] * (1 + len(learnt[0][0]))
    for _ in range(STEPS):
        slopes = [PENALTY * weight for weight in weights]
        slopes[0] = 0.0
        for signs, is_right in learnt:
            error = (chance(weights, signs) - is_right) * (1.0 if is_right else FALSE_COSTS)
            for place, sign in enumerate((1.0, *signs)):
                slopes[place] += error * sign / len(learnt)
        weights = [w - RATE * slope for w, slope in zip(weights, slopes, strict=True)]
    return tuple(weights)


def chance(weights: Sequence[float], signs: Sequence[float]) -> float:
    """That an entry is right."""
    return 1 / (1 + math.exp(-sum(w * s for w, s in zip(weights, (1.0, *signs), strict=True))))


def threshold_table(weights: Sequence[float], judged: Sequence[Example]) -> str:
    """What each threshold would show: right and wrong answers."""
    lines = []
    for hundredths in range(50, 100, 5):
        shown = [right for signs, right in judged if chance(weights, signs) * 100 >= hundredths]
        lines.append(f"{hundredths / 100:.2f}  right {sum(shown)}  wrong {len(shown) - sum(shown)}")
    return "\n".join(lines)


def main() -> int:
    """Print weights of all languages, then each language judged by the others' weights."""
    everything = {tag: examples([tag]) for tag in LANGUAGES}
    weights = fitted([one for some in everything.values() for one in some])
    names = ("bias", *Evidence.__slots__)
    _print(*(f"{name} {w:.2f}" for name, w in zip(names, weights, strict=True)))
    for tag in LANGUAGES:
        others = [one for other, some in everything.items() if other != tag for one in some]
        _print(
            f"\n{tag}, by the weights of the others",
            threshold_table(fitted(others), everything[tag]),
        )
    return 0


def _print(*texts: str) -> None:
    for text in texts:
        print(text)  # noqa: T201 - what this program is for


if __name__ == "__main__":
    sys.exit(main())

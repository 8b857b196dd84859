"""What masking did to a line: what it left readable, and what it hid without need."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tests.privacy.lines import Line

A_FEW_LETTERS = 4
"""So many letters beside a personal string may go with it: a title, the "nº" of a house."""

_MASK = re.compile(r"\[[^\[\]]*\]")
_HAN = "\u4e00-\u9fff"
_PIECE = re.compile(rf"[{_HAN}]|[^\W_{_HAN}]{{2,}}")
"""The smallest that tells something: a Chinese character, or two letters or digits together."""


@dataclass(frozen=True, slots=True)
class Result:
    """A line with what left the terminal of it.

    Attributes:
        masked: The line after masking.
        leaked: The personal strings of which something can still be read.
        false_mask: Whether something was hidden that is not personal.
    """

    line: Line
    masked: str
    leaked: tuple[str, ...]
    false_mask: bool

    @property
    def right(self) -> bool:
        """Whether everything personal is hidden, and nothing else."""
        return not self.leaked and not self.false_mask


def measure(lines: Iterable[Line], mask: Callable[[str], str]) -> list[Result]:
    """Each line masked by ``mask`` and judged."""
    return [judge(line, mask(line.text)) for line in lines]


def judge(line: Line, masked: str) -> Result:
    """What is wrong with this masking of a line."""
    if line.clean:
        return Result(line, masked, (), masked != line.text)
    kept = _MASK.sub(" ", masked)
    surplus = Counter(_pieces(kept)) - Counter(_pieces(line.rest))
    leaked = tuple(value for value in line.personal if _tells(value, surplus))
    return Result(line, masked, leaked, _lost(line.needed, kept) > A_FEW_LETTERS)


def recall(results: Sequence[Result]) -> float:
    """The share of personal strings of which nothing is left, from 0 to 1 (1 without any)."""
    told = sum(len(result.line.personal) for result in results)
    leaked = sum(len(result.leaked) for result in results)
    return 1 - leaked / told if told else 1.0


def untouched(results: Sequence[Result]) -> float:
    """The share of lines in which nothing was hidden without need, from 0 to 1."""
    return sum(not result.false_mask for result in results) / len(results) if results else 1.0


def _pieces(text: str) -> list[str]:
    return _PIECE.findall(text.casefold())


def _tells(value: str, surplus: Counter[str]) -> bool:
    """Whether a piece of the value stands in the masked line beyond what the rest has."""
    return any(piece in value.casefold() for piece in surplus)


def _lost(needed: str, kept: str) -> int:
    """How many letters and digits of what is not personal are gone."""
    before, after = (Counter(filter(str.isalnum, text)) for text in (needed, kept))
    return (before - after).total()

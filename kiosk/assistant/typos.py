"""Typing mistakes: corrected only to words that occur in our own data, else left alone."""

from collections.abc import Collection

_ONE_MISTAKE = 4
_TWO_MISTAKES = 8


def distance(one: str, other: str) -> int:
    """Damerau-Levenshtein distance (neighbours swapped count as one mistake)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [i]
        for j, wanted in enumerate(other, start=1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                best = min(best, earlier[j - 2] + 1)
            row.append(best)
    return row[-1]


def corrected(word: str, known: Collection[str]) -> str | None:
    """The one known word that was meant; None where none or more than one could be.

    Short words are never corrected, the first letter must be right (or swapped with the
    second), and every known word within reach must be ruled out but one: a guess between two
    would be a wrong answer said with confidence.
    """
    reach = _mistakes_allowed(word)
    if reach == 0:
        return None
    near = [(distance(word, other), other) for other in known if _plausible(word, other, reach)]
    near = sorted(pair for pair in near if pair[0] <= reach and _is_near(word, pair[1]))
    if not near or (len(near) > 1 and near[0][0] == near[1][0]):
        return None
    return near[0][1]


def _mistakes_allowed(word: str) -> int:
    if len(word) < _ONE_MISTAKE or not word.isalpha():
        return 0
    return 1 if len(word) < _TWO_MISTAKES else 2


def _is_near(word: str, other: str) -> bool:
    # Among words of four letters nearly every change makes another real word ("dogs", "does").
    return len(word) > _ONE_MISTAKE or sorted(word) == sorted(other)


def _plausible(word: str, other: str, reach: int) -> bool:
    if abs(len(word) - len(other)) > reach or len(other) < _ONE_MISTAKE:
        return False
    return word[0] == other[0] or word[:2] == other[1::-1]

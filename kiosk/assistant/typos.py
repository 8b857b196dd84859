"""Typing mistakes: corrected only to words that occur in our own data, else left alone."""

from collections.abc import Iterable, Sequence

_ONE_MISTAKE = 4
_TWO_MISTAKES = 8


class KnownWords:
    """The words that a typing mistake may have been meant for.

    Args:
        words: All that are known.
        never_meant: Those of them that nothing is corrected to: no "birch" is an insult.
    """

    def __init__(self, words: Iterable[str], never_meant: Iterable[str] = ()) -> None:
        self._words = frozenset(words)
        self._by_letter: dict[str, list[str]] = {}
        for word in sorted(self._words.difference(never_meant)):
            if len(word) >= _ONE_MISTAKE:
                self._by_letter.setdefault(word[0], []).append(word)

    def __contains__(self, word: object) -> bool:
        return word in self._words

    def corrected(self, word: str) -> str | None:
        """The one known word that was meant; None where none or more than one could be.

        Short words are never corrected, the first letter must be right (or swapped with the
        second), and every known word within reach must be ruled out but one: a guess between two
        would be a wrong answer said with confidence.
        """
        reach = _mistakes_allowed(word)
        if reach == 0:
            return None
        # Loaded late: most questions are written without a mistake.
        from rapidfuzz.distance import DamerauLevenshtein  # noqa: PLC0415  the reason above

        near = sorted(
            (DamerauLevenshtein.distance(word, other, score_cutoff=reach), other)
            for other in self._plausible(word, reach)
        )
        near = [(mistakes, other) for mistakes, other in near if mistakes <= reach]
        near = [pair for pair in near if _is_near(word, pair[1])]
        if not near or (len(near) > 1 and near[0][0] == near[1][0]):
            return None
        return near[0][1]

    def _plausible(self, word: str, reach: int) -> Sequence[str]:
        same = self._by_letter.get(word[0], ())
        swapped = (other for other in self._by_letter.get(word[1], ()) if other[1] == word[0])
        found = same if word[0] == word[1] else (*same, *swapped)
        return [other for other in found if abs(len(word) - len(other)) <= reach]


def _mistakes_allowed(word: str) -> int:
    if len(word) < _ONE_MISTAKE or not word.isalpha():
        return 0
    return 1 if len(word) < _TWO_MISTAKES else 2


def _is_near(word: str, other: str) -> bool:
    # Among words of four letters nearly every change makes another real word ("dogs", "does").
    return len(word) > _ONE_MISTAKE or sorted(word) == sorted(other)

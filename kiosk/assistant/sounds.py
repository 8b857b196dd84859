"""Names of places spelled in another script, by their sound: "ليندكفيست" is Lindqvist.

Letters become sounds by a table of the language file. Two spellings are one name only if all
their consonants are the same, in order, and no vowel that was written contradicts: another
script may leave out a vowel of a longer name, never put one where the name has none. A name
of fewer than three consonants sounds like too many ordinary words.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_FEWEST_CONSONANTS = 3
_VOWELS = frozenset("AIU")


@dataclass(frozen=True, slots=True)
class _Sound:
    """What is heard of a word.

    Attributes:
        consonants: In order.
        vowels: Those before, between and behind the consonants, one set more than consonants.
        silent: The vowel at the end may be mute.
    """

    consonants: str
    vowels: tuple[frozenset[str], ...]
    silent: bool


class Sounds:
    """Finds the name that a word of another script spells.

    Args:
        letters: What each letter, or group of letters, of both scripts sounds like: consonants in
            small letters, vowels as A, I, U or several of them, nothing for a mute one.
        names: Words of names, folded.
    """

    def __init__(self, letters: Mapping[str, str], names: Iterable[str]) -> None:
        self._letters = letters
        self._longest = max(map(len, letters), default=0)
        self._by_consonants: dict[str, list[tuple[str, _Sound]]] = {}
        for name in sorted(set(names)):
            sound = self._sound(name) if name.isascii() else None
            if sound and len(sound.consonants) >= _FEWEST_CONSONANTS:
                self._by_consonants.setdefault(sound.consonants, []).append((name, sound))

    def heard(self, word: str) -> str | None:
        """The one name in Latin letters that the word spells; None where none or several fit."""
        sound = None if word.isascii() else self._sound(word)
        if sound is None:
            return None
        candidates = self._by_consonants.get(sound.consonants, ())
        found = [name for name, named in candidates if _is_spelling(sound, named)]
        return found[0] if len(found) == 1 else None

    def _sound(self, word: str) -> _Sound | None:
        """None where a letter is no sound that names are made of."""
        consonants, vowels = "", [frozenset[str]()]
        position = 0
        while position < len(word):
            letters = self._next(word, position)
            if not letters:
                return None
            for sound in self._letters[letters]:
                if sound in _VOWELS:
                    vowels[-1] |= {sound}
                elif vowels[-1] or consonants[-1:] != sound:  # a double letter is one sound
                    consonants += sound
                    vowels.append(frozenset())
            position += len(letters)
        return _Sound(consonants, tuple(vowels), silent=word.endswith("e"))

    def _next(self, word: str, start: int) -> str:
        pieces = (word[start : start + n] for n in range(self._longest, 0, -1))
        return next((piece for piece in pieces if piece in self._letters), "")


def _is_spelling(written: _Sound, named: _Sound) -> bool:
    """Whether the vowels that were written are those of the name."""
    last = len(named.vowels) - 1
    return all(
        _fits(
            written.vowels[n] - ({"A"} if n == 0 and named.vowels[0] else set()),
            named.vowels[n],
            written_at_all=bool(written.vowels[n]),
            optional=(0 < n < last and last > _FEWEST_CONSONANTS) or (n == last and named.silent),
        )
        for n in range(last + 1)
    )


def _fits(
    written: frozenset[str], named: frozenset[str], *, written_at_all: bool, optional: bool
) -> bool:
    if not written_at_all:
        return optional or not named
    return bool(named) and written <= named

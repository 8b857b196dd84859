"""Text as it is typed, made into words that can be compared; and what nobody can see, taken out.

Comparing is done without capitals, accents and typographic variants. Marks that separate
(``, ; ? ! & -``) stay as words of their own; a possessive ``'s`` is split off.
"""

import re
import unicodedata
from collections.abc import Iterable

Phrase = tuple[str, ...]

# Characters that hide text from a reader but not from a model (field notes, OWASP): tags,
# variation selectors, zero-width and direction controls, and everything else of no width.
_INVISIBLE = re.compile(
    "[\U000e0000-\U000e0fff\ufe00-\ufe0f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00ad"
    "\u115f\u1160\u3164\uffa0\u180e\u034f\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]"
)
_WORD = re.compile(
    r"""
    \d{4}-\d{1,2}-\d{1,2}                 # ISO date
    | \d{1,2}/\d{1,2}(?:/\d{2,4})?        # 11/28, 24/7
    | \d{1,2}:\d{2}                       # 9:30
    | \d+(?:st|nd|rd|th)\b                # 28th
    | \d+
    | [^\W\d_]+(?:'(?!s\b)[^\W\d_]+)*     # don't, but what + 's
    | '[^\W\d_]+
    | [^\w\s']
    """,
    re.VERBOSE,
)
_MERIDIEM = re.compile(r"\b([ap])\.\s?m\b\.?")
_LETTER_DAY = re.compile(r"\b2(day|nite|night|morrow|moro)\b")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "–": "-", "—": "-", "−": "-"})  # noqa: RUF001  these very characters are replaced


def visible(text: str) -> str:
    """The text without characters that a reader cannot see."""
    return _INVISIBLE.sub("", text)


def folded(text: str) -> str:
    """The text without capitals, accents and typographic variants."""
    plain = unicodedata.normalize("NFKD", visible(text).translate(_QUOTES))
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", bare.casefold())


def words(text: str) -> Phrase:
    """The words and marks of a text, folded."""
    tidy = _MERIDIEM.sub(r"\1m", folded(text))
    return tuple(_WORD.findall(_LETTER_DAY.sub(r"to\1", tidy)))


def longest(phrases: Iterable[Phrase]) -> int:
    """How many words the longest of the phrases has."""
    return max((len(phrase) for phrase in phrases), default=0)

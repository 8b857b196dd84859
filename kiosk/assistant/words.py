"""Text as it is typed, made into words that can be compared; and what nobody can see, taken out.

Comparing is done without capitals, accents and typographic variants, with the digits 0 to 9
whatever the script. Marks that separate (``, ; ? ! & -``) stay as words of their own; a possessive
``'s`` is split off. Chinese is written without spaces: there each character is a word, and the
longest phrase of a vocabulary finds itself.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from sys import intern

Phrase = tuple[str, ...]

# Characters that hide text from a reader but not from a model (field notes, OWASP): tags,
# variation selectors, zero-width and direction controls, and everything else of no width.
_INVISIBLE = re.compile(
    "[\U000e0000-\U000e0fff\ufe00-\ufe0f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00ad"
    "\u115f\u1160\u3164\uffa0\u180e\u034f\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]"
)
HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3007"
"""Chinese characters, for a character class."""

_WORD = re.compile(
    rf"""
    \d{{4}}-\d{{1,2}}-\d{{1,2}}                 # ISO date
    | \d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?        # 11/28, 24/7
    | \d{{1,2}}:\d{{2}}                         # 9:30
    | \d+(?:st|nd|rd|th)\b                      # 28th
    | \d+
    | [{HAN}]
    | [^\W\d_{HAN}]+(?:'(?!s\b)[^\W\d_{HAN}]+)* # don't, but what + 's
    | '[^\W\d_{HAN}]+
    | [^\w\s']
    """,
    re.VERBOSE,
)
_MARK = "|"
_BAR = f" {_MARK} "
_PLAIN = re.compile("[A-Za-z ]*")
_ALL_HAN = re.compile(f"[{HAN}]*")
_ACCENTS = re.compile("[\u0300-\u036f]")
_FOREIGN_DIGIT = re.compile(r"(?![0-9])\d")
_FOREIGN_MARK = re.compile(r"[^\w\s\x00-\x7f]")
_MERIDIEM = re.compile(r"\b([ap])\.\s?m\b\.?", re.IGNORECASE)
_LETTER_DAY = re.compile(r"\b2(day|nite|night|morrow|moro)\b")
_VARIANTS = str.maketrans(
    {
        **dict.fromkeys("’‘`´ʼ", "'"),  # noqa: RUF001  these very characters are replaced
        **dict.fromkeys("–—−~", "-"),  # noqa: RUF001  the same
        **dict.fromkeys("،、", ","),
        "؛": ";",
        "œ": "oe",
        "æ": "ae",
        # Arabic letters that are typed for one another, and the stroke that stretches a word.
        "ة": "ه",  # noqa: RUF001  this very letter
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ـ": "",
    }
)


def visible(text: str) -> str:
    """The text without characters that a reader cannot see."""
    return _INVISIBLE.sub("", text)


def folded(text: str) -> str:
    """The text without capitals, accents and typographic variants."""
    seen = visible(text)
    if seen.isascii():
        return seen.translate(_VARIANTS).casefold()
    # Twice: the decomposed form of some quotes is a space, and capitals have their variants too.
    plain = unicodedata.normalize("NFKD", seen.translate(_VARIANTS)).casefold().translate(_VARIANTS)
    bare = _ACCENTS.sub("", plain)
    if bare.isascii():
        return bare
    bare = _FOREIGN_DIGIT.sub(_digit, _FOREIGN_MARK.sub(_mark, bare))
    return unicodedata.normalize("NFC", bare)


def words(text: str) -> Phrase:
    """The words and marks of a text, folded."""
    quick = _quickly(text)
    if quick is not None:
        return quick
    return tuple(_WORD.findall(_LETTER_DAY.sub(r"to\1", folded(with_meridiem(text)))))


def words_of_each(texts: Sequence[str]) -> list[Phrase]:
    """As ``words`` for each of many texts, none of which has a ``|`` in it: much quicker.

    The language files hold a hundred thousand phrases, and are read before the first answer.
    """
    quick = [split and _shared(split) for split in map(_quickly, texts)]
    others = [text for text, split in zip(texts, quick, strict=True) if split is None]
    found = _parted(words(_BAR.join(others)))
    return [_shared(next(found)) if split is None else split for split in quick]


def _shared(split: Phrase) -> Phrase:
    # Seven hundred thousand words, a thousand different ones: each is kept once.
    return tuple(map(intern, split))


def _quickly(text: str) -> Phrase | None:
    """The words of the two kinds of text that the language files are full of."""
    if _PLAIN.fullmatch(text):
        return tuple(text.casefold().split())
    if _ALL_HAN.fullmatch(text):
        return tuple(unicodedata.normalize("NFKC", text))
    return None


def _parted(many: Phrase) -> Iterator[Phrase]:
    start = 0
    while True:
        try:
            end = many.index(_MARK, start)
        except ValueError:
            yield many[start:]
            return
        yield many[start:end]
        start = end + 1


def with_meridiem(text: str) -> str:
    """The text with its "p. m." written "pm", so that no point in it ends a sentence."""
    return _MERIDIEM.sub(r"\1m", text)


def longest(phrases: Iterable[Phrase]) -> int:
    """How many words the longest of the phrases has."""
    return max((len(phrase) for phrase in phrases), default=0)


def _digit(found: re.Match[str]) -> str:
    return str(unicodedata.decimal(found.group()))


def _mark(found: re.Match[str]) -> str:
    return "" if unicodedata.combining(found.group()) else found.group()

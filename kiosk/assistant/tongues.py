"""Which language a question is in: by its script, then by the words that each language knows.

The screen's language breaks ties, and keeps what nobody can tell, as a lone name. Measured on
the questions of ``tests/evaluation``; no detector is needed where every language already has a
vocabulary of this field.
"""

import unicodedata
from collections import Counter

from kiosk.assistant.languages import Language, Languages
from kiosk.assistant.words import Phrase, visible, words

_MARGIN = 0.001
_SURELY = 0.75
_FEW_WORDS = 4


class Tongues:
    """Tells languages apart.

    Args:
        languages: Those that the terminal speaks.
    """

    def __init__(self, languages: Languages) -> None:
        self._languages = languages

    def likely(self, question: str, screen: Language) -> list[Language]:
        """The languages that the question may be in, the likeliest first; at least one."""
        script = script_of(question)
        if not script:
            return [screen]
        said = words(question)
        if screen.writing.script == script and _is_surely(screen, said):
            return [screen]
        same = list(self._languages.of_script(script))
        shares = {one.tag: _known_share(one, said) for one in same}
        favourite = screen.tag
        # The screen's language is likelier than another one that knows as many words.
        same.sort(key=lambda one: -shares[one.tag] - (_MARGIN if one.tag == favourite else 0))
        return same if same and shares[same[0].tag] > 0 else [screen]


def _is_surely(screen: Language, said: Phrase) -> bool:
    """Whether so many words are the screen's language's that no other needs to be asked."""
    return len(said) >= _FEW_WORDS and _known_share(screen, said) >= _SURELY


def script_of(text: str) -> str:
    """The script of most letters, as Unicode's character names begin: ``LATIN``, ``CJK``, ….

    Any Chinese or Arabic letter outweighs Latin ones: names of places stay in Latin letters.
    """
    if text.isascii():
        return "LATIN" if any(map(str.isalpha, text)) else ""
    letters = (letter for letter in visible(text) if letter.isalpha())
    scripts = Counter(unicodedata.name(letter, "?").split(" ", 1)[0] for letter in letters)
    others = Counter({script: n for script, n in scripts.items() if script != "LATIN"})
    most = (others or scripts).most_common(1)
    return most[0][0] if most else ""


def _known_share(language: Language, said: Phrase) -> float:
    own = language.writing.words(" ".join(said)) if language.writing.elisions else said
    letters = [word for word in own if word[0].isalpha()]
    known = sum(word in language.spoken for word in letters)
    return known / len(letters) if letters else 0.0

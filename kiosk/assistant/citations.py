"""How a model says which entry of the library's knowledge a sentence rests on: ``[[print-cost]]``.

The marks are taken out of the text; what they name is shown on the source card. A mark that names
nothing that was looked up is taken out too, and counts for nothing.
"""

import re
from collections.abc import Callable, Sequence

from kiosk.core.knowledge import Entry

_MARK = re.compile(r"[ \t]*\[\[([^\[\]\n]{1,100})\]\]")
_HALF_MARK = re.compile(r"[ \t]*\[(?:\[[^\]\n]*\]?)?$")
_SHARED = 0.5


def without_marks(text: str, cited: Callable[[str], object]) -> str:
    """The text as the patron reads it; ``cited`` is told each entry's id."""

    def noted(mark: re.Match[str]) -> str:
        for name in mark.group(1).split(","):
            cited(name.strip())
        return ""

    return _MARK.sub(noted, text)


def without_half_mark(beginning: str) -> str:
    """The beginning of a sentence without marks, and without one that is still coming."""
    return _HALF_MARK.sub("", _MARK.sub("", beginning))


def most_alike(text: str, entries: Sequence[Entry]) -> Entry | None:
    """The entry whose words the text is made of, for a model that cites nothing.

    None where less than half of its longer words are in any of them.
    """
    said = _longer_words(text)
    if not said:
        return None
    shares = {entry: len(said & _longer_words(entry.answer)) / len(said) for entry in entries}
    best = max(shares, key=lambda entry: shares[entry], default=None)
    return best if best is not None and shares[best] >= _SHARED else None


def _longer_words(text: str) -> set[str]:
    # Chinese has no spaces and short words: two characters next to each other say as much.
    runs = re.findall(r"\w+", text.casefold())
    plain = {run for run in runs if run.isascii() and len(run) > len("from")}
    others = (run for run in runs if not run.isascii())
    return plain | {run[n : n + 2] for run in others for n in range(len(run) - 1)}

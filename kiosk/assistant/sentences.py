"""A stream of words cut into whole sentences, so that each can be judged before it is seen."""

import re
from collections.abc import Iterator

_END = re.compile(
    r"""
    \n+\s*                                       # a line is a sentence of its own
    | [.!?…]+["'”’)\]*_]*(?:\s*\[\[[^\[\]]*\]\])*+  # an end, and what the sentence cites,
      \s+(?=[^\sa-z\[])                            # then anything but a small letter
    | [。！？؟]+["'”’)\]]*(?:\s*\[\[[^\[\]]*\]\])*+   # ends that need no space behind them
      \s*+(?!\[)
    """,  # noqa: RUF001  full-width marks end sentences too
    re.VERBOSE,
)
_ABBREVIATION = re.compile(
    r"(?:\b[^\W\d]|\b(?:a\.m|p\.m|e\.g|i\.e|dr|prof|st|no|mr|ms|mrs|vs|approx))\.$", re.IGNORECASE
)


class Sentences:
    """Collects words and gives out sentences, with the space behind them."""

    def __init__(self) -> None:
        self._held = ""

    @property
    def held(self) -> str:
        """The beginning of the sentence that is not whole yet."""
        return self._held

    def feed(self, text: str) -> Iterator[str]:
        """The sentences that are whole now."""
        self._held += text
        while (end := self._end()) is not None:
            sentence, self._held = self._held[:end], self._held[end:]
            yield sentence

    def rest(self) -> str:
        """What is left at the end of the stream."""
        rest, self._held = self._held, ""
        return rest

    def _end(self) -> int | None:
        for found in _END.finditer(self._held):
            at_the_edge = found.end() == len(self._held) and "\n" not in found.group()
            if not at_the_edge and not _ABBREVIATION.search(self._held[: found.start() + 1]):
                return found.end()
        return None


def cut(text: str) -> list[str]:
    """The sentences of a whole text."""
    sentences = Sentences()
    whole = [*sentences.feed(text), sentences.rest()]
    return [sentence for sentence in whole if sentence.strip()]

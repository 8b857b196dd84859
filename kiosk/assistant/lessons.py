"""What sentences may rest on, of each entry of the library's knowledge: worked out once.

To find the figures of an entry takes milliseconds, and patrons ask about the same few entries.
"""

from functools import lru_cache

from kiosk.assistant.figures import Figures
from kiosk.assistant.grounding import Judge
from kiosk.core.knowledge import Entry

MOST_ENTRIES = 500


class Lessons:
    """The figures of entries, in the ears of one judge. The last ones are remembered."""

    def __init__(self, judge: Judge) -> None:
        self.judge = judge
        self._remembered = lru_cache(MOST_ENTRIES)(self._heard)

    def of(self, entry: Entry) -> Figures:
        """What an entry tells."""
        return self._remembered(entry)

    def _heard(self, entry: Entry) -> Figures:
        addresses = [*(link.url for link in entry.links), entry.url]
        return self.judge.told(f"{entry.question}\n{entry.answer}", addresses)

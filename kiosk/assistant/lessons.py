"""What sentences may rest on, of each entry of the library's knowledge: worked out once.

To take an entry apart takes milliseconds, and patrons ask about the same few entries.
"""

from functools import lru_cache

from kiosk.assistant.grounding import Judge
from kiosk.assistant.support import Lesson
from kiosk.core.knowledge import Entry

MOST_ENTRIES = 500


class Lessons:
    """The lessons of entries, in the ears of one judge. The last ones are remembered."""

    def __init__(self, judge: Judge) -> None:
        self.judge = judge
        self._remembered = lru_cache(MOST_ENTRIES)(judge.lesson)

    def of(self, entry: Entry) -> Lesson:
        """What an entry tells."""
        return self._remembered(entry)

"""What one conversation with LibCal brought."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from kiosk.core.hours import HoursDay
from kiosk.core.places import Place


@dataclass(frozen=True, slots=True)
class Fetched:
    """Parsed and checked; nothing further in sees JSON.

    Attributes:
        places: Every place that LibCal described, each once.
        days: Every day inside the window that LibCal said anything of, each once; a day it
            called by a status that we do not know is ``UNKNOWN`` here.
        silent: Ids that were asked for, and of which LibCal told not one day.
    """

    places: tuple[Place, ...]
    days: tuple[HoursDay, ...]
    silent: frozenset[int] = frozenset()


class Fetcher(Protocol):
    """Someone who can ask LibCal."""

    async def fetch(self, first: date, last: date) -> Fetched:
        """Hours of every place from ``first`` to ``last``, both included.

        Raises:
            LibCalUnavailable: no answer, or one that says "later".
            LibCalRefused: LibCal does not accept our credentials or our question.
            LibCalNonsense: the answer is not LibCal's.
        """

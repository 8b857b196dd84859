"""Counts in memory."""

from collections import Counter as Numbers
from collections.abc import Mapping

from kiosk.core.tallies import Tally


class CountedInMemory:
    """Everything that was counted, by name and labels."""

    def __init__(self) -> None:
        self.counted: Numbers[tuple[str, ...]] = Numbers()

    def count(self, name: Tally, labels: Mapping[str, str], amount: int = 1) -> None:
        self.counted[(name.value, *labels.values())] += amount

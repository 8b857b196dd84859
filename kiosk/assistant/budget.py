"""What the language model may cost: a visit, a day, a month of this terminal.

Limits are approached in steps, so that nothing stops of a sudden: staff are warned, then a smaller
model answers, and at the limit the terminal answers from its own data only, until the visit, the
day or the month is over.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from zoneinfo import ZoneInfo

from kiosk.assistant.model import Usage
from kiosk.core.clock import Clock
from kiosk.core.content import ModelPrice
from kiosk.core.settings import Budget as Limits
from kiosk.store.worker import DatabaseThread

_MILLION = 1_000_000


class Step(IntEnum):
    """How near a limit is."""

    AS_USUAL = 0
    WARNED = 1
    ECONOMICAL = 2
    LOCAL_ONLY = 3


@dataclass(frozen=True, slots=True)
class Spent:
    """What was used up.

    Attributes:
        tokens: Of input and output.
        cost: In millionths of the currency.
    """

    tokens: int = 0
    cost: int = 0

    def __add__(self, other: "Spent") -> "Spent":
        return Spent(self.tokens + other.tokens, self.cost + other.cost)


SpentBetween = Callable[[date, date], Spent]
"""What this terminal used from one day of the library to another, both included."""


class Prices:
    """What models cost.

    Args:
        by_model: The price of each, as the library's content tells them.
        model: Whose price counts where it is not told which model answered.
    """

    def __init__(self, by_model: Mapping[str, ModelPrice], model: str) -> None:
        self._by_model = by_model
        self._model = model

    def cost(self, usage: Usage) -> int:
        """Millionths of the currency; 0 for a model without a price."""
        name = usage.model or self._model
        # Services answer with a dated name ("gpt-5-mini-2026-08-01") for the one asked for.
        known = [price for price in self._by_model if name == price or name.startswith(f"{price}-")]
        if not known:
            return 0
        price = self._by_model[max(known, key=len)]
        return round(usage.input_tokens * price.input + usage.output_tokens * price.output)


class Budget:
    """Counts what was spent, and says what may still be.

    Args:
        limits: As configured; 0 is no limit.
        prices: What models cost.
        spent_between: Reads what was spent before this process began, on ``database_thread``.
        database_thread: Owns the database's connection.
        clock: Says which day it is.
        zone: The library's zone; days and months are its days and months.
        warn: Told once a day, in a sentence for staff, when a limit comes near.
    """

    def __init__(
        self,
        limits: Limits,
        prices: Prices,
        *,
        spent_between: SpentBetween,
        database_thread: DatabaseThread,
        clock: Clock,
        zone: ZoneInfo,
        warn: Callable[[str], None],
    ) -> None:
        self._limits = limits
        self._prices = prices
        self._spent_between = spent_between
        self._database_thread = database_thread
        self._clock = clock
        self._zone = zone
        self._warn = warn
        self._visit = Spent()
        self._visit_calls = 0
        self._day: date | None = None
        self._today = Spent()
        self._this_month = Spent()
        self._warned_on: date | None = None

    def begin_visit(self) -> None:
        """Somebody else stands at the terminal."""
        self._visit, self._visit_calls = Spent(), 0

    @property
    def is_visit_spent(self) -> bool:
        """Whether it is this visit that may ask no more."""
        return max(self._shares_of_visit()) >= 1

    async def step(self) -> Step:
        """How near a limit is now.

        Raises:
            StorageError: what was spent before cannot be read.
        """
        await self._turn_to_today()
        share = max(self._shares_of_terminal())
        self._warn_once(share)
        if max(share, *self._shares_of_visit()) >= 1:
            return Step.LOCAL_ONLY
        if share >= self._limits.economical_at:
            return Step.ECONOMICAL
        return Step.WARNED if share >= self._limits.warn_at else Step.AS_USUAL

    def ask(self) -> None:
        """The model is asked once more in this visit."""
        self._visit_calls += 1

    def pay(self, usage: Usage) -> int:
        """Something was used; its cost comes back, in millionths of the currency."""
        cost = self._prices.cost(usage)
        spent = Spent(usage.input_tokens + usage.output_tokens, cost)
        self._visit += spent
        self._today += spent
        self._this_month += spent
        return cost

    async def _turn_to_today(self) -> None:
        today = self._clock.now().astimezone(self._zone).date()
        if today != self._day:
            first = today.replace(day=1)
            read = self._spent_between
            self._today, self._this_month = await self._database_thread.run(
                lambda: (read(today, today), read(first, today))
            )
            self._day = today

    def _shares_of_visit(self) -> list[float]:
        limits = self._limits
        return [
            _share(self._visit.tokens, limits.visit_tokens),
            _share(self._visit_calls, limits.visit_questions),
        ]

    def _shares_of_terminal(self) -> list[float]:
        limits = self._limits
        return [
            _share(self._today.tokens, limits.day_tokens),
            _share(self._today.cost, limits.day_cost * _MILLION),
            _share(self._this_month.cost, limits.month_cost * _MILLION),
        ]

    def _warn_once(self, share: float) -> None:
        if share >= self._limits.warn_at and self._warned_on != self._day:
            self._warned_on = self._day
            self._warn(
                f"{share:.0%} of what the language model may cost on this terminal is spent; "
                "at 100% it answers from its own data only (settings under `budget`)"
            )


def _share(used: float, limit: float) -> float:
    return used / limit if limit > 0 else 0.0

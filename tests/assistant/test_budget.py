"""What the language model may cost, and what happens before it costs too much."""

from dataclasses import dataclass, field
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.assistant.budget import Budget, Prices, Spent, Step
from kiosk.assistant.model import Usage
from kiosk.core.content import ModelPrice
from kiosk.core.settings import Budget as Limits
from kiosk.store.worker import DatabaseThread
from tests.assistant.library import ZONE
from tests.fakes.clock import TurnableClock

PRICES = Prices(
    {
        "small": ModelPrice("small", 0.25, 2.0),
        "small-mini": ModelPrice("small-mini", 0.05, 0.4),
    },
    "small",
)


@dataclass
class Purse:
    """A budget with what it stands on."""

    limits: Limits
    clock: TurnableClock = field(default_factory=TurnableClock)
    before: dict[date, Spent] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    budget: Budget = field(init=False)

    def __post_init__(self) -> None:
        self.thread = DatabaseThread()
        self.budget = Budget(
            self.limits,
            PRICES,
            spent_between=self._spent,
            database_thread=self.thread,
            clock=self.clock,
            zone=ZONE,
            warn=self.warnings.append,
        )

    def _spent(self, first: date, last: date) -> Spent:
        return sum(
            (spent for day, spent in self.before.items() if first <= day <= last), start=Spent()
        )

    async def step(self) -> Step:
        return await self.budget.step()


def used(tokens: int, model: str = "small") -> Usage:
    return Usage(model, tokens, 0, estimated=False)


@pytest.mark.parametrize(
    ("model", "cost"),
    [
        ("small", 2_250_000),
        ("small-2026-08-01", 2_250_000),
        ("small-mini", 450_000),
        ("small-mini-2026-08-01", 450_000),
        ("", 2_250_000),
        ("smallest", 0),
    ],
)
def test_a_model_costs_what_the_price_list_says(model: str, cost: int) -> None:
    """Of a million tokens each way, in millionths; a dated name costs as the one without."""
    assert PRICES.cost(Usage(model, 1_000_000, 1_000_000, estimated=False)) == cost


async def test_the_steps_come_before_the_limit() -> None:
    purse = Purse(Limits(day_tokens=1_000, warn_at=0.5, economical_at=0.8))
    steps = [await purse.step()]
    for _ in range(5):
        purse.budget.pay(used(200))
        steps.append(await purse.step())
    assert steps == [
        Step.AS_USUAL,
        Step.AS_USUAL,
        Step.AS_USUAL,
        Step.WARNED,
        Step.ECONOMICAL,
        Step.LOCAL_ONLY,
    ]
    purse.thread.close()


async def test_staff_are_warned_once_a_day() -> None:
    purse = Purse(Limits(day_tokens=1_000))
    await purse.step()
    purse.budget.pay(used(810))
    for _ in range(3):
        await purse.step()
    assert len(purse.warnings) == 1
    assert purse.warnings[0].startswith("81% of what the language model may cost")
    purse.clock.advance(hours=24)
    purse.before = {date(2026, 11, 26): Spent(tokens=900)}
    await purse.step()
    assert len(purse.warnings) == 2
    purse.thread.close()


async def test_a_visit_that_asks_for_ever_is_answered_locally_until_it_ends() -> None:
    purse = Purse(Limits(visit_questions=2, visit_tokens=0))
    for _ in range(2):
        assert await purse.step() is Step.AS_USUAL
        purse.budget.ask()
    assert await purse.step() is Step.LOCAL_ONLY
    assert purse.budget.is_visit_spent
    purse.budget.begin_visit()
    assert await purse.step() is Step.AS_USUAL
    assert not purse.budget.is_visit_spent
    assert purse.warnings == []
    purse.thread.close()


async def test_what_was_spent_before_a_restart_counts() -> None:
    purse = Purse(
        Limits(month_cost=5),
        before={
            date(2026, 11, 2): Spent(cost=4_900_000),
            date(2026, 10, 31): Spent(cost=9_000_000),
        },
    )
    assert await purse.step() is Step.ECONOMICAL
    purse.budget.pay(used(400_000))
    assert await purse.step() is Step.LOCAL_ONLY
    purse.thread.close()


async def test_a_new_day_and_a_new_month_begin_at_what_was_spent_in_them() -> None:
    purse = Purse(Limits(visit_tokens=0, day_cost=1, month_cost=100))
    await purse.step()
    purse.budget.pay(used(4_000_000))
    assert await purse.step() is Step.LOCAL_ONLY
    purse.clock.advance(hours=24)
    assert await purse.step() is Step.AS_USUAL
    purse.thread.close()


@given(
    st.lists(st.integers(0, 500), max_size=20),
    st.sampled_from([Limits(), Limits(day_tokens=1_000), Limits(visit_tokens=700, day_tokens=900)]),
)
async def test_money_spent_never_makes_more_room(spent: list[int], limits: Limits) -> None:
    purse = Purse(limits)
    last = await purse.step()
    for tokens in spent:
        purse.budget.pay(used(tokens))
        now = await purse.step()
        assert now >= last
        last = now
    purse.thread.close()

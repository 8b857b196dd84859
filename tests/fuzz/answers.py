"""Mutated answers of LibCal, one after the other, each fed to a terminal that has good hours."""

from collections import Counter
from dataclasses import dataclass, field
from random import Random
from typing import Any

from kiosk.core.errors import KioskError
from kiosk.core.settings import LibCal
from kiosk.store.database import Database
from tests.fuzz import oracle
from tests.fuzz.checks import after_a_refusal, after_an_answer
from tests.fuzz.mutations import as_bytes, mutated
from tests.fuzz.payloads import api_answer, grid_answer
from tests.fuzz.terminal import API, WIDGET, WIDGET_ALL, Terminal, terminal

BEGINNINGS = 8
"""Different good hours that a terminal may have before it meets an answer."""


@dataclass
class Report:
    """How a run went.

    Attributes:
        taken: Answers of which the terminal kept something.
        days: Days in those that were compared with the oracle.
        refused: Answers that were refused, by the kind of error.
        faults: What must not be, each with the number of its answer.
    """

    taken: int = 0
    days: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        refused = ", ".join(f"{count} {name}" for name, count in sorted(self.refused.items()))
        return (
            f"{self.taken} taken ({self.days} days compared), "
            f"{self.refused.total()} refused ({refused}), {len(self.faults)} faults"
        )


async def run(count: int, seed: int, *, first: int = 0) -> Report:
    """Feed so many answers to a terminal. The same seed and number make the same answer."""
    report = Report()
    async with terminal() as it:
        beginnings = [await _good(it, _chance(seed, f"good {n}")) for n in range(BEGINNINGS)]
        it.clock.advance(hours=1)
        for n in range(first, first + count):
            chance = _chance(seed, str(n))
            await it.set_back(chance.choice(beginnings))
            for fault in await _one(it, chance, report):
                report.faults.append(f"answer {n}: {fault}"[:300])
    return report


def _chance(seed: int, what: str) -> Random:
    return Random(f"{seed}:{what}")  # noqa: S311  the same each time, which is the point


async def _good(it: Terminal, chance: Random) -> Database:
    it.body = as_bytes(api_answer(chance))
    await it.sync(API)
    return await it.saved()


async def _one(it: Terminal, chance: Random, report: Report) -> list[str]:
    settings = chance.choice((API, WIDGET, WIDGET_ALL))
    answer = _answer(settings, chance)
    it.body = mutated(answer, chance)
    before = await it.kept()
    try:
        await it.sync(settings, accept=chance.random() < 0.5)
    except KioskError as error:
        report.refused[type(error).__name__] += 1
        return list(after_a_refusal(error, before, await it.kept()))
    except Exception as error:  # noqa: BLE001  whatever it is, it is a finding
        return [f"{type(error).__name__}: {error}"]
    report.taken += 1
    told = oracle.entries(it.body)
    report.days += len(told)
    original, after = oracle.entries(as_bytes(answer)), await it.kept()
    is_list_ours = bool(settings.location_ids)
    return list(after_an_answer(told, original, before, after, is_list_ours=is_list_ours))


def _answer(settings: LibCal, chance: Random) -> Any:
    return api_answer(chance) if settings is API else grid_answer(chance)


__all__ = ["Report", "run"]

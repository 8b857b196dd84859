"""Asked again where it may help, left alone where it cannot."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing

import pytest

from kiosk.assistant.model import (
    Message,
    ModelPiece,
    Said,
    Speaker,
    TextDelta,
    ToolDescription,
    Usage,
)
from kiosk.assistant.openai_model import OpenAIModel
from kiosk.assistant.steadfast_model import SteadfastModel
from kiosk.core.errors import AssistantRefused, AssistantUnavailable
from kiosk.core.secret import Secret
from kiosk.core.settings import OpenAI
from kiosk.net.breaker import CircuitBreaker
from tests.fakes.chance import seeded
from tests.fakes.clock import TurnableClock
from tests.fakes.model import Fault, ModelSimulator, Turn
from tests.fakes.waiting import eventually

QUESTION = (Message(Speaker.PATRON, "Where do I cite?"),)
BILL = Usage("small", 1, 1, estimated=False)
FINE: tuple[ModelPiece | Exception, ...] = (TextDelta("Fine."), BILL)
BUSY = AssistantUnavailable("busy")


class Scripted:
    """A model that plays a list of turns, each a list of pieces or an error."""

    def __init__(self, *turns: Sequence[ModelPiece | Exception | float]) -> None:
        self.turns = list(turns)
        self.asked: list[bool] = []
        self.closed = 0

    async def reply(
        self,
        said: Sequence[Said],
        tools: Sequence[ToolDescription],
        *,
        economical: bool = False,
    ) -> AsyncGenerator[ModelPiece, None]:
        del said, tools
        self.asked.append(economical)
        for part in self.turns.pop(0) if self.turns else FINE:
            if isinstance(part, Exception):
                raise part
            if isinstance(part, float):
                await asyncio.sleep(part)
            else:
                yield part

    async def aclose(self) -> None:
        self.closed += 1


class Bench:
    """A steadfast model with a clock of its own."""

    def __init__(
        self,
        *turns: Sequence[ModelPiece | Exception | float],
        retries: int = 1,
        patience_seconds: float = 8.0,
    ) -> None:
        self.clock = TurnableClock()
        self.scripted = Scripted(*turns)
        self.breaker = CircuitBreaker(
            "The language model",
            AssistantUnavailable,
            self.clock.monotonic,
            failures=3,
            rest_seconds=30,
        )
        self.model = SteadfastModel(
            self.scripted,
            self.breaker,
            self.clock,
            seeded(),
            retries=retries,
            patience_seconds=patience_seconds,
        )
        self.heard: list[ModelPiece] = []
        self.told: list[bool] = []
        self.model.listen(self.told.append)

    async def ask(self) -> None:
        async for piece in self.model.reply(QUESTION, (), economical=True):
            self.heard.append(piece)

    async def ask_and_turn(self) -> None:
        """Ask, and turn the clock over every wait."""
        asking = asyncio.ensure_future(self.ask())
        while not asking.done():
            if self.clock.sleeping:
                self.clock.advance(self.clock.sleeping[0] + 1e-6)
            await asyncio.sleep(0)
        await asking


async def test_what_works_is_passed_on() -> None:
    bench = Bench(FINE)
    await bench.ask()
    assert bench.heard == list(FINE)
    assert bench.scripted.asked == [True]
    await bench.model.aclose()
    assert bench.scripted.closed == 1


async def test_before_the_first_word_it_is_asked_again_after_a_short_wait() -> None:
    bench = Bench([BILL, BUSY], FINE)
    await bench.ask_and_turn()
    # The first try may have cost something too.
    assert bench.heard == [BILL, *FINE]
    (wait,) = bench.clock.slept
    assert 0.1 < wait < 1
    assert bench.model.available


async def test_waits_are_spread() -> None:
    benches = [Bench([BUSY], [BUSY], [BUSY], retries=2) for _ in range(2)]
    for bench in benches:
        with pytest.raises(AssistantUnavailable, match="busy"):
            await bench.ask_and_turn()
        assert len(set(bench.clock.slept)) == 2


async def test_it_is_asked_no_more_often_than_allowed() -> None:
    bench = Bench([BUSY], [BUSY], FINE)
    with pytest.raises(AssistantUnavailable, match="busy"):
        await bench.ask_and_turn()
    assert len(bench.scripted.asked) == 2


async def test_after_the_first_word_nothing_is_said_twice() -> None:
    bench = Bench([TextDelta("Ask"), BILL, BUSY], FINE)
    with pytest.raises(AssistantUnavailable, match="busy"):
        await bench.ask_and_turn()
    assert bench.heard == [TextDelta("Ask"), BILL]
    assert len(bench.scripted.asked) == 1


async def test_a_no_is_not_asked_again() -> None:
    bench = Bench([AssistantRefused("no")], FINE)
    with pytest.raises(AssistantRefused):
        await bench.ask_and_turn()
    assert len(bench.scripted.asked) == 1
    assert bench.model.available


async def test_the_patience_is_for_all_tries_together() -> None:
    bench = Bench([BUSY], [10.0], patience_seconds=0.5)
    with pytest.raises(AssistantUnavailable, match="in time"):
        await bench.ask_and_turn()
    assert len(bench.scripted.asked) == 2


async def test_words_may_come_later_than_the_patience_for_the_first() -> None:
    bench = Bench([TextDelta("Ask"), 0.2, *FINE], patience_seconds=0.1)
    await bench.ask()
    assert bench.heard == [TextDelta("Ask"), *FINE]


async def test_a_wait_that_is_asked_for_is_kept_if_a_person_can() -> None:
    bench = Bench([AssistantUnavailable("busy", retry_after=3)], FINE)
    await bench.ask_and_turn()
    assert bench.clock.slept == [3]


async def test_a_longer_wait_is_a_rest_in_which_nobody_waits() -> None:
    bench = Bench([AssistantUnavailable("busy", retry_after=120)], FINE)
    with pytest.raises(AssistantUnavailable, match="busy"):
        await bench.ask()
    assert bench.told == [False]
    bench.clock.advance(119)
    with pytest.raises(AssistantUnavailable, match="left alone"):
        await bench.ask()
    assert len(bench.scripted.asked) == 1
    bench.clock.advance(2)
    await bench.ask()
    assert bench.told == [False, True]


async def test_a_service_that_keeps_failing_is_left_alone_and_the_screen_knows() -> None:
    bench = Bench([BUSY], [BUSY], [BUSY], retries=0)
    watching = asyncio.ensure_future(bench.model.watch())
    for _ in range(3):
        with pytest.raises(AssistantUnavailable, match="busy"):
            await bench.ask()
    assert not bench.model.available
    with pytest.raises(AssistantUnavailable, match="left alone"):
        await bench.ask()
    assert len(bench.scripted.asked) == 3
    # The rest is over by itself, without anybody's question.
    await bench.clock.wake_next()
    await eventually(lambda: bench.told == [False, True])
    watching.cancel()
    await asyncio.gather(watching, return_exceptions=True)


async def test_a_stream_that_breaks_off_counts_as_a_failure() -> None:
    bench = Bench(*[[TextDelta("Ask"), BUSY]] * 3)
    for _ in range(3):
        with pytest.raises(AssistantUnavailable):
            await bench.ask()
    assert not bench.model.available


async def test_who_goes_away_has_shown_nothing() -> None:
    bench = Bench(*[[TextDelta("Ask"), 10.0]] * 5)
    for _ in range(5):
        async with aclosing(bench.model.reply(QUESTION, ())) as pieces:
            assert await anext(pieces) == TextDelta("Ask")
    assert bench.model.available
    assert bench.told == []


async def test_against_a_real_service_the_second_try_succeeds() -> None:
    with ModelSimulator(Turn(status=503), Turn("Fine.", piece=5)) as simulator:
        heard = await _asked_for_real(simulator)
        assert len(simulator.asked) == 2
    assert heard[0] == TextDelta("Fine.")


async def test_cancelling_hangs_up_on_a_real_service_at_once() -> None:
    with ModelSimulator(Turn(fault=Fault.SILENT)) as simulator:
        task = asyncio.ensure_future(_asked_for_real(simulator))
        await eventually(lambda: bool(simulator.asked))
        task.cancel()
        await eventually(lambda: simulator.hung_up == 1, within=1)
        await asyncio.gather(task, return_exceptions=True)
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def _asked_for_real(simulator: ModelSimulator) -> list[ModelPiece]:
    settings = OpenAI(base_url=simulator.base_url, api_key=Secret("invented-key"), model="small")
    bench = Bench()
    model = SteadfastModel(
        OpenAIModel(settings), bench.breaker, bench.clock, seeded(), retries=1, patience_seconds=8
    )
    turning = asyncio.ensure_future(_turn_on(bench.clock))
    try:
        return [piece async for piece in model.reply(QUESTION, ())]
    finally:
        turning.cancel()
        await asyncio.gather(turning, return_exceptions=True)
        await model.aclose()


async def _turn_on(clock: TurnableClock) -> None:
    while True:
        await clock.wake_next()

"""A terminal that is not sure of the time says so, and nothing of hours."""

import json

import pytest

from kiosk.assistant.model import ToolCall
from kiosk.assistant.tools import Tools
from kiosk.core.clock import FixedClock
from kiosk.hours.calendar import Calendar
from kiosk.store.worker import DatabaseThread
from tests.assistant.library import (
    MARLOWE,
    NOW,
    ZONE,
    MemoryHours,
    directory,
    local_answers,
    system_hours,
)
from tests.fakes.knowledge import KnownQuestions


@pytest.mark.parametrize(
    "question", ["are you open", "when do you close tomorrow", "which libraries are open late"]
)
def test_nothing_is_said_of_hours(question: str) -> None:
    answers = local_answers(is_time_doubtful=lambda: True)
    answer = answers.answer(question, language="en", here=MARLOWE)
    assert answer.facts == ()
    assert answer.offer_handoff
    assert answer.text.startswith("I'm not sure what time it is right now")


def test_places_and_phones_are_still_told() -> None:
    answers = local_answers(is_time_doubtful=lambda: True)
    assert answers.answer("where is the law library", language="en", here=MARLOWE).facts


async def test_the_model_is_told_no_hours_either() -> None:
    thread = DatabaseThread()
    known = directory()
    tools = Tools(
        lambda: known,
        Calendar(MemoryHours(system_hours()), ZONE),
        KnownQuestions(),
        FixedClock(NOW),
        thread,
        languages=("en",),
        is_time_doubtful=lambda: True,
    )
    try:
        for name in ("open_now", "hours_of_place"):
            arguments = {"location_id": MARLOWE, "first": "2026-11-25", "last": "2026-11-25"}
            looked = await tools.run(ToolCall("1", name, json.dumps(arguments)), "en")
            assert looked.facts == ()
            assert "not sure of the time" in looked.content
    finally:
        thread.close()

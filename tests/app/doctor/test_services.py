from datetime import UTC, date, datetime
from typing import Any

import httpx
import pytest

from kiosk.app.doctor.finding import Verdict
from kiosk.app.doctor.services import desk_answers, libcal_answers, model_answers
from kiosk.core.clock import FixedClock
from kiosk.core.secret import Secret
from kiosk.core.settings import Desk, LibCal, OpenAI
from kiosk.demo.libcal import libcal_simulator
from kiosk.demo.library import alder_bay

NOW = datetime(2026, 11, 25, 17, tzinfo=UTC)
TODAY = date(2026, 11, 25)
LOOPBACK = "http://127.0.0.1:1"
DESK = Desk(url=LOOPBACK, token=Secret("hush"))
PROBLEM = {"Content-Type": "application/problem+json"}


def answering(status: int, **more: Any) -> httpx.MockTransport:
    return httpx.MockTransport(lambda _: httpx.Response(status, **more))


async def libcal(settings: LibCal, transport: httpx.AsyncBaseTransport | None = None) -> Verdict:
    finding = await libcal_answers(settings, FixedClock(NOW), TODAY, lambda: transport)
    return finding.verdict


async def test_libcal_is_asked_for_today() -> None:
    simulator = httpx.ASGITransport(libcal_simulator(alder_bay(), FixedClock(NOW)))
    address = f"{LOOPBACK}/api/1.1"
    assert await libcal(LibCal()) is Verdict.WARNING
    assert await libcal(LibCal(base_url=address, iid=9100), simulator) is Verdict.OK
    assert await libcal(LibCal(base_url=address, iid=1), simulator) is Verdict.FAILED
    assert await libcal(LibCal(base_url=address), simulator) is Verdict.FAILED
    unknown = LibCal(base_url=address, iid=9100, location_ids=(9101, 7))
    assert await libcal(unknown, simulator) is Verdict.WARNING


@pytest.mark.parametrize(
    ("settings", "transport", "verdict"),
    [
        (Desk(), None, Verdict.WARNING),
        (Desk(url=LOOPBACK), None, Verdict.FAILED),
        (DESK, answering(404, headers=PROBLEM), Verdict.OK),
        (DESK, answering(404, html="<h1>Not found</h1>"), Verdict.FAILED),
        (DESK, answering(401, headers=PROBLEM), Verdict.FAILED),
        (DESK, answering(503), Verdict.FAILED),
        (DESK, answering(200, html="<h1>Sign in to the network</h1>"), Verdict.FAILED),
        (DESK, None, Verdict.FAILED),
    ],
)
async def test_the_desk_is_asked_for_a_ticket_that_is_none(
    settings: Desk, transport: httpx.AsyncBaseTransport | None, verdict: Verdict
) -> None:
    finding = await desk_answers(settings, lambda: transport)
    assert finding.verdict is verdict
    assert "hush" not in finding.sentence


async def test_a_desk_that_knows_what_was_just_invented_is_suspicious() -> None:
    def agree(request: httpx.Request) -> httpx.Response:
        number = request.url.path.rpartition("/")[2]
        return httpx.Response(200, json={"id": number, "code": "K7M4", "state": "closed"})

    finding = await desk_answers(DESK, lambda: httpx.MockTransport(agree))
    assert finding.verdict is Verdict.WARNING


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        (200, Verdict.OK),
        (401, Verdict.FAILED),
        (404, Verdict.WARNING),
        (500, Verdict.FAILED),
    ],
)
async def test_the_model_is_asked_for_its_list(status: int, verdict: Verdict) -> None:
    settings = OpenAI(base_url=f"{LOOPBACK}/v1", api_key=Secret("hush"))
    finding = await model_answers(settings, lambda: answering(status))
    assert finding.verdict is verdict
    assert "hush" not in finding.sentence


async def test_a_terminal_without_a_model_is_well() -> None:
    finding = await model_answers(OpenAI(), lambda: None)
    assert finding.verdict is Verdict.OK

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


MODELS = {"data": [{"id": "small"}, {"id": "tiny"}]}


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        (httpx.Response(200, json=MODELS), Verdict.OK),
        (httpx.Response(200, json={"data": [{"id": "another"}]}), Verdict.WARNING),
        (httpx.Response(200, html="<h1>Sign in to the network</h1>"), Verdict.WARNING),
        (httpx.Response(200, json=[]), Verdict.WARNING),
        (httpx.Response(302), Verdict.FAILED),
        (httpx.Response(401), Verdict.FAILED),
        (httpx.Response(404), Verdict.WARNING),
        (httpx.Response(500), Verdict.FAILED),
    ],
)
async def test_the_model_is_asked_for_its_list(answer: httpx.Response, verdict: Verdict) -> None:
    settings = OpenAI(base_url=f"{LOOPBACK}/v1", api_key=Secret("hush"), model="small")
    finding = await model_answers(settings, lambda: httpx.MockTransport(lambda _: answer))
    assert finding.verdict is verdict
    assert "hush" not in finding.sentence


@pytest.mark.parametrize(
    ("smaller", "verdict"), [("tiny", Verdict.OK), ("tinier", Verdict.WARNING)]
)
async def test_a_smaller_model_is_looked_for_too(smaller: str, verdict: Verdict) -> None:
    settings = OpenAI(LOOPBACK, Secret("hush"), model="small", smaller_model=smaller)
    assert (await model_answers(settings, lambda: answering(200, json=MODELS))).verdict is verdict


async def test_azure_is_asked_in_its_own_way() -> None:
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(200, json=MODELS)

    settings = OpenAI(LOOPBACK, Secret("hush"), api_version="2026-06-01", model="front-desk")
    finding = await model_answers(settings, lambda: httpx.MockTransport(answer))
    assert finding.verdict is Verdict.OK
    assert asked[0].url == f"{LOOPBACK}/openai/models?api-version=2026-06-01"
    assert asked[0].headers["api-key"] == "hush"
    assert "authorization" not in asked[0].headers
    nowhere = OpenAI(api_key=Secret("hush"), api_version="2026-06-01")
    assert (await model_answers(nowhere, lambda: None)).verdict is Verdict.FAILED


async def test_a_terminal_without_a_model_is_well() -> None:
    finding = await model_answers(OpenAI(), lambda: None)
    assert finding.verdict is Verdict.OK

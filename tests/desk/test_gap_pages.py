"""The page "Knowledge gaps", its file, its buttons, and what terminals may post for it."""

import re

import httpx
import pytest

from kiosk.core.tallies import Count, Tally
from tests.desk.running import RunningDesk
from tests.desk.told import feedback_json, tallies_at, thumbs
from tests.fakes.clock import NOON

GAP = Count(Tally.GAPS, ("unknown", "wifi"), 5)


async def told(desk: RunningDesk, *counts: Count, name: str = "Ground floor") -> None:
    """A terminal tells today's counts."""
    terminal = await desk.terminal(name)
    answer = await terminal.client.post("/tallies", json=tallies_at(NOON, *counts))
    assert answer.status_code == httpx.codes.NO_CONTENT, answer.text


async def sent(desk: RunningDesk, **fields: object) -> str:
    """A terminal brings a question; its id."""
    terminal, body = await desk.terminal(), feedback_json(**fields)
    answer = await terminal.client.post(
        "/feedback", json=body, headers={"Idempotency-Key": str(body["id"])}
    )
    assert answer.status_code == httpx.codes.CREATED, answer.text
    return str(body["id"])


async def test_nobody_reads_it_who_is_not_signed_in(desk: RunningDesk) -> None:
    browser = await desk.browser()
    page = await browser.get("/gaps")
    assert page.headers["Location"] == "/sign-in?onward=/gaps"
    for request in (browser.get("/gaps.csv"), browser.post("/gaps/questions/" + "0" * 32)):
        assert (await request).status_code != httpx.codes.OK


async def test_without_anything_told_it_says_so(desk: RunningDesk) -> None:
    page = await (await desk.librarian()).get("/gaps")
    assert "No gaps known in this time" in page.text


async def test_it_shows_entries_intents_and_sums(desk: RunningDesk) -> None:
    await told(desk, thumbs("down", 3, reason="unclear"), thumbs("up", 1), GAP)
    page = (await (await desk.librarian()).get("/gaps")).text
    assert re.search(r"print-cost.*?>3<.*?>1<.*?75 %.*?>0<", page, re.DOTALL)
    assert re.search(r"wifi.*?>5<", page, re.DOTALL)
    assert "Hard to understand&nbsp;<b>3</b>" in page


async def test_it_shows_how_hand_offs_went(desk: RunningDesk) -> None:
    browser = await desk.librarian()
    assert "Patrons: resolved" not in (await browser.get("/gaps")).text
    await told(desk, Count(Tally.RESOLVED, ("yes",), 7), Count(Tally.RESOLVED, ("no",), 2))
    page = (await browser.get("/gaps")).text
    assert re.search(r"Patrons: resolved</dt><dd>7<.*Patrons: not yet</dt><dd>2<", page, re.DOTALL)


async def test_it_shows_the_terminal_and_the_time_asked_for(desk: RunningDesk) -> None:
    await told(desk, thumbs("down", 3))
    await told(desk, thumbs("down", 1, entry="wifi"), name="Upstairs")
    browser = await desk.librarian()
    page = (await browser.get("/gaps", params={"days": "90", "terminal": "Upstairs"})).text
    assert "wifi" in page
    assert "print-cost" not in page
    assert '<option value="90" selected>' in page
    assert "<option selected>Upstairs</option>" in page
    odd = await browser.get("/gaps", params={"days": "7000", "terminal": "x" * 5_000})
    assert odd.status_code == httpx.codes.OK


async def test_the_file_holds_what_the_page_shows(desk: RunningDesk) -> None:
    await told(desk, thumbs("down", 3))
    file = await (await desk.librarian()).get("/gaps.csv?days=90")
    assert file.headers["Content-Disposition"].endswith('"knowledge-gaps-2026-11-25-90-days.csv"')
    assert "entry,print-cost,0,3,0,0,0,0,0" in file.text


async def test_a_patrons_question_is_escaped_and_can_be_done(desk: RunningDesk) -> None:
    question = await sent(desk, question="<script>alert(1)</script> & more?")
    browser = await desk.librarian()
    page = (await browser.get("/gaps")).text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more?" in page
    assert "Something was missing" in page

    form = {"done": "yes", "days": "90", "terminal": "Ground floor"}
    answer = await browser.post(f"/gaps/questions/{question}", data=form)
    assert answer.headers["Location"] == "/gaps?days=90&terminal=Ground+floor#questions"
    assert "Done by Maya" in (await browser.get("/gaps")).text
    await browser.post(f"/gaps/questions/{question}", data={"done": "no"})
    assert "Done by" not in (await browser.get("/gaps")).text


async def test_a_question_that_is_gone_is_told_so(desk: RunningDesk) -> None:
    browser = await desk.librarian()
    gone = await browser.post("/gaps/questions/6f3f8a3e-0000-4000-8000-000000000001")
    assert gone.status_code == httpx.codes.NOT_FOUND


@pytest.mark.parametrize("path", ["/tallies", "/feedback"])
async def test_a_terminal_needs_its_token_and_a_body_that_can_be_read(
    desk: RunningDesk, path: str
) -> None:
    terminal = await desk.terminal()
    stranger = await desk.client(f"{desk.url}/api/v1", headers={"Authorization": "Bearer no"})
    keyed = {"Idempotency-Key": "k"}
    assert (await stranger.post(path, json={}, headers=keyed)).status_code == 401
    assert (await terminal.client.post(path, json={"days": 1}, headers=keyed)).status_code == 400
    long = b'{"question": "' + b"x" * 5_000_000 + b'"}'
    assert (await terminal.client.post(path, content=long, headers=keyed)).status_code == 413


async def test_feedback_needs_a_key_and_is_answered_the_same_again(desk: RunningDesk) -> None:
    terminal, body = await desk.terminal(), feedback_json()
    assert (await terminal.client.post("/feedback", json=body)).status_code == 400
    keyed = {"Idempotency-Key": str(body["id"])}
    first, again = [
        await terminal.client.post("/feedback", json=body, headers=keyed) for _ in range(2)
    ]
    assert first.json() == again.json() == {"id": body["id"]}


async def test_the_metrics_tell_what_terminals_counted_today(desk: RunningDesk) -> None:
    await told(
        desk,
        Count(Tally.ANSWERS, ("hours", "local", "en"), 7),
        Count(Tally.ANSWERS, ("hours", "local", "es"), 2),
        Count(Tally.MODEL_TOKENS, ("input", "gpt-5-mini"), 900),
        Count(Tally.MODEL_COST, ("USD",), 125_000),
        thumbs("down", 3),
        GAP,
    )
    metrics = (await (await desk.browser()).get("/metrics")).text
    for line in (
        'answers_today{intent="hours",route="local",terminal="Ground floor"} 9.0',
        'model_tokens_today{kind="input",model="gpt-5-mini",terminal="Ground floor"} 900.0',
        'model_cost_millionths_today{currency="USD",terminal="Ground floor"} 125000.0',
        'thumbs_today{terminal="Ground floor",verdict="down"} 3.0',
    ):
        assert f"kiosk_terminal_{line}" in metrics
    assert metrics == (await (await desk.browser()).get("/metrics")).text

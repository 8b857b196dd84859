"""The librarians' pages, without a browser's script: plain links and forms."""

import asyncio
import json
from uuid import UUID, uuid4

import httpx
import pytest

from tests.desk.running import PASSWORD, RunningDesk
from tests.fakes.clock import NOON, TurnableClock
from tests.noise import Noise

SCRIPT = "<script>alert(1)</script>"


async def test_without_a_session_every_page_leads_to_the_sign_in(desk: RunningDesk) -> None:
    browser = await desk.browser()
    ticket = uuid4()

    front = await browser.get("/")
    page = await browser.get(f"/tickets/{ticket}")
    part = await browser.get(f"/tickets/{ticket}", headers={"X-Part": "ticket"})
    stream = await browser.get("/live", headers={"Accept": "text/event-stream"})
    press = await browser.post(f"/tickets/{ticket}/claim")

    assert front.headers["location"] == "/sign-in"
    assert page.headers["location"] == f"/sign-in?onward=/tickets/{ticket}"
    assert press.status_code == 303
    assert (part.status_code, stream.status_code) == (401, 401)


async def test_an_empty_queue_says_so(desk: RunningDesk) -> None:
    maya = await desk.librarian()

    assert "Nobody is waiting" in (await maya.get("/")).text


async def test_the_queue_shows_what_a_librarian_must_know(
    desk: RunningDesk, clock: TurnableClock
) -> None:
    terminal, maya = await desk.terminal("Ground floor"), await desk.librarian()
    clock.advance(minutes=2)
    await terminal.open(code="K7M4", question="¿Dónde está el atlas?", language="es")

    page = (await maya.get("/")).text

    for shown in ("K7M4", "¿Dónde está el atlas?", "Spanish", "Marlowe Library", "Ground floor"):
        assert shown in page
    assert NOON.strftime("%Y-%m-%dT%H:%M") in page


async def test_a_patrons_words_are_never_markup(desk: RunningDesk) -> None:
    terminal, maya = await desk.terminal(SCRIPT, location=None), await desk.librarian()
    ticket = await terminal.open(
        question=SCRIPT,
        transcript=[{"author": "patron", "text": SCRIPT}],
        language='"><script>',
        name=SCRIPT,
        contact=SCRIPT,
        code=SCRIPT[:12],
        location_id=None,
    )
    await terminal.say(ticket, SCRIPT)

    async with desk.watching(maya) as queue:
        live = json.loads((await anext(queue)).data)["html"]
    pages = [live, (await maya.get("/")).text, (await maya.get(f"/tickets/{ticket}")).text]

    assert not any("<script>" in page for page in pages)
    assert all("&lt;script&gt;" in page for page in pages)


async def test_a_ticket_is_read_claimed_answered_and_closed(desk: RunningDesk) -> None:
    terminal, maya = await desk.terminal(), await desk.librarian()
    ticket = await terminal.open(
        contact="jo@example.edu", transcript=[{"author": "assistant", "text": "I don't know."}]
    )
    preview = (await maya.get(f"/tickets/{ticket}")).text
    assert "jo@example.edu" in preview
    assert "I don&#39;t know." in preview

    claimed = await maya.post(f"/tickets/{ticket}/claim")
    assert claimed.headers["location"] == f"/tickets/{ticket}"
    words = {"text": "Floor 3.\r\nAt the stairs.", "message_id": str(uuid4())}
    await maya.post(f"/tickets/{ticket}/reply", data=words)
    await maya.post(f"/tickets/{ticket}/close", data={"resolved": "yes"})

    page = (await maya.get(f"/tickets/{ticket}")).text
    assert "Floor 3.\nAt the stairs." in page
    assert "Resolved" in page
    assert (await terminal.view(ticket))["state"] == "closed"


async def test_a_letter_that_came_late_says_that_the_patron_may_have_left(
    desk: RunningDesk, clock: TurnableClock
) -> None:
    terminal, maya = await desk.terminal(), await desk.librarian()
    on_time = await terminal.open()
    clock.advance(hours=2)
    late = await terminal.open()

    assert "may have left" in (await maya.get(f"/tickets/{late}")).text
    assert "may have left" not in (await maya.get(f"/tickets/{on_time}")).text


async def test_the_script_gets_the_tickets_part_alone(desk: RunningDesk) -> None:
    terminal, maya = await desk.terminal(), await desk.librarian()
    ticket = await terminal.open()

    answer = await maya.post(f"/tickets/{ticket}/claim", headers={"X-Part": "ticket"})

    assert answer.status_code == 200
    assert answer.text.lstrip().startswith("<article")
    assert "With you" in answer.text


async def test_of_two_who_claim_at_once_one_reads_who_was_faster(desk: RunningDesk) -> None:
    terminal = await desk.terminal()
    both = [await desk.librarian("Maya Okafor"), await desk.librarian("Noah Lindgren")]
    ticket = await terminal.open()

    answers = await asyncio.gather(*(one.post(f"/tickets/{ticket}/claim") for one in both))

    assert sorted(answer.status_code for answer in answers) == [303, 409]
    (refused,) = (answer for answer in answers if answer.status_code == 409)
    winner = (await terminal.view(ticket))["librarian"]
    assert f"{winner} has this ticket now." in refused.text
    assert f'href="/tickets/{ticket}"' in refused.text


async def test_a_colleague_who_cannot_go_on_is_relieved(desk: RunningDesk) -> None:
    terminal = await desk.terminal()
    maya, noah = await desk.librarian("Maya Okafor"), await desk.librarian("Noah Lindgren")
    ticket = await terminal.open()
    await maya.post(f"/tickets/{ticket}/claim")
    page = (await noah.get(f"/tickets/{ticket}")).text
    owner = page.partition('name="from_owner" value="')[2].partition('"')[0]

    await noah.post(f"/tickets/{ticket}/claim", data={"from_owner": owner})

    assert (await terminal.view(ticket))["librarian"] == "Noah"


@pytest.mark.parametrize(
    ("button", "form"),
    [
        ("reply", {"text": "", "message_id": str(UUID(int=0))}),
        ("reply", {"text": "x" * 4_001, "message_id": str(UUID(int=0))}),
        ("reply", {"text": "Hello", "message_id": "no uuid"}),
        ("claim", {"from_owner": "x"}),
    ],
)
async def test_a_form_that_cannot_be_is_refused(
    desk: RunningDesk, button: str, form: dict[str, str]
) -> None:
    terminal, maya = await desk.terminal(), await desk.librarian()
    ticket = await terminal.open()

    answer = await maya.post(f"/tickets/{ticket}/{button}", data=form)

    assert answer.status_code == 400
    assert "Back to the queue" in answer.text


async def test_a_missing_ticket_leads_back_to_the_queue(desk: RunningDesk) -> None:
    maya = await desk.librarian()

    missing = await maya.get(f"/tickets/{uuid4()}")
    nonsense = await maya.get("/nothing")

    assert missing.status_code == nonsense.status_code == 404
    assert "There is no such ticket." in missing.text


async def test_every_change_reaches_the_open_queue(desk: RunningDesk) -> None:
    terminal, maya = await desk.terminal(), await desk.librarian()
    noah = await desk.librarian("Noah Lindgren")

    async with desk.watching(maya) as queue:
        assert "Nobody is waiting" in await until_shown(queue, "Only you are here")
        ticket = await terminal.open(code="K7M4")
        assert part_of(await until_shown(queue, "K7M4"), ticket) == "waiting"
        await maya.post(f"/tickets/{ticket}/claim")
        assert part_of(await until_shown(queue, "With you"), ticket) == "mine"
        await maya.post(f"/tickets/{ticket}/hand-back")
        await noah.post(f"/tickets/{ticket}/claim")
        assert part_of(await until_shown(queue, "With colleagues"), ticket) == "theirs"
        async with desk.watching(noah):
            await until_shown(queue, "2 librarians here")
        await until_shown(queue, "Only you are here")


async def until_shown(queue: object, text: str) -> str:
    """The first state of the queue that shows the text."""
    async with asyncio.timeout(10):
        while True:
            html: str = json.loads((await anext(queue)).data)["html"]  # type: ignore[call-overload]
            if text in html:
                return html


def part_of(html: str, ticket: UUID) -> str:
    """In which part of the queue a ticket stands."""
    card = html.partition(f'data-id="{ticket}"')[2]
    return card.partition('data-part="')[2].partition('"')[0]


async def test_an_open_queue_ends_with_the_session(desk: RunningDesk, clock: TurnableClock) -> None:
    terminal, maya = await desk.terminal(), await desk.librarian()
    async with desk.watching(maya) as queue:
        await until_shown(queue, "Only you are here")
        clock.advance(hours=13)
        await terminal.open()
        rest = [event.event async for event in queue]

    assert rest == ["signed-out"]


async def test_a_lost_database_is_a_page_with_one_sentence(
    desk: RunningDesk, expected_logs: Noise
) -> None:
    expected_logs.allow("cannot be used")
    expected_logs.allow("the queue cannot be shown")
    terminal, maya = await desk.terminal(), await desk.librarian()
    ticket = await terminal.open()
    async with desk.watching(maya) as queue:
        await until_shown(queue, "K7M4")
        desk.lose_tables("answers", "events", "tickets")
        await maya.post(f"/tickets/{ticket}/claim")
        desk.service.end_streams()
        async for _ in queue:
            pass

    page = await maya.get("/")
    assert page.status_code == 503
    assert "cannot reach its storage" in page.text


async def test_pages_bring_everything_themselves_and_forbid_the_rest(desk: RunningDesk) -> None:
    maya = await desk.librarian()

    page = await maya.get("/")

    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["x-content-type-options"] == "nosniff"
    assert "http://" not in page.text.replace(desk.url, "")
    assert "style=" not in page.text
    for path in ("desk.css", "desk.js", "ages.js", "live.js", "queue.js", "sound.js", "ticket.js"):
        answer = await maya.get(f"/static/{path}")
        assert answer.status_code == 200
        assert "https://" not in answer.text


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
@pytest.mark.parametrize("path", ["/tickets/{}/claim", "/sign-out", "/sign-in"])
async def test_a_form_from_another_site_does_nothing(
    desk: RunningDesk, headers: dict[str, str], path: str
) -> None:
    terminal, maya = await desk.terminal(), await desk.librarian()
    ticket = await terminal.open()

    answer = await maya.post(path.format(ticket), headers=headers)

    assert answer.status_code == 403
    assert (await terminal.view(ticket))["state"] == "waiting"
    assert (await maya.get("/")).status_code == 200


async def test_our_own_forms_are_let_in_by_what_any_browser_sends(desk: RunningDesk) -> None:
    terminal, maya = await desk.terminal(), await desk.librarian()

    for headers in ({"Sec-Fetch-Site": "same-origin"}, {"Origin": desk.url}):
        ticket = await terminal.open()
        answer = await maya.post(f"/tickets/{ticket}/claim", headers=headers)
        assert answer.status_code == 303


async def test_a_huge_form_is_not_read(desk: RunningDesk) -> None:
    maya = await desk.librarian()

    answer = await maya.post(f"/tickets/{uuid4()}/reply", data={"text": "x" * 200_000})

    assert answer.status_code == httpx.codes.REQUEST_ENTITY_TOO_LARGE


async def test_signing_in_and_out(desk: RunningDesk) -> None:
    maya = await desk.librarian()
    cookie = maya.cookies["desk_session"]

    assert (await maya.get("/sign-in")).headers["location"] == "/"
    await maya.post("/sign-out")

    assert "desk_session" not in maya.cookies
    maya.cookies.set("desk_session", cookie)
    assert (await maya.get("/")).status_code == 303


async def test_the_session_cookie_is_out_of_reach(desk: RunningDesk) -> None:
    await desk.librarian("Maya")
    form = {"name": "Maya", "password": PASSWORD}
    browser = await desk.browser()

    plain = await browser.post("/sign-in", data=form)
    behind_tls = await browser.post("/sign-in", data=form, headers={"X-Forwarded-Proto": "https"})

    cookie = plain.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert "Secure" not in cookie
    assert "Secure" in behind_tls.headers["set-cookie"]


@pytest.mark.parametrize(
    ("onward", "leads_to"),
    [
        ("/tickets/00000000-0000-4000-8000-000000000000", None),
        ("https://evil.example/", "/"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
    ],
)
async def test_a_sign_in_leads_on_to_our_own_pages_only(
    desk: RunningDesk, onward: str, leads_to: str | None
) -> None:
    await desk.librarian("Maya")
    browser = await desk.browser()

    answer = await browser.post(
        "/sign-in", data={"name": "Maya", "password": PASSWORD, "onward": onward}
    )

    assert answer.headers["location"] == (leads_to or onward)


async def test_wrong_passwords_are_told_and_then_slowed_down(
    desk: RunningDesk, clock: TurnableClock
) -> None:
    await desk.librarian("Maya")
    browser = await desk.browser()
    wrong = {"name": "Maya", "password": "wrong horse"}
    right = {"name": "Maya", "password": PASSWORD}

    answers = [await browser.post("/sign-in", data=wrong) for _ in range(5)]
    sixth = await browser.post("/sign-in", data=right)

    assert {answer.status_code for answer in answers} == {401}
    assert 'role="alert"' in answers[0].text
    assert sixth.status_code == 429
    assert int(sixth.headers["retry-after"]) > 0
    clock.advance(minutes=6)
    assert (await browser.post("/sign-in", data=right)).status_code == 303

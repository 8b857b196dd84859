"""The desk in a real browser: live, by keyboard, and with nothing typed ever lost."""

import json
import re
import shutil
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from playwright.async_api import Browser, BrowserContext, Page, Route, async_playwright, expect

from kiosk.core.clock import SystemClock
from kiosk.core.secret import Secret
from tests.desk.running import PASSWORD, RunningDesk, running_desk
from tests.desk.told import feedback_json

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
]
WIDE = {"width": 1280, "height": 800}
NARROW = {"width": 390, "height": 844}

pytestmark = [
    pytest.mark.skipif(
        not Path(CHROMIUM).exists(), reason="this machine has no Chromium to look with"
    ),
    pytest.mark.no_cover,  # what runs here is covered by tests of its own
]


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[RunningDesk]:
    """A desk by the machine's clock, because the browser has no other."""
    async with running_desk(tmp_path) as running:
        yield running


@pytest.fixture
async def chromium() -> AsyncIterator[Browser]:
    # A busy machine draws late; a page that never gets there still fails.
    expect.set_options(timeout=20_000)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        await browser.close()


@pytest.fixture
async def context(chromium: Browser) -> AsyncIterator[BrowserContext]:
    """A browser whose pages must not meet an error of their own."""
    context = await chromium.new_context(viewport=WIDE)
    errors: list[str] = []
    context.on("weberror", lambda error: errors.append(str(error.error)))
    yield context
    await context.close()
    assert errors == []


async def signed_in(desk: RunningDesk, context: BrowserContext, name: str = "Maya Okafor") -> Page:
    """A page with the live queue, reached through the sign-in form by keyboard alone."""
    desk.service.librarians.add(name, Secret(PASSWORD))
    page = await context.new_page()
    await page.goto(desk.url)
    await expect(page.get_by_label("Name")).to_be_focused()
    await page.keyboard.type(name)
    await page.keyboard.press("Tab")
    await page.keyboard.type(PASSWORD)
    await page.keyboard.press("Enter")
    await expect(page.locator("#connection")).to_have_text("Live")
    return page


async def opened(desk: RunningDesk, name: str = "Ground floor", **fields: object) -> UUID:
    """A ticket from a terminal, sent just now."""
    terminal = await desk.terminal(name)
    return await terminal.open(**{"sent": SystemClock().now(), **fields})


async def test_a_new_question_appears_without_a_reload(
    desk: RunningDesk, context: BrowserContext
) -> None:
    page = await signed_in(desk, context)
    await page.evaluate("window.notReloaded = true")
    await expect(page.get_by_text("Nobody is waiting")).to_be_visible()

    ticket = await opened(desk, code="K7M4", question="Where is the atlas?")

    card = page.locator(f'.part-waiting [data-id="{ticket}"]')
    await expect(card).to_contain_text("Where is the atlas?")
    await expect(card.locator("time")).to_have_text("just now")
    await expect(page).to_have_title("(1) Staff desk")
    await expect(page.locator("#announce")).to_contain_text("New question K7M4")
    assert await page.evaluate("window.notReloaded")


async def test_a_long_wait_stands_out(desk: RunningDesk, context: BrowserContext) -> None:
    await opened(desk, sent=SystemClock().now() - timedelta(minutes=12))
    page = await signed_in(desk, context)

    await expect(page.locator(".card time")).to_have_text("12 min")
    await expect(page.locator(".card time")).to_have_class("long")


async def test_a_conversation_by_keyboard(desk: RunningDesk, context: BrowserContext) -> None:
    terminal = await desk.terminal()
    ticket = await terminal.open()
    page = await signed_in(desk, context)

    await page.locator(".card a").focus()
    await page.keyboard.press("Enter")
    await expect(page.locator("#file-title")).to_be_focused()
    await page.get_by_role("button", name="Claim").focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_label("Your reply")).to_be_focused()
    await page.keyboard.type("Floor 3.")
    await page.keyboard.press("Control+Enter")
    await expect(page.locator(".line-librarian")).to_contain_text("Floor 3.")
    await expect(page.get_by_label("Your reply")).to_have_value("")
    await page.get_by_role("button", name="Close ticket").press("Enter")
    await expect(page.locator(".file .pill")).to_have_text("Resolved")
    await page.keyboard.press("Escape")

    await expect(page.locator(f'.part-closed [data-id="{ticket}"] a')).to_be_focused()
    assert (await terminal.view(ticket))["state"] == "closed"


async def test_arrow_keys_walk_through_the_queue(
    desk: RunningDesk, context: BrowserContext
) -> None:
    for number in range(3):
        await opened(desk, code=f"NR{number}")
    page = await signed_in(desk, context)
    await page.locator(".card a").first.focus()

    for _ in range(4):
        await page.keyboard.press("ArrowDown")
    await page.keyboard.press("ArrowUp")

    await expect(page.locator(".card a").nth(1)).to_be_focused()


async def test_the_focus_stays_on_its_card_when_the_queue_moves(
    desk: RunningDesk, context: BrowserContext
) -> None:
    first, second = await opened(desk, code="ONE1"), await opened(desk, code="TWO2")
    page = await signed_in(desk, context)
    await page.locator(f'[data-id="{second}"] a').focus()

    noah = await desk.librarian("Noah Lindgren")
    await noah.post(f"/tickets/{first}/claim")

    await expect(page.locator(f'.part-theirs [data-id="{first}"]')).to_be_visible()
    await expect(page.locator(f'[data-id="{second}"] a')).to_be_focused()


async def test_a_patrons_line_does_not_eat_the_reply_that_is_being_typed(
    desk: RunningDesk, context: BrowserContext
) -> None:
    terminal = await desk.terminal()
    ticket = await terminal.open()
    page = await signed_in(desk, context)
    await page.locator(".card a").click()
    await page.get_by_role("button", name="Claim").click()
    await page.get_by_label("Your reply").fill("I am just looking")

    await terminal.say(ticket, "Never mind, found it!")

    await expect(page.locator(".entries .line-patron")).to_contain_text("found it!")
    await expect(page.locator(".card .pill-due")).to_have_text("Answer due")
    await expect(page.get_by_label("Your reply")).to_have_value("I am just looking")
    await page.reload()
    await expect(page.get_by_label("Your reply")).to_have_value("I am just looking")


async def test_who_is_slower_is_told_who_was_faster(
    desk: RunningDesk, context: BrowserContext
) -> None:
    ticket = await opened(desk)
    page = await signed_in(desk, context)
    await page.locator(".card a").click()
    # The page's own question is held up on the way until somebody else was faster.
    noah = await desk.librarian("Noah Lindgren")

    async def after_noah(route: Route) -> None:
        await noah.post(f"/tickets/{ticket}/claim")
        await route.continue_()

    await page.route("**/claim", after_noah)
    await page.get_by_role("button", name="Claim").click()

    await expect(page.get_by_role("alert")).to_have_text("Noah has this ticket now.")
    await expect(page.locator(".file .pill")).to_have_text("With Noah")
    await expect(page.get_by_role("button", name="Take over")).to_be_visible()


async def test_a_restart_of_the_desk_loses_neither_draft_nor_queue(
    tmp_path: Path, context: BrowserContext
) -> None:
    async with running_desk(tmp_path) as desk:
        port = int(desk.url.rpartition(":")[2])
        terminal = await desk.terminal()
        ticket = await terminal.open()
        page = await signed_in(desk, context)
        await page.locator(".card a").click()
        await page.get_by_role("button", name="Claim").click()
        await page.get_by_label("Your reply").fill("Nearly done")
        await expect(page.locator(".part-mine .card")).to_be_visible()
    await expect(page.locator("#connection")).to_have_text("Reconnecting…")
    await page.get_by_role("button", name="Send reply").click()
    await expect(page.get_by_role("alert")).to_contain_text("did not answer")

    async with running_desk(tmp_path, port=port) as desk:
        await expect(page.locator("#connection")).to_have_text("Live")
        await page.get_by_role("button", name="Send reply").click()

        await expect(page.locator(".line-librarian")).to_contain_text("Nearly done")
        view = await (await desk.terminal()).view(ticket)
        assert (view["state"], view["librarian"]) == ("claimed", "Maya")


async def test_a_session_that_ends_says_so_on_the_open_page(
    desk: RunningDesk, context: BrowserContext
) -> None:
    page = await signed_in(desk, context)
    # A new password ends every session of its owner.
    desk.service.librarians.add("Maya Okafor", Secret("battery staple"))

    await opened(desk)

    await expect(page.get_by_role("link", name="Sign in again")).to_be_visible()


async def test_on_a_narrow_screen_the_ticket_covers_the_queue_and_leads_back(
    desk: RunningDesk, context: BrowserContext
) -> None:
    await opened(desk)
    page = await signed_in(desk, context)
    await page.set_viewport_size(NARROW)

    await page.locator(".card a").click()
    await expect(page.locator("#queue")).to_be_hidden()
    await page.locator(".back").click()

    await expect(page.locator("#queue")).to_be_visible()
    await expect(page.locator("#ticket")).to_be_hidden()
    wide = await page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert wide is False


async def test_back_and_forward_open_what_was_open(
    desk: RunningDesk, context: BrowserContext
) -> None:
    ticket = await opened(desk, code="K7M4")
    page = await signed_in(desk, context)
    await page.locator(".card a").click()
    await expect(page.locator("#file-title")).to_contain_text("K7M4")

    await page.go_back()
    await expect(page.get_by_text("Choose a question")).to_be_visible()
    await page.go_forward()

    await expect(page.locator(f'.file[data-id="{ticket}"]')).to_be_visible()


async def test_markup_from_a_patron_stays_text(desk: RunningDesk, context: BrowserContext) -> None:
    words = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    page = await signed_in(desk, context)
    await opened(desk, question=words)
    await page.locator(".card a").click()

    await expect(page.locator(".asked .words")).to_have_text(words)
    assert await page.locator(".asked img, .asked script").count() == 0


async def test_everything_that_can_be_pressed_has_a_name_and_is_large_enough(
    desk: RunningDesk, context: BrowserContext
) -> None:
    await opened(desk)
    page = await signed_in(desk, context)
    await page.locator(".card a").click()
    await page.get_by_role("button", name="Claim").click()
    await expect(page.get_by_label("Your reply")).to_be_visible()

    small = await page.evaluate(
        """() => [...document.querySelectorAll("a, button, textarea, label.check, input")]
            .filter((one) => one.checkVisibility() && !one.matches(".skip, .check input, .brand"))
            .filter((one) => one.getBoundingClientRect().height < 44)
            .map((one) => one.outerHTML)"""
    )
    tree = json.dumps(await page.locator("body").aria_snapshot())

    assert small == []
    for landmark in ("banner", "main", 'region \\"Queue\\"', 'region \\"Ticket\\"'):
        assert landmark in tree


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_text_can_be_read_in_both_schemes(
    desk: RunningDesk, chromium: Browser, scheme: str
) -> None:
    context = await chromium.new_context(color_scheme=scheme, viewport=WIDE)
    await opened(desk, sent=SystemClock().now() - timedelta(minutes=12))
    page = await signed_in(desk, context)
    await page.locator(".card a").click()
    await expect(page.get_by_role("button", name="Claim")).to_be_visible()

    pairs = await page.evaluate(CONTRASTS)

    too_faint = {words: ratio for words, ratio in pairs if ratio < 4.5}
    assert len(pairs) > 10
    assert too_faint == {}
    await context.close()


CONTRASTS = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const pixel = (colours) => {
    for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((v) => v / 255)
      .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const grounds = (one) => {
    const found = [];
    for (let at = one; at; at = at.parentElement) {
      found.unshift(getComputedStyle(at).backgroundColor);
    }
    return found;
  };
  return [...document.querySelectorAll("body *")]
    .filter((one) => one.checkVisibility() && one.childElementCount === 0)
    .filter((one) => one.textContent.trim() && !one.closest(".unseen, svg, .skip"))
    .map((one) => {
      const ground = grounds(one);
      const back = light(pixel(ground));
      const text = light(pixel([...ground, getComputedStyle(one).color]));
      const ratio = (Math.max(back, text) + 0.05) / (Math.min(back, text) + 0.05);
      return [one.textContent.trim().slice(0, 40), ratio];
    });
}"""


async def test_a_patrons_question_is_done_by_keyboard_on_a_narrow_screen(
    desk: RunningDesk, context: BrowserContext
) -> None:
    terminal, today = await desk.terminal(), SystemClock().now().date()
    body = feedback_json(day=today.isoformat())
    await terminal.client.post("/feedback", json=body, headers={"Idempotency-Key": str(body["id"])})
    page = await signed_in(desk, context)
    await page.get_by_role("link", name="Knowledge gaps").press("Enter")
    await page.set_viewport_size(NARROW)
    await expect(page.get_by_role("heading", name="Questions from patrons")).to_be_visible()
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    await page.get_by_role("button", name=re.compile("^Done.*podcast")).press("Enter")

    await expect(page.get_by_text("Done by Maya")).to_be_visible()
    await expect(page).to_have_url(re.compile(r"/gaps\?days=30&terminal=#questions$"))

"""The sheet before sending and the strip after it, as a patron sees and touches them."""

import pytest
from PySide6.QtCore import Qt

from kiosk.handoff.queue_watch import LOOK_SECONDS
from kiosk.ui.appearance import Look
from kiosk.ui.handoff import PATIENCE_SECONDS
from kiosk.ui.keyboard import Showing
from tests.fakes.desk import FakeDesk
from tests.noise import Noise
from tests.ui.conftest import Curtain
from tests.ui.keys import line, words_in
from tests.ui.scene import SIZES, Scene

pytestmark = pytest.mark.no_cover  # what runs here is covered by tests of its own

QUESTION = "where is the 1911 atlas?"


async def opened(scene: Scene) -> Scene:
    """The sheet, once the desk was asked."""
    scene.tap("talkToLibrarian")
    await scene.until(lambda: scene.stage.desk.state != "unknown")
    return scene


async def sent(scene: Scene) -> Scene:
    """A ticket, on its way or there."""
    await scene.ask(QUESTION)
    scene.tap("talkToLibrarian")
    scene.tap("handOffSend")
    await scene.until(lambda: scene.sees("ticketCode"))
    return scene


# Before sending


async def test_a_staffed_queue_promises_an_answer_here(scene: Scene) -> None:
    await opened(scene)
    assert "answers here, on this screen" in scene.text_of("handOffPromise")
    assert scene.text_of("handOffSend") == "Send"


async def test_an_unstaffed_queue_names_the_desk(raise_curtain: Curtain) -> None:
    scene = await opened(await raise_curtain(desk=FakeDesk(staffed=False)))
    promise = scene.text_of("handOffPromise")
    assert promise.startswith("Nobody is at the queue just now.")
    assert scene.stage.home.deskWords in promise


async def test_a_desk_that_cannot_be_reached_leaves_the_choice(scene: Scene) -> None:
    scene.desk.down = True
    await opened(scene)
    assert "You can leave your question here" in scene.text_of("handOffPromise")
    assert scene.text_of("handOffSend") == "Leave it here"


async def test_a_desk_that_tells_nothing_promises_as_ever(scene: Scene) -> None:
    scene.desk.is_old = True
    scene.tap("talkToLibrarian")
    await scene.until(lambda: "GET /api/v1/queue" in scene.desk.requests)
    assert "If nobody is free" in scene.text_of("handOffPromise")


async def test_who_sits_down_meanwhile_is_noticed(raise_curtain: Curtain) -> None:
    scene = await opened(await raise_curtain(desk=FakeDesk(staffed=False)))
    scene.desk.staffed = True
    scene.clock.advance(LOOK_SECONDS)
    await scene.until(lambda: scene.stage.desk.state == "staffed")
    assert "answers here" in scene.text_of("handOffPromise")


async def test_nobody_is_asked_while_no_sheet_is_open(scene: Scene) -> None:
    await opened(scene)
    scene.press(Qt.Key.Key_Escape)
    asked = scene.desk.requests.count("GET /api/v1/queue")
    scene.clock.advance(3 * LOOK_SECONDS)
    await scene.ask(QUESTION)
    assert scene.desk.requests.count("GET /api/v1/queue") == asked


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("language", ["en", "ar"])
async def test_its_buttons_are_always_in_reach(
    scene: Scene, size: str, scale: float, language: str
) -> None:
    scene.stage.language.choose(language)
    scene.stage.appearance.restore(Look(text_scale=scale, reduced_motion=True))
    scene.resize(size)
    scene.stage.chat.notice("a conversation " * 40)
    scene.stage.hand_off.compose()
    scene.stage.hand_off.fill(QUESTION * 8, [])
    scene.look()
    for name in ("handOffCancel", "handOffSend"):
        place = scene.place_of(scene.find(name))
        assert place.left() >= 0
        assert place.right() <= scene.window.width()
        assert place.bottom() <= scene.window.height()


async def test_the_tab_key_leads_through_it(scene: Scene) -> None:
    await opened(scene)
    scene.write("Where?")
    assert line(scene, "handOffQuestion").hasActiveFocus()
    scene.press(Qt.Key.Key_Tab)
    assert line(scene, "handOffName").hasActiveFocus()
    scene.press(Qt.Key.Key_Tab)
    assert line(scene, "handOffContact").hasActiveFocus()
    scene.write("ada@example.org")
    for name in ("contactConsent", "handOffCancel", "handOffSend"):
        scene.press(Qt.Key.Key_Tab)
        assert scene.find(name).hasActiveFocus()
    scene.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    scene.press(Qt.Key.Key_Return)
    assert not scene.sees("handOffSend")


async def test_return_in_the_question_goes_on_to_the_name(scene: Scene) -> None:
    await opened(scene)
    scene.write("Where?")
    scene.press(Qt.Key.Key_Return)
    assert line(scene, "handOffName").hasActiveFocus()
    scene.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert line(scene, "handOffQuestion").hasActiveFocus()
    assert scene.stage.hand_off.question == "Where?"


async def test_a_long_question_is_shown_whole_and_cut_at_its_end(scene: Scene) -> None:
    await opened(scene)
    low = line(scene, "handOffQuestion").height()
    scene.write("where is it " * 50)
    assert line(scene, "handOffQuestion").height() > 2 * low
    assert len(scene.stage.hand_off.question) == 500


async def test_an_address_goes_along_only_with_a_tick(scene: Scene) -> None:
    await scene.ask(QUESTION)
    await opened(scene)
    assert not scene.sees("contactConsent")
    scene.tap("handOffContact")
    scene.write("ada@example.org")
    scene.tap("handOffSend")
    assert scene.find("contactConsent").hasActiveFocus()
    scene.tap("handOffSend")
    await scene.until(lambda: scene.desk.received)
    assert scene.desk.received[0].contact == ""


async def test_a_tick_that_was_out_of_sight_is_shown_before_anything_is_sent(
    raise_curtain: Curtain,
) -> None:
    scene = await raise_curtain(showing=Showing.ALWAYS)
    scene.resize("small")
    scene.stage.appearance.restore(Look(text_scale=2.0, reduced_motion=True))
    await scene.ask(QUESTION)
    await opened(scene)
    line(scene, "handOffContact").forceActiveFocus()
    scene.stage.keyboard.field_touched(by_finger=True)
    scene.stage.hand_off.contact.text = "ada@example.org"
    scene.look()
    scene.tap("handOffSend")
    tick = scene.place_of(scene.find("contactConsent"))
    assert tick.height() > 0
    assert tick.bottom() <= scene.place_of(scene.find("handOffSend")).bottom() + 1
    assert scene.stage.hand_off.composing


async def test_with_a_tick_it_does(scene: Scene) -> None:
    await scene.ask(QUESTION)
    await opened(scene)
    scene.tap("handOffContact")
    scene.write("ada@gmial.com")
    scene.tap("contactConsent")
    scene.tap("contactSuggestion")
    assert words_in(scene, "handOffContact") == "ada@gmail.com"
    scene.tap("handOffSend")
    await scene.until(lambda: scene.desk.received)
    assert scene.desk.received[0].contact == "ada@gmail.com"


async def test_what_reaches_nobody_is_told_and_not_sent(scene: Scene) -> None:
    await scene.ask(QUESTION)
    await opened(scene)
    scene.tap("handOffContact")
    scene.write("ada")
    assert not scene.sees("contactHint")
    scene.tap("contactConsent")
    assert scene.sees("contactHint")
    assert not scene.find("handOffSend").isEnabled()
    scene.tap("contactConsent")
    assert scene.find("handOffSend").isEnabled()


# After sending


async def test_a_queue_without_librarians_says_what_happens_next(raise_curtain: Curtain) -> None:
    scene = await sent(await raise_curtain(desk=FakeDesk(staffed=False)))
    await scene.until(lambda: scene.stage.hand_off.phase == "waiting")
    assert scene.stage.home.deskWords in scene.text_of("ticketStatus")
    assert not scene.sees("dropTicket")


async def test_what_cannot_be_sent_may_wait_or_not(scene: Scene) -> None:
    scene.desk.down = True
    await sent(scene)
    await scene.until(lambda: scene.sees("dropTicket"))
    assert scene.text_of("ticketStatus").startswith("Kept safe here.")
    scene.tap("keepTicket")
    assert not scene.sees("keepTicket")
    scene.tap("dropTicket")
    await scene.until(lambda: not scene.sees("ticketCode"))
    assert scene.stage.chat.rows[-1].text.startswith("Your question is not sent any more.")
    scene.desk.down = False
    assert scene.desk.received == []


async def test_a_desk_that_answers_and_does_not_take_it_leaves_the_choice_too(
    scene: Scene,
) -> None:
    scene.desk.refusing = 503
    await sent(scene)
    await scene.until(lambda: scene.stage.hand_off.late or scene.clock.advance(PATIENCE_SECONDS))
    assert scene.sees("keepTicket")


async def test_a_refused_question_names_the_desk(scene: Scene, expected_logs: Noise) -> None:
    expected_logs.allow("refused")
    scene.desk.refusing = 422
    await sent(scene)
    await scene.until(lambda: scene.stage.hand_off.phase == "parked")
    assert scene.stage.home.deskWords in scene.text_of("ticketStatus")
    assert scene.sees("dropTicket")
    assert not scene.sees("keepTicket")


async def test_who_was_not_helped_asks_again_with_the_old_code(scene: Scene) -> None:
    await sent(scene)
    await scene.until(lambda: scene.desk.received)
    first = scene.desk.received[0]
    scene.desk.claim(first.id)
    scene.desk.reply(first.id, "In the map room.")
    scene.desk.close(first.id)
    await scene.until(lambda: scene.sees("notResolved"))
    scene.tap("notResolved")
    assert words_in(scene, "handOffQuestion") == QUESTION
    scene.tap("handOffSend")
    await scene.until(lambda: len(scene.desk.received) == 2)
    second = scene.desk.received[1]
    assert first.code in second.transcript[0].text
    assert second.transcript[-1].text == "In the map room."
    assert second.code != first.code


async def test_a_later_hand_off_goes_on_from_nothing(scene: Scene) -> None:
    await sent(scene)
    await scene.until(lambda: scene.desk.received)
    scene.desk.close(scene.desk.received[0].id)
    await scene.until(lambda: scene.sees("notResolved"))
    scene.tap("notResolved")
    scene.tap("handOffCancel")
    assert not scene.sees("notResolved")
    scene.tap("talkToLibrarian")
    assert scene.stage.preview.rows[0].line == QUESTION

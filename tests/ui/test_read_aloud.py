"""What somebody who sees nothing hears of the real screen, and when."""

from PySide6.QtCore import Qt

from kiosk.core.errors import Unavailable
from kiosk.ui.reading import USUAL_VOLUME
from tests.fakes.desk import LIBRARIAN
from tests.fakes.voice import FakeVoice
from tests.ui.conftest import Curtain
from tests.ui.scene import Scene
from tests.ui.speakers import Speaker

QUESTION = "when does the law library close tonight?"
ANSWER = "Tran Law Library closes at 2 am tonight."


async def opened(raise_curtain: Curtain, voice: FakeVoice) -> Scene:
    """A screen with a voice, switched on."""
    scene = await raise_curtain(voice=voice)
    scene.tap("readAloud")
    return scene


async def test_without_a_voice_there_is_no_button(scene: Scene) -> None:
    assert not scene.sees("readAloud")


async def test_a_whole_answer_is_read_once_and_its_card_behind_it(raise_curtain: Curtain) -> None:
    voice = FakeVoice()
    scene = await opened(raise_curtain, voice)
    await scene.ask(QUESTION)
    assert voice.words.count(ANSWER) == 1
    card = voice.words[voice.words.index(ANSWER) + 1]
    assert card.startswith("Hours of Tran Law Library.")
    assert "Thursday: Closed" in card


async def test_what_tab_comes_to_is_read(raise_curtain: Curtain) -> None:
    voice = FakeVoice()
    scene = await opened(raise_curtain, voice)
    scene.find("homeField").forceActiveFocus()
    assert voice.words[-1] == "Ask anything. Field to write in"
    scene.press(Qt.Key.Key_Tab)
    assert voice.words[-1].endswith("Button")
    scene.find("language-en").forceActiveFocus()
    assert voice.words[-1] == "English. Button. chosen"


async def test_a_librarian_is_heard(raise_curtain: Curtain) -> None:
    voice = FakeVoice()
    scene = await opened(raise_curtain, voice)
    await scene.ask("where is the 1911 atlas?")
    scene.stage.hand_off.compose()
    scene.stage.hand_off.send("", "")
    await scene.until(lambda: scene.desk.received)
    scene.desk.claim(scene.desk.received[0].id)
    await scene.until(lambda: scene.stage.hand_off.claimed)
    scene.desk.reply(scene.desk.received[0].id, "On the second floor.")
    await scene.until(lambda: any("second floor" in words for words in voice.words))
    joined, said = voice.words.index(f"{LIBRARIAN} has joined the conversation."), voice.words[-1]
    assert said == f"{LIBRARIAN}: On the second floor."
    assert joined < len(voice.words) - 1


async def test_the_countdown_is_told_at_once_and_again_when_half_is_gone(
    raise_curtain: Curtain,
) -> None:
    voice = FakeVoice()
    scene = await opened(raise_curtain, voice)
    scene.clock.advance(90)
    scene.stage.visit.tick()
    assert [said.words[:40] for said in voice.waiting] == [
        "Are you still there? In 20 seconds every"
    ]
    scene.clock.advance(10)
    scene.stage.visit.tick()
    assert voice.words[-1].startswith("Are you still there? In 10")
    voice.finish()
    assert scene.stage.visit.property("ending")


async def test_who_listens_is_not_idle(raise_curtain: Curtain) -> None:
    voice = FakeVoice()
    scene = await opened(raise_curtain, voice)
    scene.stage.reading.read("A long answer.", "en")
    scene.clock.advance(80)
    voice.finish()
    scene.clock.advance(80)
    scene.stage.visit.tick()
    assert not scene.stage.visit.property("ending")


async def test_the_next_patron_hears_nothing(raise_curtain: Curtain) -> None:
    voice = FakeVoice()
    scene = await opened(raise_curtain, voice)
    scene.tap("louder")
    scene.stage.reading.read("my secret", "en")
    scene.stage.visit.end()
    assert (voice.waiting, voice.is_started) == ([], False)
    assert scene.stage.reading.property("volume") == USUAL_VOLUME
    await scene.ask(QUESTION)
    assert ANSWER not in voice.words


async def test_a_long_wait_is_told_once(raise_curtain: Curtain) -> None:
    voice, speaker = FakeVoice(), Speaker("It ", "depends.")
    speaker.hold()
    scene = await raise_curtain(voice=voice, answers=speaker)
    scene.tap("readAloud")
    scene.stage.chat.ask("which bookbinder is best?")
    await scene.until(lambda: "Looking it up" in voice.words)
    speaker.go_on()
    await scene.until(lambda: not scene.stage.chat.answering)
    assert voice.words[-2:] == ["Looking it up", "It depends."]


async def test_what_goes_wrong_is_heard(raise_curtain: Curtain) -> None:
    voice = FakeVoice()
    scene = await raise_curtain(voice=voice, answers=Speaker("It ", fails=Unavailable("no model")))
    scene.tap("readAloud")
    await scene.ask("which bookbinder is best?")
    assert voice.words[-1] == scene.stage.chat.rows[-1].text
    assert len(voice.words[-1]) > len("It ")

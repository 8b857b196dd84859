"""A terminal whose clock may be wrong says so calmly, and claims nothing of now."""

from datetime import timedelta

import pytest

from tests.fakes.clock import TurnableClock
from tests.ui import screens
from tests.ui.scene import SIZES, Scene

YEARS = timedelta(days=2000)
CLAIMS = ("open", "closed", "until", "hours as of", " am", " pm", "today:")


async def jump(scene: Scene, clock: TurnableClock, by: timedelta = YEARS) -> None:
    clock.set_wall(clock.now() + by)
    await scene.stage.home.refresh()
    scene.look()


async def test_the_home_screen_says_that_it_is_not_sure_and_where_a_person_is(
    scene: Scene, clock: TurnableClock
) -> None:
    await jump(scene, clock)
    assert scene.text_of("headline") == "Ask us for today's hours"
    desk = scene.stage.home.property("deskWords")
    assert f"This terminal is not sure what time it is. Please ask at {desk}." in scene.texts()


@pytest.mark.parametrize("size", SIZES)
async def test_nothing_on_it_is_claimed_of_now(
    scene: Scene, clock: TurnableClock, size: str
) -> None:
    chips = set(scene.terminal.content.questions.default)
    await jump(scene, clock, -YEARS)
    scene.resize(size)
    said = [text.lower() for text in scene.texts() if text not in chips]
    assert [text for text in said if any(claim in text for claim in CLAIMS)] == []
    assert "our places" in said
    assert screens.clipped(scene) == []
    assert scene.stage.places.count == 5


async def test_a_clock_that_is_put_right_is_believed_at_once(
    scene: Scene, clock: TurnableClock
) -> None:
    before = scene.texts()
    await jump(scene, clock)
    await jump(scene, clock, -YEARS)
    assert scene.texts() == before


async def test_a_question_about_hours_is_answered_with_the_doubt_and_a_person(
    scene: Scene, clock: TurnableClock
) -> None:
    await jump(scene, clock)
    await scene.ask("when does the main library close tonight")
    scene.look()
    said = " ".join(scene.texts()).lower()
    assert [claim for claim in ("open until", "closes", "closed") if claim in said] == []
    assert "time" in said

"""An idle screen: what it offers, and how it spares itself."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QPointF

from kiosk.assistant.answers import Answer, Done, Route
from tests.ui.scene import MARLOWE, SIZES, Scene

LANGUAGES = ("en", "es", "fr", "zh", "ar")


async def answer(scene: Scene, question: str, language: str) -> Answer:
    pieces = scene.links.conversation.answer(question, (), language=language, here=MARLOWE)
    done = [piece async for piece in pieces][-1]
    assert isinstance(done, Done)
    return done.answer


def shipped(scene: Scene, language: str) -> Iterator[str]:
    """Every question that the demo library may offer at any hour and place."""
    content = scene.terminal.content
    yield from content.questions.in_language(language)
    for some in content.fitting_questions:
        yield from some.questions.in_language(language)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_whatever_is_offered_is_surely_answered_without_a_network(
    scene: Scene, language: str
) -> None:
    unsure = []
    for question in shipped(scene, language):
        found = await answer(scene, question, language)
        sure = found.route is Route.LOCAL and not found.offer_handoff and not found.suggestions
        if not sure or found.language != language or not (found.facts or found.sources):
            unsure.append((question, found.text))
    assert not unsure, unsure


async def test_what_is_asked_often_becomes_a_chip_that_answers_itself(scene: Scene) -> None:
    scene.terminal.questions.prepare()
    for question in (
        "How do I renew my books?",
        "how do i renew my books",
        "¿Cómo renuevo mis libros?",
    ):
        assert [s.id for s in (await answer(scene, question, "en")).sources] == ["renew"]
        await scene.terminal.thread.run(scene.terminal.counter.write)
    await scene.stage.home.refresh()
    scene.look()
    assert "How do I renew my books?" in scene.texts()
    scene.stage.home.set_language("es")
    await scene.until(lambda: "¿Cómo renuevo mis libros?" in scene.texts())


def timer_of(drift: QObject) -> QObject:
    return next(c for c in drift.findChildren(QObject) if c.inherits("QQmlTimer"))


def drift_of(scene: Scene) -> QObject:
    children = scene.window.findChildren(QObject)
    return next(child for child in children if child.objectName() == "idleDrift")


def corner(scene: Scene) -> tuple[float, float]:
    place = scene.find("homeField").mapToScene(QPointF(0, 0))
    return place.x(), place.y()


@pytest.mark.parametrize("size", SIZES)
async def test_an_idle_screen_moves_by_a_few_pixels_and_stays_whole(
    scene: Scene, size: str
) -> None:
    scene.resize(size)
    drift, start = drift_of(scene), corner(scene)
    assert timer_of(drift).property("interval") == 60_000
    places = set()
    for step in range(120):
        drift.setProperty("step", step)
        x, y = corner(scene)
        places.add((x - start[0], y - start[1]))
    assert len(places) > 60
    assert max(abs(way) for place in places for way in place) <= 8
    assert {float(way).is_integer() for place in places for way in place} == {True}


async def test_nothing_moves_while_somebody_is_there(scene: Scene) -> None:
    drift = drift_of(scene)
    timer = timer_of(drift)
    drift.setProperty("step", 5)
    before = corner(scene)
    assert timer.property("running") is True
    scene.stage.visit.touch()
    assert timer.property("running") is False
    assert corner(scene) == before, "and nothing jumps back under the finger"
    scene.stage.visit.end()
    assert timer.property("running") is True


async def test_each_minute_is_a_step(scene: Scene) -> None:
    drift = drift_of(scene)
    timer = timer_of(drift)
    for step in (1, 2, 3):
        timer.triggered.emit()
        assert drift.property("step") == step

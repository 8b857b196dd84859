"""The QML pages with the demo library: in each size and theme, for fingers, eyes and ears."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem

from kiosk.assistant.answers import Answer, Done, Piece, Route, TextPiece, Turn
from kiosk.assistant.requests import Intent
from kiosk.ui.appearance import Theme as ThemeName
from kiosk.ui.appearance import tint_of
from kiosk.ui.contrast import contrast
from kiosk.ui.window import qml_folder
from tests.ui import screens
from tests.ui.conftest import Curtain
from tests.ui.scene import SIZES, Scene

pytestmark = pytest.mark.no_cover  # what runs here is covered by tests of its own

PAGES = sorted((qml_folder() / "Kiosk").glob("*.qml"))
TEXT_ON = (
    ("ink", "ground"),
    ("ink", "surface"),
    ("ink", "sunken"),
    ("ink", "tintSoft"),
    ("ink", "positiveSoft"),
    ("ink", "cautionSoft"),
    ("inkQuiet", "ground"),
    ("inkQuiet", "surface"),
    ("inkQuiet", "tintSoft"),
    ("inkOnTint", "tint"),
    ("tint", "ground"),
    ("tint", "surface"),
    ("tint", "tintSoft"),
    ("positive", "ground"),
    ("positive", "surface"),
    ("caution", "ground"),
    ("caution", "surface"),
)
ACCENTS = ("#0e5a6b", "#1f5c7a", "#ffd400", "#101010", "#ff8a80")
"""The product's own, the demo library's, and some that cannot be read as they are."""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.stem))
def test_every_page_compiles_without_a_message(page: object) -> None:
    engine = QQmlEngine()
    engine.addImportPath(str(qml_folder()))
    component = QQmlComponent(engine, QUrl.fromLocalFile(str(page)))
    # A singleton is told so; everything else must be ready.
    said = [error.description() for error in component.errors()]
    assert component.isReady() or said == [], said


@pytest.mark.parametrize("screen", screens.SCREENS)
async def test_nothing_is_cut_off_too_small_or_without_a_name(scene: Scene, screen: str) -> None:
    await screens.SCREENS[screen](scene)
    for theme, size in product((ThemeName.LIGHT, ThemeName.CONTRAST), SIZES):
        scene.stage.appearance.restore(replace(scene.stage.appearance.look, theme=theme))
        scene.resize(size)
        assert screens.clipped(scene) == [], (theme, size)
        assert screens.too_small(scene) == [], (theme, size)
    tappable = list(screens.clickables(scene))
    assert tappable
    nameless = [item.objectName() for item in tappable if not screens.spoken_name(item)]
    assert nameless == []


@pytest.mark.parametrize("size", SIZES)
async def test_a_week_is_seen_whole_without_scrolling(scene: Scene, size: str) -> None:
    await screens.week(scene)
    scene.resize(size)
    rows = scene.find("rows")
    assert rows.property("contentHeight") <= rows.height()


@pytest.mark.parametrize("size", ["landscape", "five to four", "small"])
async def test_the_chips_keep_to_two_lines_beside_the_places(scene: Scene, size: str) -> None:
    scene.resize(size)
    chips = [item for item in screens.clickables(scene) if item.property("text") in CHIPS(scene)]
    assert len(chips) >= 3
    assert len({round(scene.place_of(chip).y()) for chip in chips}) <= 2


def CHIPS(scene: Scene) -> Sequence[str]:  # noqa: N802  reads as a table
    return scene.terminal.content.questions.default


@pytest.mark.parametrize("accent", ACCENTS)
@pytest.mark.parametrize("name", list(ThemeName))
def test_every_text_stands_out_from_its_ground(accent: str, name: str) -> None:
    engine = QQmlEngine()
    engine.addImportPath(str(qml_folder()))
    theme = engine.singletonInstance("Kiosk", "Theme")
    theme.setProperty("name", name)
    theme.setProperty("tint", tint_of(QColor(accent), ThemeName(name)))
    least = 7 if name == "contrast" else 4.5
    weak = {
        (text, ground): round(ratio, 2)
        for text, ground in TEXT_ON
        if (ratio := contrast(theme.property(text), theme.property(ground))) < least
    }
    assert weak == {}


# The conversation


async def test_a_chip_asks_its_question(scene: Scene) -> None:
    chip = next(i for i in scene.items() if i.property("text") == CHIPS(scene)[0])
    scene.tap_item(chip)
    await scene.until(lambda: not scene.stage.chat.answering)
    assert scene.stage.chat.rows[0].text == CHIPS(scene)[0]
    assert not scene.sees("homeField")


async def test_a_place_on_the_home_page_asks_for_its_week(scene: Scene) -> None:
    place = next(i for i in scene.items() if i.inherits("QQuickItemDelegate"))
    scene.tap_item(place)
    await scene.until(lambda: not scene.stage.chat.answering)
    assert scene.stage.chat.rows[0].text == "hours of Okafor Science Library this week"
    assert scene.stage.chat.rows[1].cards


async def test_the_button_in_the_field_asks(scene: Scene) -> None:
    scene.write("where is the makerspace?")
    scene.tap("send")
    await scene.until(lambda: scene.stage.chat.count == 2)
    await scene.until(lambda: not scene.stage.chat.answering)
    assert "Makerspace" in scene.stage.chat.rows[1].text


async def test_a_patron_can_type_on_at_once_after_an_answer(scene: Scene) -> None:
    await scene.ask("where is the makerspace?")
    scene.write("and the law library?")
    assert scene.text_of("chatField") == "and the law library?"


class SlowSpeaker:
    """Says a first word, then the next ones when it is told to."""

    def __init__(self) -> None:
        self.go_on = asyncio.Event()

    async def answer(
        self, question: str, _history: Sequence[Turn], *, language: str, here: int | None
    ) -> AsyncIterator[Piece]:
        assert here
        yield TextPiece("One moment. ")
        await self.go_on.wait()
        long = "One moment. " + "Many more words about it. " * 40
        yield TextPiece(long[12:])
        yield Done(Answer(question, long, language, Intent.UNKNOWN, Route.LOCAL))


def top_of(list_view: QQuickItem) -> float:
    return float(list_view.property("contentY"))


async def test_the_newest_question_stays_in_view_while_its_answer_grows(
    raise_curtain: Curtain,
) -> None:
    speaker = SlowSpeaker()
    scene = await raise_curtain(answers=speaker)
    scene.resize("small")
    speaker.go_on.set()
    for question in ("one?", "two?", "three?"):
        await scene.ask(question)
    rows = scene.find("rows")
    asked = next(i for i in scene.items() if i.property("words") == "three?")
    assert abs(scene.place_of(asked).y() - rows.mapToScene(QPointF(0, 0)).y()) < 60


async def test_somebody_who_scrolled_is_left_alone(raise_curtain: Curtain) -> None:
    speaker = SlowSpeaker()
    scene = await raise_curtain(answers=speaker)
    scene.resize("small")
    speaker.go_on.set()
    for question in ("one?", "two?"):
        await scene.ask(question)
    speaker.go_on.clear()
    scene.stage.chat.ask("three?")
    await scene.until(lambda: scene.stage.chat.rows[-1].text)
    rows = scene.find("rows")
    screens.scroll_up(scene, rows)
    await scene.until(lambda: not rows.property("moving"))
    there = top_of(rows)

    speaker.go_on.set()
    await scene.until(lambda: not scene.stage.chat.answering)

    assert top_of(rows) == there


async def test_stop_is_in_the_field_while_an_answer_comes(raise_curtain: Curtain) -> None:
    scene = await raise_curtain(answers=SlowSpeaker())
    scene.stage.chat.ask("one?")
    await scene.until(lambda: scene.stage.chat.rows[-1].text)
    scene.tap("send")
    await scene.until(lambda: not scene.stage.chat.answering)
    assert scene.stage.chat.rows[-1].text == "One moment."
    again = next(i for i in scene.items() if i.property("text") == "Try again")
    scene.tap_item(again)
    assert scene.stage.chat.answering
    assert [row.kind for row in scene.stage.chat.rows] == ["patron", "answer"]


# The way to a person


async def test_without_a_desk_no_person_is_promised(raise_curtain: Curtain) -> None:
    scene = await raise_curtain(with_desk=False)
    assert not scene.sees("talkToLibrarian")
    await scene.ask("where can I find the 1911 harbor fire photographs?")
    assert not scene.sees("offerPerson")


async def test_what_is_sent_is_shown_and_can_be_cut(scene: Scene) -> None:
    await scene.ask("where can I find the 1911 harbor fire photographs?")
    scene.tap("offerPerson")
    scene.write(" Please!")
    line = next(i for i in scene.items() if i.inherits("QQuickCheckDelegate"))
    scene.tap_item(line)
    scene.tap("handOffName")
    scene.write("Ada")
    scene.tap("handOffSend")
    await scene.until(lambda: scene.desk.received)
    ticket = scene.desk.received[0]
    assert ticket.question.endswith("photographs? Please!")
    assert [part.author for part in ticket.transcript] == ["assistant"]
    assert ticket.name == "Ada"
    await scene.until(lambda: scene.sees("ticketCode"))
    assert scene.text_of("ticketCode") == ticket.code


async def test_a_double_tap_on_send_makes_one_ticket(scene: Scene) -> None:
    await scene.ask("where is the 1911 atlas?")
    scene.tap("talkToLibrarian")
    send = scene.find("handOffSend")
    scene.tap_item(send)
    scene.tap_item(send)
    await scene.until(lambda: scene.stage.hand_off.phase == "waiting")
    assert len(scene.desk.received) == 1


async def test_escape_closes_the_sheet_and_sends_nothing(scene: Scene) -> None:
    scene.tap("talkToLibrarian")
    assert scene.sees("handOffSend")
    scene.press(Qt.Key.Key_Escape)
    assert not scene.sees("handOffSend")
    assert scene.desk.received == []


async def test_what_is_behind_the_sheet_cannot_be_touched(scene: Scene) -> None:
    await scene.ask("where is the makerspace?")
    done = scene.place_of(scene.find("done")).center().toPoint()
    scene.tap("talkToLibrarian")
    scene.tap_at(done)
    scene.tap_at(QPoint(20, 20))
    assert scene.stage.chat.count == 2
    assert scene.sees("handOffSend")


# The end


async def test_done_ends_the_visit(scene: Scene) -> None:
    await scene.ask("where is the makerspace?")
    scene.tap("done")
    assert scene.sees("homeField")
    assert scene.kept[-1] is None


async def test_start_over_is_a_new_visit_for_who_stays(scene: Scene) -> None:
    await scene.ask("where is the makerspace?")
    scene.tap("startOver")
    assert scene.stage.chat.count == 0
    assert scene.stage.visit.phase == "active"


async def counting_down(scene: Scene) -> None:
    await screens.countdown(scene)
    scene.look()


async def test_a_touch_anywhere_stops_the_countdown(scene: Scene) -> None:
    await counting_down(scene)
    scene.tap_at(QPoint(30, 900))
    assert not scene.sees("secondsLeft")
    assert scene.stage.chat.count == 2


async def test_the_touch_that_stops_the_countdown_does_nothing_else(scene: Scene) -> None:
    await scene.ask("where is the makerspace?")
    done = scene.place_of(scene.find("done")).center().toPoint()
    await counting_down(scene)
    scene.tap_at(done)
    assert scene.stage.chat.count == 4
    assert not scene.sees("secondsLeft")


async def test_clear_it_now_clears_it(scene: Scene) -> None:
    await counting_down(scene)
    scene.tap("endNow")
    assert scene.stage.chat.count == 0


async def test_i_am_still_here_goes_on_and_the_keyboard_too(scene: Scene) -> None:
    await counting_down(scene)
    scene.tap("stay")
    assert not scene.sees("secondsLeft")
    scene.write("hello")
    assert scene.text_of("chatField") == "hello"


async def test_the_colours_button_says_which_there_are(scene: Scene) -> None:
    assert screens.spoken_name(scene.find("theme")) == "Colors: light"
    scene.tap("theme")
    assert scene.stage.appearance.look.theme == "dark"
    assert screens.spoken_name(scene.find("theme")) == "Colors: dark"
    scene.tap("theme")
    assert screens.spoken_name(scene.find("theme")) == "Colors: high contrast"
    assert QAccessible.queryAccessibleInterface(scene.window) is not None


async def test_without_a_staff_desk_the_patron_is_told_where_a_person_is(
    raise_curtain: Curtain,
) -> None:
    scene = await raise_curtain(with_desk=False)
    await scene.ask("where is the 1911 atlas?")
    assert not scene.sees("offerPerson")
    # In one piece, and from left to right also among Arabic words.
    assert "\u2066(508)\u00a0555-0110\u2069" in scene.text_of("personElsewhere")


async def test_the_screen_says_when_the_model_cannot_be_asked(scene: Scene) -> None:
    await scene.ask("are you open?")
    assert not any("from the library's own data only" in text for text in scene.texts())
    scene.stage.chat.set_model_online(False)
    scene.look()
    assert any("from the library's own data only" in text for text in scene.texts())
    scene.stage.chat.set_model_online(True)
    scene.look()
    assert not any("from the library's own data only" in text for text in scene.texts())


async def test_what_is_offered_no_more_leaves_no_gap(scene: Scene) -> None:
    await scene.ask("where can I find the 1911 harbor fire photographs?")
    beside = scene.place_of(scene.find("offerPerson"))
    scene.stage.hand_off.compose()
    scene.stage.hand_off.send("", "")
    await scene.until(lambda: scene.sees("ticketCode"))
    assert not scene.sees("offerPerson")
    assert scene.place_of(scene.find("thumbUp")).top() <= beside.top()

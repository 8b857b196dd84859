"""The screens that are looked at in each size and theme, and what must be true of each."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtQuick import QQuickItem

from kiosk.ui.chat import ANSWER, PATRON, ChatRow
from tests.ui.scene import Scene, is_text

CLICKABLE = (
    "QQuickAbstractButton",
    "QQuickTextField",
    "QQuickTextArea",
    "QQuickMouseArea",
)
LEAST_PIXELS = 44
SLACK = 1.0
"""Rounding of halves of pixels."""


async def home(scene: Scene) -> None:
    """What an idle terminal shows."""


async def old(scene: Scene) -> None:
    """LibCal was not heard of for three days."""
    scene.clock.advance(3 * 24 * 3600)
    await scene.stage.home.refresh()


async def unpublished(scene: Scene) -> None:
    """LibCal was never heard of: of no place the hours are known."""
    with closing(sqlite3.connect(scene.folders.terminal_database)) as database, database:
        database.execute("DELETE FROM hours")
    await scene.stage.home.refresh()


async def unsure(scene: Scene) -> None:
    """The clock jumped by years, and may be wrong."""
    scene.clock.set_wall(scene.clock.now() + timedelta(days=2000))
    await scene.stage.home.refresh()


async def low(scene: Scene) -> None:
    """The same for somebody who cannot reach up."""
    scene.stage.appearance.restore(replace(scene.stage.appearance.look, low_reach=True))


async def typing(scene: Scene) -> None:
    """With the keyboard on the screen."""
    scene.stage.keyboard.field_touched(by_finger=True)
    scene.stage.keyboard.type("e")


async def conversation(scene: Scene) -> None:
    """Every kind of card, and the way to a person."""
    for question in (
        "hours of the law library this week",
        "which libraries are open now?",
        "where is the makerspace?",
        "where can I find the 1911 harbor fire photographs?",
    ):
        await scene.ask(question)


async def place(scene: Scene) -> None:
    """A floor plan, and a code for a phone."""
    await scene.ask("where is the makerspace?")
    await scene.until(
        lambda: any(i.property("plan") and i.height() > i.width() / 4 for i in scene.items())
    )


async def week(scene: Scene) -> None:
    """The longest card."""
    await scene.ask("hours of the law library this week")


async def waiting(scene: Scene) -> None:
    """An answer is on its way, and nothing of it is there."""
    await scene.ask("where is the makerspace?")
    scene.stage.chat.append(ChatRow(PATRON, "how does interlibrary loan work?"))
    scene.stage.chat.append(ChatRow(ANSWER, "", streaming=True))


async def stopped(scene: Scene) -> None:
    """An answer that broke off, and a word of the terminal's own."""
    await waiting(scene)
    place = scene.stage.chat.count - 1
    half = "We fetch it from another library, usually within"
    row = ChatRow(ANSWER, half, offer_person=True, can_retry=True)
    scene.stage.chat.put(place, row)
    scene.stage.chat.notice("The staff desk cannot be reached just now.")


async def sheet(scene: Scene) -> None:
    """What will be sent, before it is."""
    await conversation(scene)
    scene.stage.hand_off.compose()


async def reply(scene: Scene) -> None:
    """A librarian has the conversation."""
    await scene.ask("where can I find the 1911 harbor fire photographs?")
    scene.stage.hand_off.compose()
    scene.stage.hand_off.send("Ada", "")
    await scene.until(lambda: scene.desk.received)
    ticket = scene.desk.received[0].id
    scene.desk.claim(ticket, "Maya")
    scene.desk.reply(ticket, "The photographs are in Special Collections, box 14.")
    await scene.until(lambda: scene.stage.chat.rows[-1].kind == "librarian")


async def unreachable(scene: Scene) -> None:
    """A ticket that waits on the terminal for a desk that does not answer."""
    scene.desk.down = True
    await scene.ask("where can I find the 1911 harbor fire photographs?")
    scene.stage.hand_off.compose()
    scene.stage.hand_off.send("", "")
    await scene.until(lambda: scene.sees("ticketCode"))


async def countdown(scene: Scene) -> None:
    """The calm end."""
    await scene.ask("where is the makerspace?")
    scene.stage.visit.touch()
    scene.clock.advance(100)
    scene.stage.visit.tick()


SCREENS = {
    show.__name__: show
    for show in (
        home,
        old,
        unpublished,
        unsure,
        low,
        typing,
        conversation,
        place,
        week,
        waiting,
        stopped,
        sheet,
        reply,
        unreachable,
        countdown,
    )
}


def clipped(scene: Scene) -> list[str]:
    """Texts that are cut short or reach out of the window or of what holds them."""
    inside = QRectF(0, 0, scene.window.width(), scene.window.height())
    return [
        str(item.property("text"))
        for item in scene.items()
        if is_text(item) and not _scrolls(item) and not _fits(scene, item, inside)
    ]


def _fits(scene: Scene, item: QQuickItem, inside: QRectF) -> bool:
    place = scene.place_of(item).adjusted(SLACK, SLACK, -SLACK, -SLACK)
    fits = (
        item.property("contentWidth") <= item.width() + SLACK
        and item.property("contentHeight") <= item.height() + SLACK
    )
    return fits and not item.property("truncated") and _frame(scene, item, inside).contains(place)


def _frame(scene: Scene, item: QQuickItem, window: QRectF) -> QRectF:
    """What is seen of the window through all that holds the item and cuts it off."""
    parent = item.parentItem()
    while parent is not None:
        if parent.clip():
            window = window.intersected(scene.place_of(parent))
        parent = parent.parentItem()
    return window


def _scrolls(item: QQuickItem) -> bool:
    """Inside of what can be scrolled: that it goes on is no fault, but for what is most wanted."""
    if item.objectName() == "headline":
        return False
    parent = item.parentItem()
    while parent is not None:
        if parent.inherits("QQuickFlickable"):
            below = parent.property("contentHeight") > parent.height() + SLACK
            return bool(below or parent.property("contentWidth") > parent.width() + SLACK)
        parent = parent.parentItem()
    return False


def clickables(scene: Scene) -> Iterator[QQuickItem]:
    """What can be tapped now, other than a ground that only swallows or stops."""
    for item in scene.items():
        fields = ("QQuickAbstractButton", "QQuickTextField", "QQuickTextArea")
        tappable = any(item.inherits(kind) for kind in fields)
        if tappable and item.isEnabled():
            yield item


def too_small(scene: Scene) -> list[str]:
    """What a finger would miss."""
    return [
        f"{item.objectName() or item.property('text')}: {item.width():.0f} × {item.height():.0f}"  # noqa: RUF001  a size
        for item in clickables(scene)
        if min(item.width(), item.height()) < LEAST_PIXELS
    ]


def spoken_name(item: QQuickItem) -> str:
    """What a screen reader says of it."""
    seen = QAccessible.queryAccessibleInterface(item)
    return "" if seen is None else seen.text(QAccessible.Text.Name)


def scroll_up(scene: Scene, rows: QQuickItem) -> None:
    """Turn the wheel over the list."""
    middle = scene.place_of(rows).center()
    event = QWheelEvent(
        middle,
        scene.window.mapToGlobal(middle),
        QPoint(0, 240),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003  Qt's signature
    )
    QCoreApplication.sendEvent(scene.window, event)
    scene.look()

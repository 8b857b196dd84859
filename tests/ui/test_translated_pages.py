"""The pages in every language: nothing left in English, nothing cut off, nothing misunderstood."""

import re
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import asdict, is_dataclass
from itertools import product

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTranslator
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem

from kiosk.assistant.answers import Piece, TextPiece, Turn
from kiosk.core.errors import (
    AssistantUnavailable,
    ContentFiltered,
    ConversationTooLong,
    KioskError,
)
from kiosk.core.tickets import EventKind
from kiosk.ui import notices
from kiosk.ui.rows import RowsModel
from tests.ui import screens
from tests.ui.conftest import Curtain
from tests.ui.scene import SIZES, Scene, is_text

pytestmark = pytest.mark.no_cover  # what runs here is covered by tests of its own

TRANSLATED = ("es", "fr", "zh", "ar")
PLACEHOLDER = re.compile(r"(%\d|%n|\{\w+\})")
MARKED = re.compile("⟦[^⟦⟧]*⟧")
INNER = re.compile("[a-z_]*")
"""What our own code calls things. No word of Chinese data looks like it."""


class Marking(QTranslator):
    """Translates every text into itself, with marks around what stands in the sources."""

    def isEmpty(self) -> bool:  # noqa: N802  Qt's name
        return False

    def translate(  # type: ignore[override]  # Qt passes texts, whatever the stub says
        self, _context: str, text: str, _disambiguation: str = "", _n: int = -1
    ) -> str:
        inside = PLACEHOLDER.sub(r"⟧\1⟦", text)
        return f"⟦{inside}⟧"


@pytest.fixture
async def marked(scene: Scene) -> AsyncIterator[Scene]:
    """The screen with Chinese data and marked words."""
    scene.stage.language.choose("zh")
    marking = Marking()
    QCoreApplication.installTranslator(marking)
    scene.stage.language.changed.emit()
    yield scene
    QCoreApplication.removeTranslator(marking)


@pytest.mark.parametrize("screen", screens.SCREENS)
async def test_every_word_on_the_screen_can_be_translated(marked: Scene, screen: str) -> None:
    await marked.stage.home.refresh()
    await screens.SCREENS[screen](marked)
    marked.look()
    held = {MARKED.sub("", text) for text in texts_in(marked.stage.models())} - {""}
    data = sorted(held, key=len, reverse=True)
    seen = {text for item in marked.items() for text in words_of(item)}
    assert any("⟦" in text for text in seen)
    assert {text for text in seen if is_ours(text, data)} == set()


def words_of(item: QQuickItem) -> Iterator[str]:
    """What is read there, and what a screen reader says of it."""
    if is_text(item):
        yield str(item.property("text"))
    heard = QAccessible.queryAccessibleInterface(item)
    if heard is not None:
        yield heard.text(QAccessible.Text.Name)
        yield heard.text(QAccessible.Text.Description)


def is_ours(text: str, data: Sequence[str]) -> bool:
    """Whether words are left that are neither marked nor data."""
    text = MARKED.sub("", text)
    for known in data:
        text = text.replace(known, "")
    return any(letter.isalpha() for letter in text)


def texts_in(value: object) -> Iterator[str]:
    """Every text that the models hold: answers, names, times, what the patron wrote."""
    if isinstance(value, str):
        if not INNER.fullmatch(value):
            yield value
    elif isinstance(value, RowsModel):
        yield from texts_in(value.rows)
    elif isinstance(value, QObject):
        # Never that of an object of QML's: PySide keeps it when it is gone, and takes what comes
        # to lie in its place for it.
        told = type(value).staticMetaObject
        for place in range(told.propertyCount()):
            yield from texts_in(getattr(value, told.property(place).name()))
    elif isinstance(value, Mapping):
        yield from texts_in(list(value.values()))
    elif is_dataclass(value) and not isinstance(value, type):
        yield from texts_in(asdict(value))
    elif isinstance(value, Sequence):
        for part in value:
            yield from texts_in(part)


async def test_the_terminals_own_lines_can_be_translated(marked: Scene) -> None:
    assert marked.stage.language.tag == "zh"
    lines = [notices.of_ticket(kind, "") for kind in EventKind]
    lines += [notices.stopped(), notices.not_kept()]
    lines += [
        notices.speaker(patron=True, librarian=""),
        notices.speaker(patron=False, librarian=""),
    ]
    assert [line for line in lines if is_ours(line, ())] == []


@pytest.mark.parametrize("screen", screens.SCREENS)
async def test_nothing_is_cut_off_in_any_language(scene: Scene, screen: str) -> None:
    await screens.SCREENS[screen](scene)
    for language in TRANSLATED:
        await _speak(scene, language)
        for size in SIZES:
            scene.resize(size)
            assert screens.clipped(scene) == [], (language, size)
            assert screens.too_small(scene) == [], (language, size)


async def test_what_the_library_announces_is_whole_at_first_sight(scene: Scene) -> None:
    for language, size in product(("en", *TRANSLATED), SIZES):
        await _speak(scene, language)
        scene.resize(size)
        assert scene.stage.home.announcements
        assert scene.find("told").property("interactive") is False, (language, size)


async def _speak(scene: Scene, language: str) -> None:
    """All of the screen in that language, also the cards that are there."""
    before = len(scene.tasks)
    scene.stage.language.choose(language)
    await scene.stage.home.refresh()
    await scene.until(lambda: all(task.done() for task in scene.tasks[before:]))


@pytest.mark.parametrize("language", ["en", *TRANSLATED])
async def test_a_place_on_the_home_page_asks_for_its_week_in_words_that_are_understood(
    raise_curtain: Curtain, language: str
) -> None:
    scene = await raise_curtain()
    scene.stage.language.choose(language)
    await scene.stage.home.refresh()
    scene.look()
    names = [row.name for row in scene.stage.places.rows]
    assert len(names) == 5
    question = QCoreApplication.translate("HomePage", "hours of %1 this week")
    for name in names:
        await scene.ask(question.replace("%1", name))
        answer = scene.stage.chat.rows[-1]
        assert answer.language == language
        assert [(card["kind"], card["place"]) for card in answer.cards] == [("hours", name)]
        assert len([day for day in answer.cards[0]["days"] if day["marked"]]) > 1


class Refusing:
    """Answers nothing."""

    def __init__(self, error: KioskError) -> None:
        self._error = error

    def begin_visit(self) -> None:
        """Nothing to forget."""

    async def answer(
        self, _question: str, _history: Sequence[Turn], *, language: str, here: int | None
    ) -> AsyncIterator[Piece]:
        yield TextPiece(f"{language} {here}. ")
        raise self._error


@pytest.mark.parametrize(
    ("error", "language", "said"),
    [
        (ContentFiltered(), "es", "Aquí no puedo responder a eso."),
        (ConversationTooLong(), "fr", "C'est trop long pour moi."),
        (AssistantUnavailable(), "zh", "这个问题我现在回答不了。"),
        (KioskError(), "ar", "حدث خطأ ما."),
    ],
)
async def test_an_answer_that_breaks_off_says_why_in_the_language_of_the_screen(
    raise_curtain: Curtain, error: KioskError, language: str, said: str
) -> None:
    scene = await raise_curtain(answers=Refusing(error))
    scene.stage.language.choose(language)
    await scene.ask("why?")
    answer = scene.stage.chat.rows[-1]
    assert answer.text.startswith(f"{language} 9101.")
    assert said in answer.text
    assert error.patron_text not in answer.text


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["0 seconds left", "1 second left", "2 seconds left", "20 seconds left"]),
        ("ar", ["لم تبقَ أي ثانية", "بقيت ثانية واحدة", "بقيت ثانيتان", "بقيت 20 ثانية"]),
    ],
)
async def test_seconds_are_counted_as_the_language_counts(
    scene: Scene, language: str, said: Sequence[str]
) -> None:
    scene.stage.language.choose(language)
    source = "%n second(s) left"
    numbers = (0, 1, 2, 20)
    found = [QCoreApplication.translate("Countdown", source, "", number) for number in numbers]
    assert found == list(said)


async def test_the_countdown_is_written_with_the_digits_of_every_other_number(scene: Scene) -> None:
    scene.stage.language.choose("ar")
    await screens.countdown(scene)
    scene.look()
    assert scene.text_of("secondsLeft") == "20"
    assert screens.spoken_name(scene.find("secondsLeft")) == "بقيت 20 ثانية"


async def test_the_field_begins_where_its_language_begins(scene: Scene) -> None:
    field = scene.find("homeField")
    for language, is_mirrored in (("fr", False), ("ar", True)):
        scene.stage.language.choose(language)
        scene.look()
        send = scene.place_of(scene.find("send")).center().x()
        middle = scene.place_of(field).center().x()
        cursor = scene.place_of(field).x() + field.property("cursorRectangle").x()
        assert (send < middle) is is_mirrored
        assert (cursor > middle) is is_mirrored

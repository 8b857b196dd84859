"""The page that cannot break: everything on it is whole, on every screen."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from kiosk.ui.safe import GROUND, LINE, SafePage, SafeWindow, paint
from tests.fakes.waiting import eventually
from tests.ui.scene import SIZES

PAGE = SafePage(
    "Alder Bay University Libraries",
    [
        ("Marlowe Library", "Open until 1 am"),
        ("Lindqvist Music & Arts Library", "Closed · opens Mon 9 am"),
        ("Makerspace", "9am–4pm by appointment; ring the bell at the garden door"),  # noqa: RUF001  LibCal's own dash
    ],
    "Please ask at the service desk, straight ahead as you enter Marlowe Library.",
    "(508) 555-0110",
    "Hours as of 4:12 pm",
)


def painted(page: SafePage, size: str) -> tuple[bool, QImage]:
    image = QImage(*SIZES[size], QImage.Format.Format_RGB32)
    painter = QPainter(image)
    whole = paint(painter, image.width(), image.height(), page)
    painter.end()
    return whole, image


def has_ink(image: QImage, top: float, bottom: float) -> bool:
    rows = range(int(image.height() * top), int(image.height() * bottom), 2)
    ground = {GROUND, "#ffffff"}
    return any(
        image.pixelColor(x, y).name() not in ground
        for y in rows
        for x in range(80, image.width() - 80, 3)
    )


@pytest.mark.parametrize("size", SIZES)
def test_the_whole_page_fits(size: str) -> None:
    whole, image = painted(PAGE, size)
    assert whole
    assert has_ink(image, 0.0, 0.3)
    assert has_ink(image, 0.8, 0.95)


@pytest.mark.parametrize("size", SIZES)
def test_many_places_with_long_names_fit_in_smaller_type(size: str) -> None:
    long = [
        (f"The {n}th Memorial Library of Music, Dance & Visual Arts", "Open") for n in range(16)
    ]
    whole, _ = painted(replace(PAGE, title="Joint Libraries " * 5, lines=long), size)
    assert whole


def test_the_way_to_a_person_is_whole_even_where_the_list_is_endless() -> None:
    whole, image = painted(replace(PAGE, lines=[("A library", "Open")] * 300), "small")
    short = painted(replace(PAGE, lines=[("A library", "Open")] * 290), "small")[1]
    assert not whole
    below = image.copy(0, 640, image.width(), 128)
    assert below == short.copy(0, 640, image.width(), 128)


def test_without_hours_and_phone_a_person_is_still_named() -> None:
    whole, image = painted(replace(PAGE, lines=[], phone=""), "portrait")
    assert whole
    assert has_ink(image, 0.85, 0.97)


async def test_the_window_paints_what_is_true_now() -> None:
    said = [PAGE, replace(PAGE, title="Another day")]
    window = SafeWindow(lambda: said.pop(0))
    window.show()

    def drawn(least: int) -> bool:
        QGuiApplication.processEvents()
        return window.frames >= least

    await eventually(lambda: drawn(1))
    before = window.frames
    window.refresh()
    await eventually(lambda: drawn(before + 1))
    assert said == []
    window.close()


@pytest.fixture
def from_the_right() -> Iterator[None]:
    """A screen in Arabic."""
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


ARABIC = SafePage(
    "مكتبات",
    [("مكتبة مارلو", "مغلق")],
    "يُرجى السؤال عند مكتب الخدمة.",
    "(508) 555-0110",
    "آخر تحديث: الساعة 3 م",
)


@pytest.mark.usefixtures("from_the_right")
@pytest.mark.parametrize("size", SIZES)
def test_in_arabic_the_page_is_mirrored(size: str) -> None:
    whole, image = painted(ARABIC, size)
    assert whole
    title = range(min(image.width(), image.height()) // 6)
    middle = image.width() // 2
    assert ink_in(image, range(middle, image.width()), title)
    assert not ink_in(image, range(middle), title)


@pytest.mark.usefixtures("from_the_right")
def test_in_arabic_a_name_stands_on_the_right() -> None:
    _, image = painted(replace(ARABIC, title="", freshness="", lines=[("مكتبة", "")]), "landscape")
    row = range(100, 300)
    line_ends = 70
    assert ink_in(image, range(1400, image.width() - line_ends), row)
    assert not ink_in(image, range(line_ends, 900), row)


def ink_in(image: QImage, columns: range, rows: range) -> bool:
    ground = {GROUND, LINE, "#ffffff"}
    return any(image.pixelColor(x, y).name() not in ground for y in rows[::2] for x in columns[::2])

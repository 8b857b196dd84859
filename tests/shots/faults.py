"""What can be seen to be wrong in one picture, by code."""

from itertools import combinations

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickItem

from kiosk.ui.contrast import AA, AAA, contrast
from tests.ui.scene import Scene, is_text
from tests.ui.screens import clickables, clipped, too_small

MOSTLY = 0.9
"""Of what is cut off by the list that it is in, its letters may be the part that is not seen."""


def faults_of(scene: Scene, picture: QImage) -> list[str]:
    """A line for each fault."""
    return [
        *(f"cut off: {text!r}" for text in clipped(scene)),
        *(f"too small to touch: {name}" for name in too_small(scene)),
        *(f"one over the other: {names}" for names in overlaps(scene)),
        *(f"weak contrast: {text}" for text in weak_texts(scene, picture)),
    ]


def overlaps(scene: Scene) -> list[str]:
    """Pairs of things to touch, or of words, that lie over each other on one page."""
    found = []
    for kind in (list(_texts(scene)), list(clickables(scene))):
        for one, other in combinations(kind, 2):
            if _related(one, other) or not _same_layer(one, other):
                continue
            common = _seen_part(scene, one).intersected(_seen_part(scene, other))
            if common.width() > 2 and common.height() > 2:
                found.append(f"{_name(one)!r} and {_name(other)!r}")
    return found


def weak_texts(scene: Scene, picture: QImage) -> list[str]:
    """Words that stand out too little, of those that are seen whole."""
    least = AAA if scene.stage.appearance.look.theme == "contrast" else AA
    found = []
    for item in _texts(scene):
        place = _seen_part(scene, item).toRect().intersected(picture.rect())
        if place.height() < MOSTLY * item.height() or place.width() < 4 or not _is_bright(item):
            continue
        ratio = _range_of(picture, place.topLeft(), place.width(), place.height())
        if ratio < least - 0.1:  # what is smoothed at its edge loses a little
            found.append(f"{item.property('text')!r} {ratio:.1f}:1")
    return found


def _range_of(picture: QImage, corner: QPoint, width: int, height: int) -> float:
    """The greatest contrast between the commonest colour of that part and any other there."""
    colours: dict[int, int] = {}
    for y in range(corner.y(), corner.y() + height, 2):
        for x in range(corner.x(), corner.x() + width):
            colour = picture.pixel(x, y)
            colours[colour] = colours.get(colour, 0) + 1
    ground = QColor(max(colours, key=lambda colour: colours[colour]))
    return max(contrast(ground, QColor(colour)) for colour in colours)


def _texts(scene: Scene) -> list[QQuickItem]:
    return [item for item in scene.items() if is_text(item)]


def _is_bright(item: QQuickItem) -> bool:
    """Neither faded nor disabled: those are exempt (WCAG 2.2, 1.4.3, inactive)."""
    parent: QQuickItem | None = item
    while parent is not None:
        if parent.opacity() < 1 or not parent.isEnabled():
            return False
        parent = parent.parentItem()
    return True


def _related(one: QQuickItem, other: QQuickItem) -> bool:
    return one.isAncestorOf(other) or other.isAncestorOf(one)


def _same_layer(one: QQuickItem, other: QQuickItem) -> bool:
    """Not one on a page and the other on the sheet in front of it."""
    return one.isEnabled() == other.isEnabled()


def _seen_part(scene: Scene, item: QQuickItem) -> QRectF:
    """Where it is, less what is cut off by the list that it is in."""
    place = scene.place_of(item)
    parent = item.parentItem()
    while parent is not None:
        if parent.clip():
            place = place.intersected(scene.place_of(parent))
        parent = parent.parentItem()
    return place


def _name(item: QQuickItem) -> str:
    return str(item.property("text") or item.objectName())[:40]

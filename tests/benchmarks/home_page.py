"""The home screen as a static page of HTML, for a browser to show: the yardstick of the UI.

``python -m tests.benchmarks.home_page`` starts the real UI, reads what stands where on its home
screen, and prints the page: the same texts, fonts, colours, icons and places, and not a line of
script but the one that says when it was painted (``READY``).
"""

import html
from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QTimer, QUrl
from PySide6.QtGui import QColor, QFont
from PySide6.QtQml import QQmlProperty
from PySide6.QtQuick import QQuickItem

from kiosk.core.paths import resource_folder
from kiosk.ui.window import FAMILY, OTHER_SCRIPTS
from tests.benchmarks import inside
from tests.benchmarks.inside import Inside

READY = "/ready"
"""Where the page calls when it was painted."""

FONTS = "/fonts/"
"""Where its fonts are served."""

WIDTH, HEIGHT = 1920, 1080
_SETTLED_MILLISECONDS = 1500


def page(root: QQuickItem, ground: str) -> str:
    """Everything that is visible below ``root``, each at its own place."""
    parts = "\n".join(part for item in _visible(root) if (part := _part(item)))
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{FAMILY}</title><style>
{_faces()}
body {{ margin: 0; background: {ground}; font-family: "{FAMILY}", "{'", "'.join(OTHER_SCRIPTS)}" }}
body > * {{ position: absolute; box-sizing: border-box }}
</style></head><body>
{parts}
<script>requestAnimationFrame(() => requestAnimationFrame(() => fetch("{READY}")))</script>
</body></html>"""


def _faces() -> str:
    named = {
        "Atkinson": FAMILY,
        "NotoSansArabic": OTHER_SCRIPTS[0],
        "NotoSansCJK": OTHER_SCRIPTS[1],
    }
    return "\n".join(
        f'@font-face {{ font-family: "{family}"; src: url("{FONTS}{file.name}");'
        f" font-weight: {_weight(file.stem)} }}"
        for start, family in named.items()
        for file in sorted((resource_folder() / "fonts").glob(f"{start}*"))
    )


def _weight(name: str) -> str:
    last = name.rpartition("-")[2]
    return {"Regular": "400", "Bold": "700"}.get(last, last)


def _visible(item: QQuickItem) -> Iterator[QQuickItem]:
    if item.isVisible() and item.opacity() > 0:
        yield item
        for child in sorted(item.childItems(), key=lambda child: child.z()):
            yield from _visible(child)


def _part(item: QQuickItem) -> str:
    if item.inherits("QQuickText") and item.property("text"):
        return (
            f'<div style="{_place(item)};{_type(item)}">{html.escape(item.property("text"))}</div>'
        )
    if item.inherits("QQuickImage") and (source := _source(item)):
        return f'<img style="{_place(item)}" src="{html.escape(source)}" alt="">'
    if item.inherits("QQuickRectangle"):
        return f'<div style="{_place(item)};{_box(item)}"></div>'
    return ""


def _place(item: QQuickItem) -> str:
    where = QRectF(item.mapToScene(QPointF(0, 0)), item.size())
    return (
        f"left:{where.x():.1f}px;top:{where.y():.1f}px;"
        f"width:{where.width():.1f}px;height:{where.height():.1f}px"
    )


def _type(item: QQuickItem) -> str:
    font: QFont = item.property("font")
    return (
        f"font-size:{font.pixelSize()}px;font-weight:{int(font.weight())};"
        f"color:{_colour(item.property('color'))};line-height:1.25;"
        f"white-space:{'nowrap' if item.property('lineCount') == 1 else 'pre-wrap'};"
        "align-content:center"
    )


def _box(item: QQuickItem) -> str:
    width, colour = (QQmlProperty(item, f"border.{of}").read() for of in ("width", "color"))
    return (
        f"background:{_colour(item.property('color'))};border-radius:{item.property('radius')}px;"
        f"border:{width}px solid {_colour(colour)}"
    )


def _colour(colour: QColor) -> str:
    return f"rgba({colour.red()},{colour.green()},{colour.blue()},{colour.alphaF():.2f})"


def _source(item: QQuickItem) -> str:
    source: QUrl = item.property("source")
    text = source.toString(QUrl.ComponentFormattingOption.FullyEncoded)
    return text if source.scheme() == "data" else ""


def _print(ui: Inside) -> None:
    ui.window.resize(WIDTH, HEIGHT)
    QTimer.singleShot(_SETTLED_MILLISECONDS, partial(_printed, ui))


def _printed(ui: Inside) -> None:
    ui.tell(page(ui.window.contentItem(), _colour(ui.window.color())))
    ui.leave()


if __name__ == "__main__":
    inside.run(_print)

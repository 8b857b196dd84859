"""What is still there of what somebody said: in Python's objects, in Qt's, on the clipboard."""

import gc
import secrets
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickWindow

_LETTERS = "bcdfghjklmnpqrstvwxz"
_BEGIN = "qzjx"
"""How each mark begins and nothing else: most of a million texts need no second look."""
_AT_ONCE = 5_000
"""Objects that are asked together for what they hold; one by one takes ten times as long."""
_BEGINS = tuple(_BEGIN.encode(form) for form in ("utf-8", "utf-16-le"))


class Mark:
    """A word that nobody ever said before, which is kept in a form that no search finds."""

    def __init__(self, place: str) -> None:
        self.place = place
        letters = _BEGIN + "".join(secrets.choice(_LETTERS) for _ in range(8))
        self._hidden = bytes(letter ^ 0xFF for letter in letters.encode())

    def words(self) -> str:
        """To be typed at once, and not to be kept."""
        return bytes(letter ^ 0xFF for letter in self._hidden).decode()

    def is_in(self, value: object) -> bool:
        """Whether a text or bytes hold it."""
        if isinstance(value, str):
            return self.words() in value
        if isinstance(value, bytes | bytearray):
            return any(self.words().encode(form) in value for form in ("utf-8", "utf-16-le"))
        return False


def python_holders(marks: Iterable[Mark]) -> dict[str, list[str]]:
    """The kinds of Python objects from which each mark can be reached, by its place."""
    gc.unfreeze()
    gc.collect()
    marks = list(marks)
    found: dict[str, list[str]] = {}
    for holder, value in _held():
        for mark in marks:
            if mark.is_in(value):
                found.setdefault(mark.place, []).append(_told(holder))
    return found


def qt_holders(window: QQuickWindow, marks: Iterable[Mark]) -> dict[str, list[str]]:
    """The Qt objects with a property that holds a mark, by its place."""
    marks = list(marks)
    found: dict[str, list[str]] = {}
    for thing in _qt_objects(window):
        for name, value in _properties(thing):
            for mark in marks:
                if any(mark.is_in(text) for text in _texts(value)):
                    kind = thing.metaObject().className()
                    found.setdefault(mark.place, []).append(f"{kind}.{name}")
    return found


def undoable(window: QQuickWindow) -> list[str]:
    """The fields that would bring something back."""
    fields = (thing for thing in _qt_objects(window) if thing.inherits("QQuickTextInput"))
    return [field.objectName() or "a field" for field in fields if field.property("canUndo")]


def clipboard_texts() -> list[str]:
    """What can be pasted, by key and by the mouse's middle button."""
    clipboard: Any = QGuiApplication.clipboard()
    modes = [QClipboard.Mode.Clipboard]
    if clipboard.supportsSelection():
        modes.append(QClipboard.Mode.Selection)
    return [clipboard.text(mode) for mode in modes]


def _held() -> Iterator[tuple[object, object]]:
    """Every text with the beginning of a mark that something holds, with what holds it."""
    seen: set[int] = set()
    waiting: list[object] = [*gc.get_objects(), *_other_threads()]
    own = {id(waiting), id(seen)}
    while waiting:
        some = waiting[-_AT_ONCE:]
        del waiting[-_AT_ONCE:]
        held = gc.get_referents(*(one for one in some if id(one) not in own))
        texts = "\n".join([one for one in held if type(one) is str])
        raw = b"\n".join([one for one in held if type(one) in (bytes, bytearray)])
        if _begins_in(texts) or _begins_in(raw):
            yield from _holders(some)
        # Those of texts only, of which the collector keeps no list.
        inner = [one for one in held if type(one) in (tuple, dict) and not gc.is_tracked(one)]
        waiting += [one for one in inner if id(one) not in seen]
        seen.update(map(id, inner))


def _holders(some: Iterable[object]) -> Iterator[tuple[object, object]]:
    for holder in some:
        for held in gc.get_referents(holder):
            if isinstance(held, str | bytes | bytearray) and _begins_in(held):
                yield holder, held


def _begins_in(value: str | bytes | bytearray) -> bool:
    if isinstance(value, str):
        return _BEGIN in value
    return any(begin in value for begin in _BEGINS)


def _other_threads() -> list[object]:
    own = threading.get_ident()
    frames = (frame for id_, frame in sys._current_frames().items() if id_ != own)  # noqa: SLF001  its documented name
    return list(frames)


def _told(holder: object) -> str:
    names = ", ".join(map(str, list(holder)[:4])) if isinstance(holder, dict) else ""
    return f"{type(holder).__qualname__}({names})"


def _qt_objects(window: QQuickWindow) -> list[QObject]:
    items: list[QQuickItem] = [window.contentItem()]
    for item in items:
        items.extend(item.childItems())
    things: list[QObject] = [window, *window.findChildren(QObject), *items]
    things += [child for item in items for child in item.findChildren(QObject)]
    return list({id(thing): thing for thing in things}.values())


def _properties(thing: QObject) -> Iterator[tuple[str, object]]:
    kind = thing.metaObject()  # PySide keeps it: one more reason for a process of its own
    for number in range(kind.propertyCount()):
        name = kind.property(number).name()
        yield name, _value(lambda name=name: thing.property(name))


def _value(read: Callable[[], object]) -> object:
    try:
        return read()
    except RuntimeError:  # of a kind that Python does not know, so no text
        return None


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _texts(key)
            yield from _texts(part)

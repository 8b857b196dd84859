"""Lets a script touch the screen as a patron would: for the tour and the journeys.

The kiosk listens nowhere. It dials *out* to the loopback address that ``kiosk ui --driver`` was
given on its command line, which only who starts the program can do, and answers one JSON
command a line::

    {"do": "tap", "name": "send"}              a press and a release in the middle of that item
    {"do": "type", "text": "until when?"}      key by key, to whatever has the focus
    {"do": "key", "key": "Return"}
    {"do": "read", "name": "headline", "property": "text"}
    {"do": "shot", "path": "/…/01.png"}        what is on the screen, as a picture
    {"do": "rows"}                             the conversation: kind, text, busy
    {"do": "pid"}                              of this process
    {"do": "size", "width": 1080, "height": 1920}

Items are found by ``objectName`` among those that are visible. Answers are
``{"ok": true, "value": …}`` or ``{"ok": false, "why": "…"}``.
"""

import asyncio
import ipaddress
import json
import os
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.core.errors import UsageError, WireError
from kiosk.ui.chat import ChatModel


class Driver:
    """Carries out commands on one window."""

    def __init__(self, window: QQuickWindow, chat: ChatModel) -> None:
        self._window = window
        self._chat = chat

    async def run(self, address: str) -> None:
        """Dial out to ``HOST:PORT`` and serve until the other side hangs up.

        Raises:
            UsageError: not a loopback address.
        """
        host, _, port = address.rpartition(":")
        if not ipaddress.ip_address(host).is_loopback:
            raise UsageError("--driver takes a loopback address only")
        reader, writer = await asyncio.open_connection(host, int(port))
        try:
            while line := await reader.readline():
                writer.write(json.dumps(self._answer(line)).encode() + b"\n")
                await writer.drain()
        finally:
            writer.close()

    def _answer(self, line: bytes) -> dict[str, Any]:
        try:
            return {"ok": True, "value": self._do(json.loads(line))}
        except (WireError, KeyError, ValueError) as error:
            return {"ok": False, "why": str(error)}

    def _do(self, command: dict[str, Any]) -> Any:
        """What comes back; None after a command that only does something."""
        match command["do"]:
            case "read":
                return self._find(command["name"]).property(command["property"])
            case "visible":
                return self._look_for(command["name"]) is not None
            case "rows":
                return [
                    {"kind": row.kind, "text": row.text, "busy": row.streaming}
                    for row in self._chat.rows
                ]
            case "pid":
                return os.getpid()
            case "shot":
                return self._window.grabWindow().save(command["path"])
        return self._touch(command)

    def _touch(self, command: dict[str, Any]) -> None:
        match command["do"]:
            case "tap":
                self._tap(self._find(command["name"]))
            case "type":
                for letter in command["text"]:
                    self._press(0, letter)
            case "key":
                self._press(int(Qt.Key[f"Key_{command['key']}"].value), "")
            case "size":
                self._window.setGeometry(0, 0, command["width"], command["height"])
            case other:
                raise WireError(f"the driver does not know {other!r}")

    def _find(self, name: str) -> QQuickItem:
        item = self._look_for(name)
        if item is None:
            raise WireError(f"nothing called {name!r} is on the screen")
        return item

    def _look_for(self, name: str) -> QQuickItem | None:
        waiting = [self._window.contentItem()]
        while waiting:
            item = waiting.pop()
            if item.objectName() == name:
                return item
            waiting.extend(child for child in item.childItems() if child.isVisible())
        return None

    def _tap(self, item: QQuickItem) -> None:
        if not item.isEnabled():
            raise WireError(f"{item.objectName()!r} cannot be tapped now")
        middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2))
        for kind, buttons in (
            (QEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton),
            (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
        ):
            self._send(
                QMouseEvent(
                    kind,
                    middle,
                    self._window.mapToGlobal(middle),
                    Qt.MouseButton.LeftButton,
                    buttons,
                    Qt.KeyboardModifier.NoModifier,
                )
            )

    def _press(self, key: int, text: str) -> None:
        none = Qt.KeyboardModifier.NoModifier
        self._send(QKeyEvent(QEvent.Type.KeyPress, key, none, text))
        self._send(QKeyEvent(QEvent.Type.KeyRelease, key, none, text))

    def _send(self, event: QEvent) -> None:
        QCoreApplication.sendEvent(self._window, event)

"""A screen reader's side of AT-SPI: what a program shows of itself, and what it says.

Roles, states and names of signals: https://docs.gtk.org/atspi2/ and at-spi2-core's ``xml/``.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

from jeepney import DBusAddress, HeaderFields, MatchRule, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.journeys.looking import wait_until

_ATSPI = "org.a11y.atspi"
_ROOT = "/org/a11y/atspi/accessible/root"
_LONGEST_CALL = 20.0
# Numbers of AtspiStateType.
STATES = {
    4: "checked",
    7: "editable",
    8: "enabled",
    11: "focusable",
    12: "focused",
    24: "sensitive",
    25: "showing",
    30: "visible",
    41: "checkable",
}


class Gone(Exception):
    """The object is not there any more."""


@dataclass(frozen=True, slots=True)
class Node:
    """One thing of the tree, as it was when it was looked at."""

    bus: str
    path: str
    role: str
    name: str
    description: str
    states: frozenset[str]
    parent: "Node | None" = field(compare=False, default=None, repr=False)

    @property
    def shown(self) -> bool:
        """Whether somebody could see it."""
        return {"showing", "visible"} <= self.states

    def __str__(self) -> str:
        return f"{self.role} {self.name!r}"


class ScreenReader:
    """Walks the tree of the one program on an accessibility bus, and hears what it says."""

    def __init__(self, bus: str) -> None:
        self._connection: DBusConnection = open_dbus_connection(bus)
        self._events = open_dbus_connection(bus)
        self._heard: list[str] = []
        self._listen()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._connection.close()
        self._events.close()

    # Eyes

    def nodes(self) -> Iterator[Node]:
        """Everything, hidden or not, parents first."""
        for bus, path in self._call((f"{_ATSPI}.Registry", _ROOT), "Accessible", "GetChildren")[0]:
            yield from self._below((bus, path), None)

    def shown(self) -> list[Node]:
        """All that somebody could see, parents first."""
        try:
            return [node for node in self.nodes() if node.shown]
        except Gone:
            return []  # it changed while it was looked at

    def find(self, role: str, name: str) -> Node:
        """The one that can be used now, with this role and this in its name; waits for it.

        What is called exactly so goes before what only has it in its name.
        """
        found: list[Node] = []

        def look() -> bool:
            usable = [node for node in self.shown() if "sensitive" in node.states]
            found[:] = [node for node in usable if node.role == role and name in node.name]
            found.sort(key=lambda node: node.name != name)
            return bool(found)

        wait_until(look, f"a {role} {name!r} is there")
        return found[0]

    def sees(self, words: str) -> bool:
        """Whether something that is shown is called so, or has these words in it."""
        return any(words in node.name for node in self.shown())

    def focused(self) -> Node | None:
        """What has the focus."""
        return next((node for node in self.shown() if "focused" in node.states), None)

    def text_of(self, node: Node) -> str:
        """What is written in it."""
        reference = (node.bus, node.path)
        return str(self._call(reference, "Text", "GetText", "ii", (0, -1))[0])

    def locale(self) -> str:
        """The language that the program says it speaks."""
        [[application]] = self._call((f"{_ATSPI}.Registry", _ROOT), "Accessible", "GetChildren")
        return str(self._call(application, "Application", "GetLocale", "u", (0,))[0])

    # Hands

    def press(self, node: Node) -> None:
        """Do what it is there for."""
        names = [str(a[0]) for a in self._call(self._of(node), "Action", "GetActions")[0]]
        assert "Press" in names, f"{node} can only {names}"
        self._call(self._of(node), "Action", "DoAction", "i", (names.index("Press"),))

    def focus(self, node: Node) -> None:
        """Give it the focus."""
        self._call(self._of(node), "Component", "GrabFocus")

    def write(self, node: Node, words: str) -> None:
        """Put words into a field."""
        self._call(self._of(node), "EditableText", "SetTextContents", "s", (words,))

    # Ears

    def heard(self) -> list[str]:
        """Every announcement until now."""
        while True:
            try:
                message = self._events.receive(timeout=0.01)
            except TimeoutError:
                return list(self._heard)
            fields = message.header.fields
            if message.header.message_type is not MessageType.signal:
                continue
            if fields.get(HeaderFields.member) == "Announcement":
                self._heard.append(str(message.body[3][1]))

    def _listen(self) -> None:
        rule = MatchRule(type="signal", interface=f"{_ATSPI}.Event.Object", member="Announcement")
        bus = DBusAddress(
            "/org/freedesktop/DBus",
            bus_name="org.freedesktop.DBus",
            interface="org.freedesktop.DBus",
        )
        call = new_method_call(bus, "AddMatch", "s", (rule.serialise(),))
        self._events.send_and_get_reply(call)
        # A registry that is called while it starts sometimes goes, and comes again.
        wait_until(self._is_registered, "the registry takes listeners")

    def _is_registered(self) -> bool:
        registry = (f"{_ATSPI}.Registry", f"/{_ATSPI.replace('.', '/')}/registry")
        try:
            self._call(registry, "Registry", "RegisterEvent", "s", ("object:announcement",))
        except Gone:
            return False
        return True

    def _below(self, reference: tuple[str, str], parent: Node | None) -> Iterator[Node]:
        node = self._node(reference, parent)
        yield node
        for child in self._call(reference, "Accessible", "GetChildren")[0]:
            yield from self._below(child, node)

    def _node(self, reference: tuple[str, str], parent: Node | None) -> Node:
        [low, high] = self._call(reference, "Accessible", "GetState")[0]
        bits = low | high << 32
        return Node(
            bus=reference[0],
            path=reference[1],
            role=str(self._call(reference, "Accessible", "GetRoleName")[0]),
            name=self._property(reference, "Name").replace("\xa0", " "),
            description=self._property(reference, "Description"),
            states=frozenset(name for number, name in STATES.items() if bits >> number & 1),
            parent=parent,
        )

    def _property(self, reference: tuple[str, str], name: str) -> str:
        address = DBusAddress(
            reference[1], bus_name=reference[0], interface="org.freedesktop.DBus.Properties"
        )
        words = (f"{_ATSPI}.Accessible", name)
        return str(self._send(new_method_call(address, "Get", "ss", words))[0][1])

    def _of(self, node: Node) -> tuple[str, str]:
        return node.bus, node.path

    def _call(
        self,
        reference: tuple[str, str],
        interface: str,
        method: str,
        signature: str | None = None,
        body: tuple[Any, ...] = (),
    ) -> Any:
        bus, path = reference
        address = DBusAddress(path, bus_name=bus, interface=f"{_ATSPI}.{interface}")
        return self._send(new_method_call(address, method, signature, body))

    def _send(self, call: Any) -> Any:
        reply = self._connection.send_and_get_reply(call, timeout=_LONGEST_CALL)
        if reply.header.message_type is MessageType.error:
            raise Gone(str(reply.body))
        return reply.body

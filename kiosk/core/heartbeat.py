"""The pipe between the watchdog and the UI: one JSON object a line, UTF-8.

UI → watchdog, on the UI's standard output::

    {"type": "ready"}                            the first frame is on the screen
    {"type": "beat", "frames": 1234}             each second, through the UI thread's event loop
    {"type": "snapshot", "visit": {…}}           the visit as it stands, after each change
    {"type": "forget"}                           the visit is over: drop the snapshot

Watchdog → UI, on the UI's standard input::

    {"type": "restore", "visit": {…} | null}     always the first line
    (end of file)                                the watchdog is gone, or wants the UI to go

A snapshot is opaque to the watchdog, lives in its memory only, and dies with the visit. Spaces
behind ``forget`` see to it that nothing of it stays in the buffer it was read through.
"""

import io
import json
from dataclasses import dataclass
from typing import Any

from kiosk.core.errors import WireError

MAX_LINE_BYTES = 1_000_000
"""Longer lines are refused; a visit of 200 long messages is about a tenth of this."""

_FORGET_BYTES = 2 * io.DEFAULT_BUFFER_SIZE
"""However full a reader's buffer is just then, after so many it holds nothing of the visit."""

Visit = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Ready:
    """The first frame is on the screen."""


@dataclass(frozen=True, slots=True)
class Beat:
    """The UI thread is alive.

    Attributes:
        frames: Frames rendered since the process started.
    """

    frames: int


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a patron would lose if the UI died now."""

    visit: Visit


@dataclass(frozen=True, slots=True)
class Forget:
    """The visit is over."""


@dataclass(frozen=True, slots=True)
class Restore:
    """What the last UI left behind, or None."""

    visit: Visit | None


Message = Ready | Beat | Snapshot | Forget | Restore


def encode(message: Message) -> bytes:
    """One line, with its newline."""
    body: dict[str, Any]
    least = 0
    match message:
        case Ready():
            body = {"type": "ready"}
        case Beat(frames):
            body = {"type": "beat", "frames": frames}
        case Snapshot(visit):
            body = {"type": "snapshot", "visit": visit}
        case Forget():
            body, least = {"type": "forget"}, _FORGET_BYTES
        case Restore(visit_or_none):
            body = {"type": "restore", "visit": visit_or_none}
    line = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    return line.ljust(least) + b"\n"


def decode(line: bytes) -> Message:
    """Read one line.

    Raises:
        WireError: not one of ours.
    """
    if len(line) > MAX_LINE_BYTES:
        raise WireError(f"a heartbeat line of {len(line)} bytes is too long")
    try:
        body = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise WireError("a heartbeat line is not JSON") from error
    match body:
        case {"type": "ready"}:
            return Ready()
        case {"type": "beat", "frames": int(frames)}:
            return Beat(frames)
        case {"type": "snapshot", "visit": dict(visit)}:
            return Snapshot(visit)
        case {"type": "forget"}:
            return Forget()
        case {"type": "restore", "visit": dict() | None as visit}:
            return Restore(visit)
        case _:
            raise WireError("a heartbeat line has an unknown form")

"""``kiosk demo``: the whole product on one machine, with nothing to configure.

1. A folder of its own is made; where ``KIOSK_HOME`` is set, that one is used and kept.
2. The invented library's LibCal starts on a free port of the loopback.
3. The staff desk starts beside it, with one librarian and one terminal let in.
4. The watchdog starts, and under it the kiosk window: ``kiosk run``, as on any terminal.
5. Ctrl+C, or the end of the tour, stops them all in the opposite order.

Every part is the real process, configured by the real settings.
"""

import secrets
import signal
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from types import FrameType

from kiosk.app.children import Child, ask_once
from kiosk.app.console import Console
from kiosk.core.clock import iso_utc
from kiosk.core.paths import Folders, resource_folder
from kiosk.demo.libcal import CLIENT_ID, CLIENT_SECRET
from kiosk.demo.library import alder_bay

LIBRARIAN = "Maya"
TERMINAL = "Entrance hall"
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")


@dataclass(frozen=True, slots=True)
class DemoOptions:
    """How the demo is shown.

    Attributes:
        now: The moment that the terminal's clock starts from; None for the real one.
        driver: Loopback address of a script that plays the patron; empty for none.
    """

    now: datetime | None = None
    driver: str = ""


@dataclass(frozen=True, slots=True)
class Demo:
    """What runs.

    Attributes:
        desk_url: Where librarians sign in.
        librarian, password: Who can.
        off_screen: There is no display.
        terminal: The watchdog's process.
    """

    desk_url: str
    librarian: str
    password: str
    off_screen: bool
    terminal: Child


def run(console: Console, options: DemoOptions) -> int:
    """Show everything until Ctrl+C."""
    with _stoppable(), running_demo(console, options) as demo:
        console.say("Library Kiosk is running with an invented library.")
        if demo.off_screen:
            console.say("There is no display here, so the kiosk window is drawn off-screen.")
        console.say(f"Staff desk: {demo.desk_url}")
        console.say(f"Sign in as {demo.librarian} with the password {demo.password}")
        console.say("Ctrl+C ends the demo.")
        return demo.terminal.wait()


@contextmanager
def running_demo(console: Console, options: DemoOptions) -> Iterator[Demo]:
    """Start every process; stop them all at the end of the block.

    Raises:
        Unavailable: one of them did not start.
    """
    with ExitStack() as stack:
        home = console.environment.get("KIOSK_HOME") or stack.enter_context(
            # A process that is still writing must not spoil the end of the demo.
            tempfile.TemporaryDirectory(prefix="kiosk-demo-", ignore_cleanup_errors=True)
        )
        off_screen = is_off_screen(console.environment, sys.platform)
        environment = {**_environment(console.environment, home), **_drawing(off_screen)}
        libcal = _started(stack, "the LibCal simulator", ["simulate-libcal"], environment)
        address = libcal.address()
        environment |= {"KIOSK_LIBCAL__BASE_URL": address, "KIOSK_LIBANSWERS__BASE_URL": address}
        password = secrets.token_urlsafe(9)
        ask_once(["desk", "add-librarian", LIBRARIAN], environment, password)
        token = ask_once(["desk", "add-terminal", TERMINAL], environment)
        desk = _started(stack, "the staff desk", ["desk"], environment)
        environment["KIOSK_DESK__URL"] = desk.address()
        environment["KIOSK_DESK__TOKEN"] = token
        terminal = _started(stack, "the terminal", ["run", *_words(options)], environment)
        yield Demo(environment["KIOSK_DESK__URL"], LIBRARIAN, password, off_screen, terminal)


def is_off_screen(environment: Mapping[str, str], platform: str) -> bool:
    """Whether there is no display, or none is wanted."""
    if environment.get("QT_QPA_PLATFORM"):
        return environment["QT_QPA_PLATFORM"] == "offscreen"
    return platform.startswith("linux") and not any(environment.get(name) for name in DISPLAYS)


def _drawing(off_screen: bool) -> dict[str, str]:  # noqa: FBT001  the only thing it is about
    return {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"} if off_screen else {}


def _environment(given: Mapping[str, str], home: str) -> dict[str, str]:
    """The settings of the demo; what is set already (a model's key, say) stays."""
    library = alder_bay()
    return {
        "KIOSK_LOCATION": str(library.places[0].lid),
        "KIOSK_SCREEN__FULL_SCREEN": "false",
        **given,
        "KIOSK_HOME": home,
        "KIOSK_TIMEZONE": library.zone,
        "KIOSK_CONTENT": str(resource_folder() / "demo"),
        "KIOSK_LIBCAL__CLIENT_ID": CLIENT_ID,
        "KIOSK_LIBCAL__CLIENT_SECRET": CLIENT_SECRET,
        "KIOSK_LIBANSWERS__CLIENT_ID": CLIENT_ID,
        "KIOSK_LIBANSWERS__CLIENT_SECRET": CLIENT_SECRET,
        "KIOSK_LIBCAL__LOCATION_IDS": ",".join(str(place.lid) for place in library.places),
        "KIOSK_LIBCAL__IID": str(library.iid),
        "KIOSK_DESK_SERVER__PORT": "0",
    }


def _words(options: DemoOptions) -> list[str]:
    now = ["--now", iso_utc(options.now)] if options.now else []
    return [*now, *(["--driver", options.driver] if options.driver else [])]


def _started(
    stack: ExitStack, name: str, words: list[str], environment: Mapping[str, str]
) -> Child:
    log = Folders.at(environment["KIOSK_HOME"]).logs / f"demo-{words[0]}.log"
    child = Child(name, words, environment, log)
    stack.callback(child.stop)
    return child


@contextmanager
def _stoppable() -> Iterator[None]:
    """SIGTERM ends the demo as Ctrl+C does, so that nothing is left running."""

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)

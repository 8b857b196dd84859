"""The machine: folders, keyring, clock, the screen and its fonts."""

import importlib
import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from kiosk.app.doctor.finding import Finding, failed, ok, warning
from kiosk.core.content import Content
from kiosk.core.errors import StorageError
from kiosk.core.paths import Folders
from kiosk.core.settings import Settings
from kiosk.hours.time_trust import Doubt

QT_MODULES = ("PySide6.QtGui", "PySide6.QtQuick")
SCRIPTS = {
    "Latin": "fonts-dejavu-core",
    "Arabic": "fonts-noto-core",
    "SimplifiedChinese": "fonts-noto-cjk",
}
"""Writing systems, by Qt's names, that patrons bring along; with Debian's package for each."""


class Keyring(Protocol):
    """A keyring that can be tried out."""

    def check(self) -> None:
        """Raises StorageError where it does not work."""


def folders_writable(folders: Folders) -> Finding:
    """Each folder can be made and written to."""
    for folder in (folders.data, folders.configuration, folders.cache, folders.logs):
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with tempfile.TemporaryFile(dir=folder):
                pass
        except OSError as error:
            return failed(
                "folders",
                f"{folder} cannot be written ({error.strerror}); give it to the kiosk's user.",
            )
    return ok("folders", f"data in {folders.data}, logs in {folders.logs}")


def keyring_works(keyring: Keyring) -> Finding:
    """Secrets can be looked up."""
    try:
        keyring.check()
    except StorageError as error:
        return warning("keyring", str(error))
    return ok("keyring", "answers")


def clock_is_sane(
    now: datetime, doubt: Doubt | None, settings: Settings, content: Content
) -> Finding:
    """Nothing speaks against the clock, and the zone is somebody's choice."""
    if doubt is not None:
        return failed("clock", doubt.sentence)
    if not (settings.timezone or content.timezone):
        return warning("clock", "no time zone is set, so hours count in UTC; set `timezone`.")
    zone = settings.timezone or content.timezone
    return ok("clock", f"{now:%Y-%m-%d %H:%M} UTC, the library is in {zone}")


def qt_loads(load: Callable[[str], object] = importlib.import_module) -> Finding:
    """The libraries that draw the screen are all there."""
    try:
        for module in QT_MODULES:
            load(module)
    except ImportError as error:
        return failed("screen", f"Qt cannot be loaded ({error}); install what ADMIN.md lists.")
    return ok("screen", "Qt loads")


def display_found(environment: Mapping[str, str], platform: str) -> Finding:
    """On Linux: there is something to draw on."""
    if platform != "linux":
        return ok("display", "the system's own")
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"):
        if environment.get(name):
            return ok("display", f"{name} is {environment[name]}")
    return warning("display", "none in this session; start the terminal inside a graphical one.")


def fonts_found(systems: Collection[str]) -> Finding:
    """There are letters for the patrons' languages."""
    missing = [name for name in SCRIPTS if name not in systems]
    if not missing:
        return ok("fonts", "Latin, Arabic and Chinese")
    packages = " ".join(SCRIPTS[name] for name in missing)
    return warning(
        "fonts", f"no letters for {', '.join(missing)}; install fonts (on Debian: {packages})."
    )


def accent_readable(accent: str) -> Iterator[Finding]:
    """The library's colour can be read as it is. Nothing is said where it has none."""
    if not accent:
        return
    # As above: only where Qt loads.
    from PySide6.QtGui import QColor  # noqa: PLC0415

    from kiosk.ui.appearance import Theme, tint_of  # noqa: PLC0415

    light = tint_of(QColor(accent), Theme.LIGHT).name()
    if light == QColor(accent).name():
        yield ok("accent", accent)
    else:
        yield warning("accent", f"{accent} cannot be read on paper colours; {light} is shown.")


def writing_systems(arguments: Sequence[str] = ("kiosk", "-platform", "offscreen")) -> set[str]:
    """What the machine's fonts can write, as Qt sees them. Needs no display."""
    # Qt is loaded for this one question only, on a machine where it may not load at all.
    from PySide6.QtGui import QFontDatabase, QGuiApplication  # noqa: PLC0415 - see above

    # Qt ends the process over a font database without an application, and allows only one.
    application = QGuiApplication.instance() or QGuiApplication(list(arguments))
    try:
        return {system.name for system in QFontDatabase.writingSystems()}
    finally:
        del application

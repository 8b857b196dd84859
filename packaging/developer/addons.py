"""What of Qt's add-ons goes into the bundle: reading aloud, and nothing else.

PyInstaller's hook for QtQml takes every QML plugin that it finds in the wheel's folder, with all
that they link. With PySide6's add-ons installed these are 3D, charts, maps and film.
"""

from collections.abc import Collection, Iterable
from importlib.metadata import files
from pathlib import PurePosixPath

DISTRIBUTION = "PySide6_Addons"
Entry = tuple[str, str, str]
"""A line of PyInstaller's table of contents: where it goes, where it comes from, its kind."""

# Libraries, as Linux, Windows and macOS call them, up to the first dot. QtTextToSpeech is linked
# with QtMultimedia, because an engine may hand over sound as well; QtMultimedia's own Python
# module and what plays and records are not needed for that.
NEEDED = frozenset(
    {
        *("QtTextToSpeech", "libQt6TextToSpeech", "Qt6TextToSpeech"),
        *("libQt6Multimedia", "Qt6Multimedia"),
    }
)
FRAMEWORK = "QtMultimedia"
"""The same library on macOS, whose name has no dot; the Python module's has one."""
PLUGINS = "texttospeech"
TESTED_WITH = "mock"
"""A plugin that pretends; only tests use it."""


def addons() -> frozenset[str]:
    """Every file of the add-ons, as the wheel records it: ``PySide6/Qt/lib/libQt6Charts.so.6``."""
    return frozenset(file.as_posix() for file in files(DISTRIBUTION) or ())


def wanted(entries: Iterable[Entry], recorded: Collection[str]) -> list[Entry]:
    """The entries without the add-ons that nothing here uses.

    Args:
        entries: Binaries or data of PyInstaller's analysis.
        recorded: Every file of the add-ons.
    """
    left_out = {name for name in recorded if not is_needed(name)}
    libraries = {PurePosixPath(name).name for name in left_out if ".so" in name}
    return [entry for entry in entries if not _is_left_out(entry, left_out, libraries)]


def is_needed(name: str) -> bool:
    """Whether a file of the add-ons belongs to reading aloud."""
    path = PurePosixPath(name)
    if path.parent.name == PLUGINS:
        return TESTED_WITH not in path.name
    is_library = path.suffix != ".pyi" and "qml" not in path.parts
    return is_library and (path.name.partition(".")[0] in NEEDED or path.name == FRAMEWORK)


def _is_left_out(entry: Entry, left_out: Collection[str], libraries: Collection[str]) -> bool:
    name, _, kind = entry
    path = PurePosixPath(name.replace("\\", "/"))
    # Beside the program lies a link to each of Qt's libraries.
    return str(path) in left_out or (kind == "SYMLINK" and path.name in libraries)

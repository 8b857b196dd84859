"""The library that this installation serves: its words, its time zone, what it speaks."""

from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kiosk.app.content_files import read_content
from kiosk.assistant.language_files import read_languages
from kiosk.assistant.languages import Languages
from kiosk.core.content import Content
from kiosk.core.errors import SettingError
from kiosk.core.paths import resource_folder
from kiosk.core.settings import Settings


def content_folder(settings: Settings) -> Path | None:
    """Where the library's own content is; None where the setting names no folder."""
    return Path(settings.content).expanduser() if settings.content else None


def content_of(settings: Settings) -> Content:
    """The library's words; the empty ones where the setting ``content`` names no folder.

    Raises:
        ContentError: the folder's file cannot be used.
    """
    folder = content_folder(settings)
    return Content() if folder is None else read_content(folder)


def zone_of(settings: Settings, content: Content) -> ZoneInfo:
    """The library's time zone: the setting wins over the content.

    Raises:
        SettingError: there is no such zone.
    """
    name = settings.timezone or content.timezone or "UTC"
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise SettingError(f"the time zone {name!r} is not known; write it like Europe/Oslo") from (
            error
        )


def shipped_languages() -> Languages:
    """The languages that the program brings; each is read when it is first wanted."""
    return read_languages(resource_folder() / "languages")

"""The library that this installation serves: its own words, and its time zone."""

from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.app.content_files import read_content
from kiosk.core.content import Content
from kiosk.core.settings import Settings


def content_of(settings: Settings) -> Content:
    """The library's words; the empty ones where the setting ``content`` names no folder.

    Raises:
        ContentError: the folder's file cannot be used.
    """
    return read_content(Path(settings.content).expanduser()) if settings.content else Content()


def zone_of(settings: Settings, content: Content) -> ZoneInfo:
    """The setting wins over the content; both were checked when they were read."""
    return ZoneInfo(settings.timezone or content.timezone or "UTC")

"""Masks what is personal, and nothing that the library itself tells everybody."""

from collections.abc import Callable

from kiosk.assistant.privacy import Masking
from kiosk.core.content import Content
from kiosk.hours.directory import Directory


def masking_maker(content: Content, directory: Callable[[], Directory]) -> Callable[[], Masking]:
    """Makes the masking of one visit. On the database's thread; raises StorageError, ContentError.

    Args:
        content: The library's own words.
        directory: Gives the places as they are now.
    """

    def make() -> Masking:
        phones = {content.desk_phone, *(place.phone for place in directory().all())}
        return Masking(public=sorted(phones - {""}))

    return make

"""What the safe page says, in the language that the screen speaks."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from kiosk.core.content import Content
from kiosk.ui.glance import Glance, PlaceGlance
from kiosk.ui.safe import SafePage
from kiosk.ui.times import Times


class SafeWords:
    """Makes the page of a library's words and what is known.

    Args:
        content: The library's own words.
        language: BCP 47 tag of the language that the screen speaks.
    """

    def __init__(self, content: Content, language: str) -> None:
        self._content = content
        self._language = language

    def page(self, seen: Glance, times: Times, now: datetime, old: timedelta) -> SafePage:
        """The page with what is known; ``old`` is the age at which facts are said to be old."""
        if seen.fetched_at is None:
            unknown = QCoreApplication.translate("SafePage", "Today's hours are not known here.")
            return self._page([], unknown)
        lines = [(place.name, hours_of(place)) for place in seen.places]
        stale = now - seen.fetched_at > old
        return self._page(lines, _freshness(times.at(seen.fetched_at, now), stale=stale))

    def page_without_hours(self) -> SafePage:
        """The page where no hours can be told."""
        reason = QCoreApplication.translate("SafePage", "Today's hours cannot be read here.")
        return self._page([], reason)

    def page_without_time(self) -> SafePage:
        """The page of a terminal whose clock may be wrong."""
        reason = QCoreApplication.translate(
            "SafePage",
            "This terminal is not sure what time it is, so it does not say what is open.",
        )
        return self._page([], reason)

    def _page(self, lines: list[tuple[str, str]], freshness: str) -> SafePage:
        desk = self._content.desk_words.in_language(self._language)
        return SafePage(
            title=self._content.name.in_language(self._language),
            lines=lines,
            help_words=QCoreApplication.translate("SafePage", "Please ask at {desk}.").format(
                desk=desk
            ),
            phone=self._content.desk_phone,
            freshness=freshness,
        )


def hours_of(place: PlaceGlance) -> str:
    """A place's hours, as short as on the home screen."""
    match place.open_state:
        case "open" if place.until:
            text = QCoreApplication.translate("SafePage", "Open until {time}")
        case "open":
            text = QCoreApplication.translate("SafePage", "Open")
        case "closed" if place.opens:
            text = QCoreApplication.translate("SafePage", "Closed · opens {time}")
        case "closed":
            text = QCoreApplication.translate("SafePage", "Closed")
        case "appointment":
            text = QCoreApplication.translate("SafePage", "By appointment")
        case "words":
            return place.note
        case _:
            text = QCoreApplication.translate("SafePage", "Hours not known")
    return text.format(time=place.until or place.opens)


def _freshness(time: str, *, stale: bool) -> str:
    if stale:
        text = QCoreApplication.translate(
            "SafePage", "These hours may be out of date: last checked {time}"
        )
    else:
        text = QCoreApplication.translate("SafePage", "Hours as of {time}")
    return text.format(time=time)

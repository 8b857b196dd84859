"""What the safe page says, in sentences that can be translated."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from kiosk.core.content import Content
from kiosk.ui.glance import Glance, PlaceGlance
from kiosk.ui.safe import SafePage
from kiosk.ui.times import Times


def page_of(
    content: Content, seen: Glance, times: Times, now: datetime, old: timedelta
) -> SafePage:
    """The page with what is known; ``old`` is the age at which facts are said to be old."""
    if seen.fetched_at is None:
        return page_without_hours(content, _say("Today's hours are not known here."))
    stale = now - seen.fetched_at > old
    old_words = _say("These hours may be out of date: last checked {time}")
    freshness = old_words if stale else _say("Hours as of {time}")
    freshness = freshness.format(time=times.moment(seen.fetched_at, now))
    return _page(content, [(place.name, hours_of(place)) for place in seen.places], freshness)


def page_without_hours(content: Content, reason: str = "") -> SafePage:
    """The page where no hours can be told."""
    return _page(content, [], reason or _say("Today's hours cannot be read here."))


def page_without_time(content: Content) -> SafePage:
    """The page of a terminal whose clock may be wrong."""
    return _page(
        content,
        [],
        _say("This terminal is not sure what time it is, so it does not say what is open."),
    )


def hours_of(place: PlaceGlance) -> str:
    """A place's hours, as short as on the home screen."""
    match place.open_state:
        case "open":
            text = _say("Open until {time}") if place.until else _say("Open")
        case "closed":
            text = _say("Closed · opens {time}") if place.opens else _say("Closed")
        case "appointment":
            text = _say("By appointment")
        case "words":
            return place.note
        case _:
            text = _say("Hours not known")
    return text.format(time=place.until or place.opens)


def _page(content: Content, lines: list[tuple[str, str]], freshness: str) -> SafePage:
    help_words = _say("Please ask at {desk}.").format(desk=content.desk_words.default)
    return SafePage(content.name.default, lines, help_words, content.desk_phone, freshness)


def _say(text: str) -> str:
    return QCoreApplication.translate("SafePage", text)

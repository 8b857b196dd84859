"""Cards as somebody would read them to you: in sentences, in the language of the screen.

Pictures, codes for phones and web addresses are left out: nobody can hear them. The words are
those of the cards in QML, looked up in the same contexts.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

Card = Mapping[str, Any]
_ENDS = (".", "!", "?", "。")


def in_sentences(card: Card) -> str:
    """What a card of ``ui.cards`` says aloud."""
    return _KINDS[card["kind"]](card)


def _hours(card: Card) -> str:
    title = QCoreApplication.translate("HoursCard", "Hours of %1. %2")
    state = day_state(card["openState"]) if card["dayLabel"] else opening(card)
    headline = card["headline"] or state
    days = [_day(day) for day in card["days"]]
    title = title.replace("%1", card["place"]).replace("%2", headline)
    return _sentences([title, card["note"], *days, _age(card)])


def _day(day: Card) -> str:
    hours = day["hours"] or day_state(day["state"])
    line = QCoreApplication.translate("DayRow", "%1: %2")
    line = line.replace("%1", day["day"])
    return line.replace("%2", _sentences([hours, day["note"]]).removesuffix("."))


def _places(card: Card) -> str:
    line = QCoreApplication.translate("PlaceRow", "%1. %2")
    rows = [line.replace("%1", row["name"]).replace("%2", opening(row)) for row in card["rows"]]
    return _sentences([QCoreApplication.translate("PlacesCard", "Places now"), *rows, _age(card)])


def _place(card: Card) -> str:
    told = ("name", "floor", "address", "phone", "directions", "accessibility")
    return _sentences(card[key] for key in told)


def _source(card: Card) -> str:
    title = QCoreApplication.translate("SourceCard", "Source: %1").replace("%1", card["title"])
    return _sentences([title])


_KINDS: Mapping[str, Callable[[Card], str]] = {
    "hours": _hours,
    "places": _places,
    "place": _place,
    "source": _source,
}


def opening(card: Card) -> str:
    """A place at this moment, as QML's ``Phrases.opening`` says it."""
    match card["openState"]:
        case "open":
            return _open(card["until"])
        case "closed":
            return _closed(card["opens"])
        case "appointment":
            return QCoreApplication.translate("Phrases", "By appointment")
        case "words" | "untold":
            return str(card["note"])
        case _:
            return QCoreApplication.translate("Phrases", "Hours not known")


def _open(until: str) -> str:
    words = QCoreApplication.translate("Phrases", "Open until %1")
    return words.replace("%1", until) if until else QCoreApplication.translate("Phrases", "Open")


def _closed(opens: str) -> str:
    if not opens:
        return QCoreApplication.translate("Phrases", "Closed")
    words = QCoreApplication.translate("Phrases", "Closed · opens %1")
    return words.replace("%1", opens).replace(" ·", ",")


def day_state(state: str) -> str:
    """A day without spans, as QML's ``Phrases.dayState`` says it."""
    match state:
        case "closed":
            return QCoreApplication.translate("Phrases", "Closed")
        case "appointment":
            return QCoreApplication.translate("Phrases", "By appointment")
        case "words":
            return ""
        case "open":
            return QCoreApplication.translate("Phrases", "Open, times not given")
        case _:
            return QCoreApplication.translate("Phrases", "Not published yet")


def _age(card: Card) -> str:
    """Only where it is out of date: on a screen it may be passed over, in the ear it may not."""
    if not card["stale"]:
        return ""
    words = QCoreApplication.translate("Phrases", "These hours may be out of date: last checked %1")
    return words.replace("%1", card["asOf"])


def _sentences(parts: Iterable[str]) -> str:
    """One after the other, each with an end that a voice makes a pause at."""
    told = [part.strip() for part in parts]
    return " ".join(part if part.endswith(_ENDS) else f"{part}." for part in told if part)

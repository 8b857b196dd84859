"""What terminals tell the desk in these tests."""

from datetime import date, datetime
from uuid import uuid4

from kiosk.core.clock import iso_utc
from kiosk.core.fields import Json
from kiosk.core.tallies import Count, Tally
from kiosk.core.tally_report import DayCounts, TallyReport
from tests.fakes.clock import NOON

TODAY = NOON.date()


def thumbs(verdict: str, amount: int, entry: str = "print-cost", reason: str = "") -> Count:
    """So many patrons judged an answer of that entry."""
    return Count(Tally.THUMBS, (verdict, "knowledge", entry, reason), amount)


def report(*counts: Count, day: date = TODAY, taken_at: datetime = NOON) -> TallyReport:
    """A report of one day."""
    return TallyReport(taken_at, (DayCounts(day, counts),))


def feedback_json(**fields: object) -> Json:
    """A question that a patron lets the librarians have, as it stands on the wire."""
    return {
        "id": str(uuid4()),
        "question": "How do I quote a podcast?",
        "intent": "unknown",
        "entry": "cite-sources",
        "reason": "missing",
        "language": "en",
        "day": TODAY.isoformat(),
    } | fields


def tallies_at(instant: datetime, *counts: Count) -> Json:
    """A report as it stands on the wire."""
    return report(*counts, taken_at=instant).to_json() | {"taken_at": iso_utc(instant)}

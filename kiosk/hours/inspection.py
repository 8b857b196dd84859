"""Every answer of LibCal is inspected before it replaces what we have."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from kiosk.core.clock import iso_utc
from kiosk.core.errors import LibCalSuspicious
from kiosk.core.hours import HoursDay
from kiosk.hours.suspicion import oddities, same_answer
from kiosk.store.hours import HoursTable
from kiosk.store.quarantine import Quarantine, SetAside

BELIEVED_AFTER = timedelta(days=1)
"""Long enough for somebody to notice and undo a slip, and for a broken export to run anew;
short enough that a library which did close does not stay "open" here for long."""


class Inspection:
    """Decides whether an answer is believed. On the database's thread.

    Args:
        hours_table: What we have.
        quarantine: Where an answer is kept aside that looks wrong.
    """

    def __init__(self, hours_table: HoursTable, quarantine: Quarantine) -> None:
        self._hours = hours_table
        self._quarantine = quarantine

    def pass_or_raise(self, days: Sequence[HoursDay], today: date, now: datetime) -> str:
        """What is odd about an answer that is believed all the same; empty for a plain one.

        Args:
            days: All that would be known.
            today: The library's date.
            now: In UTC.

        Raises:
            LibCalSuspicious: it looks wrong and was set aside.
            StorageError: our own database.
        """
        told = {(day.location_id, day.date): day.status for day in days}
        reasons = oddities(self._hours.statuses(today, date.max), told, today)
        if not reasons:
            return ""
        kept = self._quarantine.kept()
        if kept is None or not same_answer(kept.told, told):
            self._quarantine.keep(days, reasons, now)
            raise _suspicious(reasons, now)
        self._quarantine.see_again(now)
        if now - kept.since < BELIEVED_AFTER:
            raise _suspicious(kept.reasons, kept.since)
        said_for = _hours(now - kept.since)
        return f"believed after it was said for {said_for}: {', '.join(kept.reasons)}"

    def release(self) -> None:
        """An answer was stored: whatever was kept aside is over.

        Raises:
            StorageError: our own database.
        """
        if self._quarantine.kept() is not None:
            self._quarantine.clear()


def advice(kept: SetAside) -> str:
    """What an administrator has to know of the answer that is kept aside."""
    return _sentence(kept.reasons, kept.since)


def _suspicious(reasons: tuple[str, ...], since: datetime) -> LibCalSuspicious:
    return LibCalSuspicious(_sentence(reasons, since))


def _sentence(reasons: tuple[str, ...], since: datetime) -> str:
    return (
        f"LibCal's answer looks wrong and was set aside, the old hours stay: {', '.join(reasons)}. "
        "If that is right, run `kiosk sync --accept`; "
        f"said without a break it is believed from {iso_utc(since + BELIEVED_AFTER)} on."
    )


def _hours(time: timedelta) -> str:
    return f"{time.total_seconds() / 3600:.0f} hours"

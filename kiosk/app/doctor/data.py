"""What is on the disk: the database, the age of the hours, letters, the watchdog's journal."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from kiosk.app.doctor.finding import Finding, failed, ok, warning
from kiosk.app.knowledge_files import read_knowledge
from kiosk.core.errors import ContentError
from kiosk.core.settings import Settings
from kiosk.hours.inspection import advice
from kiosk.store.changes import ChangeLog
from kiosk.store.database import Database, files_set_aside
from kiosk.store.hours import HoursTable
from kiosk.store.outbox import Outbox
from kiosk.store.quarantine import Quarantine
from kiosk.store.syncs import Synced, SyncLog
from kiosk.watchdog.journal import End

LATELY = timedelta(days=1)
NOT_LONG_AGO = timedelta(days=7)


def hours_fresh(database: Database, settings: Settings, now: datetime) -> Finding:
    """There are hours, and they are not older than the library allows."""
    oldest, last = HoursTable(database).oldest_fetch(), SyncLog(database, Synced.LIBCAL).last()
    trouble = f" The last sync failed: {last.summary}" if last and not last.succeeded else ""
    if oldest is None:
        return failed("hours", f"there are none yet; run `kiosk sync`.{trouble}")
    age = f"fetched {ago(now - oldest)} ago"
    if now - oldest > timedelta(minutes=settings.stale_after_minutes):
        return failed("hours", f"too old, {age}; run `kiosk sync`.{trouble}")
    return warning("hours", f"{age}.{trouble}") if trouble else ok("hours", age)


def knowledge_read(settings: Settings) -> Iterator[Finding]:
    """The library's own answers can be read. Nothing is said where no content is set."""
    if not settings.content:
        return
    try:
        entries = read_knowledge(Path(settings.content).expanduser())
    except ContentError as error:
        yield failed("knowledge", str(error))
        return
    if not entries:
        yield warning("knowledge", "none, so only hours and places are answered; write some.")
        return
    ids, tags = {entry.id for entry in entries}, {entry.language for entry in entries}
    counted = "1 entry" if len(ids) == 1 else f"{len(ids)} entries"
    yield ok("knowledge", f"{counted}, in {', '.join(sorted(tags))}")


def faqs_fresh(database: Database, settings: Settings, now: datetime) -> Iterator[Finding]:
    """The answers of LibAnswers were fetched. Nothing is said where it is not set up."""
    if not settings.libanswers.base_url:
        return
    log = SyncLog(database, Synced.LIBANSWERS)
    last, success = log.last(), log.last_success()
    trouble = f" The last sync failed: {last.summary}" if last and not last.succeeded else ""
    if success is None:
        yield warning("faqs", f"none were fetched yet; run `kiosk sync`.{trouble}")
        return
    age = f"fetched {ago(now - success)} ago"
    yield warning("faqs", f"{age}.{trouble}") if trouble else ok("faqs", age)


def answer_set_aside(database: Database) -> Iterator[Finding]:
    """A warning for an answer of LibCal that looked wrong and waits for a person, or for a day."""
    kept = Quarantine(database).kept()
    if kept is not None:
        yield warning("quarantine", advice(kept))


def hours_changed(database: Database, now: datetime) -> Finding:
    """What LibCal changed lately; for whoever is asked why a place was closed."""
    found = ChangeLog(database).since(now - NOT_LONG_AGO)
    if not found:
        return ok("changes", f"none within {NOT_LONG_AGO.days} days")
    return ok(
        "changes",
        f"{len(found)} within {NOT_LONG_AGO.days} days, the last {ago(now - found[-1].at)} ago; "
        "`kiosk changes` shows them",
    )


def letters_delivered(database: Database, now: datetime) -> Finding:
    """Nothing that a patron sent lies around. Says numbers, never words."""
    outbox = Outbox(database)
    parked, waiting = outbox.parked(), outbox.waiting_count()
    if parked:
        return failed(
            "letters",
            f"{len(parked)} refused by the staff desk ({parked[-1].last_error}); "
            "mend the cause: they are kept a week for that.",
        )
    if waiting:
        due = outbox.next_due()
        soon = "" if due is None or due <= now else f", the next try is in {ago(due - now)}"
        return warning("letters", f"{waiting} on their way to the staff desk{soon}.")
    return ok("letters", "all delivered")


def set_aside(file: Path) -> Iterator[Finding]:
    """A warning for a damaged database that was moved out of the way and waits for a person."""
    for aside in files_set_aside(file):
        yield warning(
            "database",
            f"{aside.name} is a damaged one that was set aside; letters may be in it. "
            "Look into it with `sqlite3 … .recover`, then delete it.",
        )


def ui_lives_long(ends: Sequence[End], now: datetime) -> Finding:
    """The UI did not crash or hang lately."""
    bad = [end for end in ends if not end.reason.planned and now - end.at < LATELY]
    if not bad:
        return ok("watchdog", "no crash or hang within a day")
    last = bad[-1]
    return warning(
        "watchdog",
        f"{len(bad)} bad ends within a day, the last {ago(now - last.at)} ago "
        f"({last.reason.value} {last.reason.name.lower()}); see ui.log among the logs.",
    )


def ago(time: timedelta) -> str:
    """A length of time in its largest sensible unit."""
    minutes = max(0, int(time.total_seconds() // 60))
    for size, unit in ((2 * 24 * 60, "days"), (2 * 60, "hours")):
        if minutes >= size:
            return f"{minutes // (size // 2)} {unit}"
    return f"{minutes} min"

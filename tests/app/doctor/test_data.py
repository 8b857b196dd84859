from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from kiosk.app.doctor.data import (
    ago,
    answer_set_aside,
    faqs_fresh,
    hours_changed,
    hours_fresh,
    knowledge_read,
    letters_delivered,
    ui_lives_long,
)
from kiosk.app.doctor.finding import Verdict
from kiosk.core.hours import HoursDay, Status
from kiosk.core.places import Place
from kiosk.core.reasons import Reason
from kiosk.core.settings import LibAnswers, Settings
from kiosk.core.tickets import Ticket
from kiosk.store.database import Database, memory_database
from kiosk.store.hours import HoursTable
from kiosk.store.outbox import Outbox
from kiosk.store.quarantine import Quarantine
from kiosk.store.syncs import Synced, SyncLog
from kiosk.watchdog.journal import End
from kiosk.watchdog.states import Mode

NOW = datetime(2026, 11, 25, 17, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def database() -> Iterator[Database]:
    database = memory_database()
    yield database
    database.close()


def fetched(database: Database, at: datetime) -> None:
    day = HoursDay(9101, date(2026, 11, 25), Status.CLOSED, fetched_at=at)
    place = Place(9101, "Marlowe Library", fetched_at=at)
    HoursTable(database).replace([place], [day], day.date, day.date)


def ticket() -> Ticket:
    return Ticket(uuid4(), "K7M4", "my private question", (), "en", None, "", "", NOW)


def test_no_hours_at_all_is_a_failure_with_the_reason(database: Database) -> None:
    SyncLog(database, Synced.LIBCAL).record(NOW, succeeded=False, summary="LibCal answered 503")
    finding = hours_fresh(database, Settings(), NOW)
    assert finding.verdict is Verdict.FAILED
    assert "LibCal answered 503" in finding.sentence


def test_fresh_hours_are_well(database: Database) -> None:
    fetched(database, NOW - HOUR)
    assert hours_fresh(database, Settings(), NOW).verdict is Verdict.OK


def test_hours_that_are_fresh_although_the_last_sync_failed_are_a_warning(
    database: Database,
) -> None:
    fetched(database, NOW - HOUR)
    SyncLog(database, Synced.LIBCAL).record(NOW, succeeded=False, summary="LibCal answered 503")
    assert hours_fresh(database, Settings(), NOW).verdict is Verdict.WARNING


def test_hours_older_than_the_library_allows_are_a_failure(database: Database) -> None:
    fetched(database, NOW - 3 * HOUR)
    finding = hours_fresh(database, Settings(stale_after_minutes=60), NOW)
    assert finding.verdict is Verdict.FAILED
    assert "3 hours ago" in finding.sentence


def test_answers_of_libanswers_are_told_with_their_age(database: Database) -> None:
    settings = Settings(libanswers=LibAnswers(base_url="https://answers.example"))
    log = SyncLog(database, Synced.LIBANSWERS)
    [missing] = faqs_fresh(database, settings, NOW)
    log.record(NOW - HOUR, succeeded=True, summary="")
    [fresh] = faqs_fresh(database, settings, NOW)
    log.record(NOW, succeeded=False, summary="LibAnswers answered 503")
    [failing] = faqs_fresh(database, settings, NOW)
    verdicts = [each.verdict for each in (missing, fresh, failing)]
    assert verdicts == [Verdict.WARNING, Verdict.OK, Verdict.WARNING]
    assert "none were fetched yet" in missing.sentence
    assert failing.sentence == "fetched 60 min ago. The last sync failed: LibAnswers answered 503"


def test_where_libanswers_is_not_set_up_nothing_is_said_of_it(database: Database) -> None:
    assert list(faqs_fresh(database, Settings(), NOW)) == []


def test_an_answer_that_waits_in_quarantine_is_a_warning_that_says_what_to_do(
    database: Database,
) -> None:
    assert list(answer_set_aside(database)) == []
    Quarantine(database).keep([], ["4 of 6 places are gone"], NOW)
    (finding,) = answer_set_aside(database)
    assert finding.verdict is Verdict.WARNING
    assert "4 of 6 places are gone" in finding.sentence
    assert "kiosk sync --accept" in finding.sentence
    assert "2026-11-26T17:00:00Z" in finding.sentence


def test_the_changes_of_a_week_are_counted(database: Database) -> None:
    assert hours_changed(database, NOW).sentence == "none within 7 days"
    fetched(database, NOW - 9 * HOUR)
    opened = HoursDay(9101, date(2026, 11, 25), Status.ALL_DAY, fetched_at=NOW - 3 * HOUR)
    place = Place(9101, "Marlowe Library", fetched_at=NOW - 3 * HOUR)
    HoursTable(database).replace([place], [opened], opened.date, opened.date)
    finding = hours_changed(database, NOW)
    assert finding.verdict is Verdict.OK
    assert finding.sentence.startswith("1 within 7 days, the last 3 hours ago")


def test_letters_on_their_way_are_counted_without_their_words(database: Database) -> None:
    outbox = Outbox(database)
    assert letters_delivered(database, NOW).verdict is Verdict.OK
    sent = ticket()
    outbox.post_ticket(sent)
    assert letters_delivered(database, NOW).verdict is Verdict.WARNING
    outbox.failed(sent.id, NOW + timedelta(minutes=3), "The staff desk answered 503")
    finding = letters_delivered(database, NOW)
    assert finding.verdict is Verdict.WARNING
    assert "3 min" in finding.sentence
    assert "private" not in finding.sentence


def test_a_refused_letter_is_a_failure(database: Database) -> None:
    outbox = Outbox(database)
    sent = ticket()
    outbox.post_ticket(sent)
    outbox.park(sent.id, NOW, "The staff desk answered 422")
    finding = letters_delivered(database, NOW)
    assert finding.verdict is Verdict.FAILED
    assert "422" in finding.sentence
    assert "private" not in finding.sentence


def test_only_bad_ends_of_the_last_day_are_told() -> None:
    def end(reason: Reason, at: datetime) -> End:
        return End(at, reason, Mode.FULL, software=False, lived_seconds=5.0, exit_code=None)

    planned, old = end(Reason.NIGHTLY, NOW - HOUR), end(Reason.CRASH, NOW - 30 * HOUR)
    assert ui_lives_long([planned, old], NOW).verdict is Verdict.OK
    finding = ui_lives_long([old, end(Reason.UI_HANG, NOW - HOUR)], NOW)
    assert finding.verdict is Verdict.WARNING
    assert "1 bad ends" in finding.sentence
    assert "21 ui_hang" in finding.sentence


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (timedelta(seconds=-5), "0 min"),
        (timedelta(minutes=119), "119 min"),
        (2 * HOUR, "2 hours"),
        (47 * HOUR, "47 hours"),
        (timedelta(days=2), "2 days"),
    ],
)
def test_time_is_told_in_its_largest_sensible_unit(time: timedelta, words: str) -> None:
    assert ago(time) == words


def test_the_knowledge_is_counted_with_its_languages(tmp_path: Path) -> None:
    (tmp_path / "knowledge").mkdir()
    toml = (
        '[[entries]]\nid = "x"\nquestion = { en = "?", es = "?" }\nanswer = { en = "!", es = "!" }'
    )
    (tmp_path / "knowledge" / "x.toml").write_text(toml, encoding="utf-8")
    (finding,) = knowledge_read(Settings(content=str(tmp_path)))
    assert (finding.verdict, finding.sentence) == (Verdict.OK, "1 entry, in en, es")


def test_no_knowledge_is_a_warning_and_a_mistake_in_it_a_failure(tmp_path: Path) -> None:
    (none,) = knowledge_read(Settings(content=str(tmp_path)))
    assert none.verdict is Verdict.WARNING
    (tmp_path / "knowledge").mkdir()
    (tmp_path / "knowledge" / "x.toml").write_text("x = 1", encoding="utf-8")
    (wrong,) = knowledge_read(Settings(content=str(tmp_path)))
    assert wrong.verdict is Verdict.FAILED
    assert "line 1, x: is no key" in wrong.sentence


def test_without_content_nothing_is_said_of_knowledge() -> None:
    assert list(knowledge_read(Settings())) == []

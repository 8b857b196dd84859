from datetime import timedelta

from kiosk.store.connection import Database
from kiosk.store.syncs import KEPT, Synced, SyncLog, SyncRun
from tests.store.examples import FETCHED


def test_before_the_first_attempt_there_is_nothing_to_tell(database: Database) -> None:
    log = SyncLog(database, Synced.LIBCAL)
    assert log.last() is None
    assert log.last_success() is None


def test_the_last_attempt_and_the_last_good_one_are_told(database: Database) -> None:
    log = SyncLog(database, Synced.LIBCAL)
    later = FETCHED + timedelta(minutes=15)
    log.record(FETCHED, succeeded=True, summary="6 places, 3 days changed")
    log.record(later, succeeded=False, summary="LibCal answered 503")
    assert log.last() == SyncRun(later, succeeded=False, summary="LibCal answered 503")
    assert log.last_success() == FETCHED


def test_a_long_outage_does_not_wipe_out_when_it_began(database: Database) -> None:
    log = SyncLog(database, Synced.LIBCAL)
    log.record(FETCHED - timedelta(days=1), succeeded=True, summary="")
    log.record(FETCHED, succeeded=True, summary="")
    for minute in range(2 * KEPT):
        at = FETCHED + timedelta(minutes=minute)
        log.record(at, succeeded=False, summary="LibCal did not answer")
    assert log.last_success() == FETCHED
    assert database.execute("SELECT count(*) FROM syncs").fetchone() == (KEPT + 1,)


def test_the_order_of_attempts_counts_not_the_clock(database: Database) -> None:
    """A clock that was ahead and is corrected must not freeze the log."""
    log = SyncLog(database, Synced.LIBCAL)
    log.record(FETCHED + timedelta(days=365), succeeded=True, summary="by a wrong clock")
    log.record(FETCHED, succeeded=True, summary="corrected")
    assert log.last_success() == FETCHED


def test_services_have_logs_of_their_own(database: Database) -> None:
    libcal, libanswers = (SyncLog(database, service) for service in Synced)
    libcal.record(FETCHED, succeeded=True, summary="")
    for _ in range(2 * KEPT):
        libanswers.record(FETCHED, succeeded=False, summary="LibAnswers did not answer")
    assert libcal.last_success() == FETCHED
    assert libanswers.last_success() is None
    assert database.execute("SELECT count(*) FROM syncs").fetchone() == (KEPT + 1,)

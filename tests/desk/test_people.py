"""Who may sign in, for how long; which terminals may write."""

import pytest
from sqlalchemy import select

from kiosk.core.errors import UsageError
from kiosk.core.secret import Secret
from kiosk.desk.database import Database
from kiosk.desk.people import Librarians, Sessions
from kiosk.desk.records import Librarian
from kiosk.desk.tables import librarians, sessions, terminals
from kiosk.desk.terminals import Terminals
from tests.desk.running import CHEAP
from tests.fakes.clock import TurnableClock

GOOD = Secret("correct horse")


@pytest.fixture
def staff(database: Database, clock: TurnableClock) -> Librarians:
    return Librarians(database, clock, CHEAP)


def test_a_librarian_signs_in_with_any_case_and_spacing(staff: Librarians) -> None:
    assert staff.add("  Maya   Okafor ", GOOD) is True

    found = staff.check("maya okafor", GOOD.reveal())

    assert found is not None
    assert (found.name, found.first_name) == ("Maya Okafor", "Maya")


@pytest.mark.parametrize(
    ("name", "password"),
    [("Maya", "wrong horse"), ("Noah", "correct horse"), ("", ""), ("Maya", "x" * 2_000)],
)
def test_anything_else_does_not_let_in(staff: Librarians, name: str, password: str) -> None:
    staff.add("Maya", GOOD)

    assert staff.check(name, password) is None


def test_a_new_password_ends_the_old_one_and_its_sessions(
    staff: Librarians, database: Database, clock: TurnableClock
) -> None:
    staff.add("Maya", GOOD)
    maya = staff.check("Maya", GOOD.reveal())
    assert maya is not None
    kept = Sessions(database, clock)
    token = kept.begin(maya)

    assert staff.add("MAYA", Secret("battery staple")) is False

    assert kept.find(token) is None
    assert staff.check("Maya", GOOD.reveal()) is None
    assert staff.check("Maya", "battery staple") == maya


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("", "correct horse"),
        ("x" * 201, "correct horse"),
        ("Ma\x07ya", "correct horse"),
        ("Maya", "short"),
        ("Maya", "x" * 1_001),
    ],
)
def test_a_name_and_password_that_cannot_be_are_refused(
    staff: Librarians, name: str, password: str
) -> None:
    with pytest.raises(UsageError):
        staff.add(name, Secret(password))


def test_a_damaged_hash_lets_nobody_in(staff: Librarians, database: Database) -> None:
    staff.add("Maya", GOOD)
    with database.writing() as connection:
        connection.execute(librarians.update().values(password_hash="nonsense"))

    assert staff.check("Maya", GOOD.reveal()) is None


def test_a_session_lasts_a_working_day(
    database: Database, maya: Librarian, clock: TurnableClock
) -> None:
    kept = Sessions(database, clock)
    token = kept.begin(maya)

    clock.advance(hours=11.9)
    assert kept.find(token) == maya
    clock.advance(hours=0.1)
    assert kept.find(token) is None
    assert kept.forget_old() == 1


def test_neither_tokens_nor_passwords_are_in_the_database(
    database: Database, maya: Librarian, clock: TurnableClock
) -> None:
    token = Sessions(database, clock).begin(maya)
    terminal_token = Terminals(database, clock).add("Ground floor").reveal()

    with database.reading() as connection:
        kept = [
            str(connection.execute(select(table)).all())
            for table in (librarians, sessions, terminals)
        ]

    assert not any(token in text or terminal_token in text for text in kept)
    assert "argon2id" in kept[0]
    assert GOOD.reveal() not in kept[0]


def test_a_terminal_that_is_added_again_gets_a_new_token(
    database: Database, clock: TurnableClock
) -> None:
    known = Terminals(database, clock)
    old = known.add("Ground floor", 9101).reveal()
    before = known.by_token(old)
    new = known.add("Ground floor", 9103).reveal()

    assert known.by_token(old) is None
    after = known.by_token(new)
    assert before is not None
    assert after is not None
    assert (after.id, after.location_id) == (before.id, 9103)


def test_a_terminal_is_heard_of(database: Database, clock: TurnableClock) -> None:
    known = Terminals(database, clock)
    terminal = known.by_token(known.add("Ground floor").reveal())
    known.add("Silent")
    assert terminal is not None

    known.beat(terminal, {"state": "running"})

    assert known.last_beats() == {"Ground floor": clock.now().timestamp()}

import pytest
from sqlite_utils import Database

from kiosk.store.schema import NEWEST, VERSION, migrations


def test_every_migration_is_applied_in_order_and_only_once() -> None:
    with Database(memory=True) as database:
        migrations().apply(database)
        migrations().apply(database)
        names = [step.name for step in migrations().applied(database)]
    assert names == sorted(names)
    assert len(names) == len(set(names)) == VERSION
    assert max(names) == names[-1] == NEWEST


@pytest.mark.parametrize(
    "table",
    [
        "places",
        "hours",
        "syncs",
        "tickets",
        "outbox",
        "changes",
        "quarantine",
        "knowledge",
        "knowledge_state",
    ],
)
def test_every_table_is_strict(table: str) -> None:
    """A text where a number belongs is refused by SQLite itself."""
    with Database(memory=True) as database:
        migrations().apply(database)
        assert database.table(table).strict


def test_no_table_but_the_outbox_has_room_for_a_patrons_words() -> None:
    with Database(memory=True) as database:
        migrations().apply(database)
        assert database.table("tickets").columns_dict.keys() == {
            "id",
            "code",
            "created_at",
            "delivered_at",
            "last_event_id",
        }

"""The terminal's tables, as migrations. A migration that was released is never edited.

sqlite-utils is loaded where something has to be done, and so by no ``kiosk ask`` but the first
after an update.
"""

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils.migrations import Migrations

VERSION = 12
"""How many migrations there are."""

NEWEST = "m012_syncs_of_services"
"""The name of the last one."""


def migrate(connection: sqlite3.Connection) -> None:
    """Apply every migration that is not applied yet."""
    from sqlite_utils import Database  # noqa: PLC0415  see above

    migrations().apply(Database(connection))


def unknown_steps(connection: sqlite3.Connection) -> list[str]:
    """Migrations of a newer version that are applied here, the latest last."""
    from sqlite_utils import Database  # noqa: PLC0415  see above

    steps = migrations()
    with Database(memory=True) as empty:
        known = {step.name for step in steps.pending(empty)}
    return [step.name for step in steps.applied(Database(connection)) if step.name not in known]


def migrations() -> "Migrations":  # noqa: C901  a list, however long
    """Every migration in order."""
    from sqlite_utils import Database  # noqa: PLC0415  see above
    from sqlite_utils.migrations import Migrations  # noqa: PLC0415  see above

    steps = Migrations("terminal")

    @steps()
    def m001_places(db: Database) -> None:
        db.table("places").create(
            {
                "location_id": int,
                "name": str,
                "category": str,
                "parent_id": int,
                "address": str,
                "phone": str,
                "url": str,
                "fetched_at": str,
            },
            pk="location_id",
            not_null={"name", "category", "address", "phone", "url", "fetched_at"},
            strict=True,
        )

    @steps()
    def m002_hours(db: Database) -> None:
        db.table("hours").create(
            {
                "location_id": int,
                "date": str,
                "status": str,
                "spans": str,
                "note": str,
                "fetched_at": str,
            },
            pk=("location_id", "date"),
            not_null={"status", "spans", "note", "fetched_at"},
            strict=True,
        )

    @steps()
    def m003_syncs(db: Database) -> None:
        # The last attempts, good or bad: what the screen and `kiosk doctor` say of the data's age.
        db.table("syncs").create(
            {"id": int, "at": str, "succeeded": int, "summary": str},
            pk="id",
            not_null={"at", "succeeded", "summary"},
            strict=True,
        )

    @steps()
    def m004_tickets(db: Database) -> None:
        # No words of the patron: those are in the letter only, and go when it is delivered.
        db.table("tickets").create(
            {"id": str, "code": str, "created_at": str, "delivered_at": str, "last_event_id": int},
            pk="id",
            not_null={"code", "created_at"},
            strict=True,
        )

    @steps()
    def m005_outbox(db: Database) -> None:
        db.table("outbox").create(
            {
                "id": str,
                "sequence": int,
                "ticket_id": str,
                "kind": str,
                "body": str,
                "attempts": int,
                "next_attempt_at": str,
                "last_error": str,
                "parked_at": str,
            },
            pk="id",
            not_null={"sequence", "ticket_id", "kind", "body", "attempts", "next_attempt_at"},
            foreign_keys=[("ticket_id", "tickets", "id")],
            strict=True,
        )
        db.table("outbox").create_index(["parked_at", "next_attempt_at"])

    @steps()
    def m006_changes(db: Database) -> None:
        # No date: the place itself came or went.
        db.table("changes").create(
            {"id": int, "at": str, "location_id": int, "date": str, "before": str, "after": str},
            pk="id",
            not_null={"at", "location_id"},
            strict=True,
        )
        db.table("changes").create_index(["at"])

    @steps()
    def m007_quarantine(db: Database) -> None:
        db.table("quarantine").create(
            {"id": int, "since": str, "seen": str, "times": int, "reasons": str, "answer": str},
            pk="id",
            not_null={"since", "seen", "times", "reasons", "answer"},
            strict=True,
        )

    @steps()
    def m008_coordinates(db: Database) -> None:
        db.table("places").add_column("latitude", float)
        db.table("places").add_column("longitude", float)

    @steps()
    def m009_knowledge(db: Database) -> None:
        db.table("knowledge").create(
            {
                "id": str,
                "language": str,
                "primary_language": str,
                "origin": str,
                "question": str,
                "answer": str,
                "also": str,
                "links": str,
                "audience": str,
                "valid_from": str,
                "valid_until": str,
                "source": str,
                "url": str,
                "updated": str,
            },
            pk=("id", "language"),
            not_null={
                "primary_language",
                "origin",
                "question",
                "answer",
                "also",
                "links",
                "audience",
                "source",
                "url",
            },
            strict=True,
        )
        # What the entries of each origin are: their digest, the terms that they were indexed
        # with, and the fingerprint of what they were read from.
        db.table("knowledge_state").create(
            {"origin": str, "digest": str, "terms": str, "fingerprint": str},
            pk="origin",
            not_null={"digest", "terms", "fingerprint"},
            strict=True,
        )
        # Terms are made by us and stand as "en_print"; SQLite only parts them.
        db.execute(
            "CREATE VIRTUAL TABLE knowledge_index USING fts5(question, also, answer, "
            "tokenize = \"unicode61 remove_diacritics 0 tokenchars '_'\")"
        )
        db.execute("CREATE VIRTUAL TABLE knowledge_terms USING fts5vocab(knowledge_index, 'row')")

    @steps()
    def m010_tallies(db: Database) -> None:
        db.table("tallies").create(
            {"day": str, "name": str, "labels": str, "amount": int},
            pk=("day", "name", "labels"),
            not_null={"amount"},
            strict=True,
        )
        # Days whose changes are more than those that were sent are still to be told to the desk.
        db.table("tally_days").create(
            {"day": str, "changes": int, "sent": int},
            pk="day",
            not_null={"changes", "sent"},
            strict=True,
        )
        # A letter need not belong to a ticket any more: feedback has none.
        db.table("outbox").transform(drop_foreign_keys=["ticket_id"])

    @steps()
    def m011_kept_answers(db: Database) -> None:
        # The key is a digest; no question is in here.
        db.table("kept_answers").create(
            {"key": str, "body": str, "kept_at": str, "until": str},
            pk="key",
            not_null={"body", "kept_at", "until"},
            strict=True,
        )

    @steps()
    def m012_syncs_of_services(db: Database) -> None:
        db.table("syncs").add_column("service", str, not_null_default="libcal")

    return steps

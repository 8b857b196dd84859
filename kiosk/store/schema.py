"""The terminal's tables, as migrations. A migration that was released is never edited.

sqlite-utils is loaded where something has to be done, and so by no ``kiosk ask`` but the first
after an update.
"""

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils.migrations import Migrations

VERSION = 8
"""How many migrations there are."""

NEWEST = "m008_coordinates"
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


def migrations() -> "Migrations":
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

    return steps

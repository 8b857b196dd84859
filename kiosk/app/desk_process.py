"""Run the staff desk, and let librarians and terminals in.

1. The desk's database is opened, checked and migrated. A file that cannot be used stops us
   here, with one sentence.
2. The socket is opened, so that a taken port stops us before anything runs.
3. The web service starts; when it listens, one JSON line with its address goes to ``out``.
4. On SIGTERM or SIGINT the event streams end, requests finish, the database is closed.
"""

import asyncio
import sys
from typing import TextIO

from kiosk.app.library import zone_of
from kiosk.core.clock import Clock, SystemClock
from kiosk.core.content import Content
from kiosk.core.paths import Folders
from kiosk.core.secret import Secret
from kiosk.core.settings import Settings
from kiosk.desk.database import open_database
from kiosk.desk.look import Look
from kiosk.desk.people import Librarians
from kiosk.desk.server import Server, address_of, listen
from kiosk.desk.service import DeskService
from kiosk.desk.terminals import Terminals


def run(
    settings: Settings,
    folders: Folders,
    *,
    content: Content | None = None,
    clock: Clock | None = None,
    out: TextIO | None = None,
) -> int:
    """Serve until told to stop; the exit code.

    Raises:
        SettingError: the time zone is not known.
        StorageError: the database cannot be used.
        KioskError: the port is taken.
    """
    look = _look(settings, content or Content())
    clock = clock or SystemClock()
    database = open_database(folders.desk_database, clock)
    try:
        service = DeskService(database, clock, look)
        with listen(settings.desk_server.host, settings.desk_server.port) as listener:
            server = Server(
                service.app(),
                address=address_of(listener),
                announce=out or sys.stdout,
                end_streams=service.end_streams,
            )
            asyncio.run(server.serve([listener]))
    finally:
        database.close()
    return 0


def add_librarian(
    folders: Folders, name: str, password: Secret, *, clock: Clock | None = None
) -> str:
    """Let somebody sign in, or give them a new password; the sentence that says which.

    Raises:
        UsageError: the name is empty, or the password is too short.
        StorageError: the database cannot be used.
    """
    clock = clock or SystemClock()
    database = open_database(folders.desk_database, clock)
    try:
        new = Librarians(database, clock).add(name, password)
    finally:
        database.close()
    name = " ".join(name.split())
    return f"{name} can sign in now." if new else f"{name} has a new password now."


def add_terminal(
    folders: Folders, name: str, location_id: int | None = None, *, clock: Clock | None = None
) -> Secret:
    """Let a terminal write; its token, which cannot be shown again.

    A terminal of this name that is known already gets a new token, and its old one ends.

    Raises:
        UsageError: the name is empty or too long.
        StorageError: the database cannot be used.
    """
    clock = clock or SystemClock()
    database = open_database(folders.desk_database, clock)
    try:
        return Terminals(database, clock).add(name, location_id)
    finally:
        database.close()


def _look(settings: Settings, content: Content) -> Look:
    return Look(
        title=settings.desk_server.title,
        library=content.name.default,
        places=_names_of(content),
        zone=zone_of(settings, content),
    )


def _names_of(content: Content) -> dict[int, str]:
    names = ((place.location_id, place.name.default) for place in content.places)
    return {location_id: name for location_id, name in names if name}

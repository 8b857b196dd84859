"""The whole examination, in the order of what stands on what.

A wrong setting does not end it: whoever runs the doctor wants to see the rest too.
"""

import asyncio
import contextlib
import sys
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.app.configuration import Configuration
from kiosk.app.doctor import data, lock, machine, services
from kiosk.app.doctor.finding import Finding, Verdict, failed, ok, warning
from kiosk.app.doctor.voices import Voiced, reads_aloud, voices_of
from kiosk.app.library import content_of, shipped_languages, zone_of
from kiosk.core.clock import Clock
from kiosk.core.content import Content
from kiosk.core.errors import KioskError
from kiosk.core.paths import Folders
from kiosk.core.settings import Settings
from kiosk.hours.time_trust import ClockTrust
from kiosk.net.exchange import TimeListener
from kiosk.store.database import Database, open_database
from kiosk.store.places import PlacesTable
from kiosk.ui.voice_engine import usual_engine
from kiosk.watchdog.journal import FILE_NAME as JOURNAL
from kiosk.watchdog.journal import Journal


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the doctor looks at beyond our own files.

    Attributes:
        environment: The variables of this session.
        keyring: The keyring.
        clock: The time.
        transport: What stands in for the network.
        writing_systems: What the machine's fonts can write; asked only where Qt loads.
        platform: As ``sys.platform``.
        lock: Says what the system lets through, by environment and platform.
        engine: Qt's name of the speech engine, as ``ui.voice_engine`` finds it.
        voices: Asks the engine what it has voices for.
    """

    environment: Mapping[str, str]
    keyring: machine.Keyring
    clock: Clock
    transport: services.Transport = lambda: None
    writing_systems: Callable[[], Collection[str]] = machine.writing_systems
    platform: str = sys.platform
    lock: Callable[[Mapping[str, str], str], Iterable[Finding]] = lock.system_findings
    engine: Callable[[], str] = usual_engine
    voices: Voiced = voices_of


def examine(
    read: Callable[[], Configuration], folders: Folders, around: Surroundings
) -> Iterator[Finding]:
    """Every finding, as soon as it is known."""
    settings = Settings()
    try:
        configuration = read()
    except KioskError as error:
        yield failed("settings", str(error))
    else:
        settings = configuration.settings
        yield from _settings(configuration)
    content = Content()
    try:
        content = content_of(settings)
    except KioskError as error:
        yield failed("content", str(error))
    else:
        yield _content(settings, content)
    yield from data.knowledge_read(settings)
    yield machine.folders_writable(folders)
    yield machine.keyring_works(around.keyring)
    newest = yield from _data(settings, folders, around.clock.now())
    yield from _screen(around, content)
    yield from around.lock(around.environment, around.platform)
    yield from lock.staff_exit(settings.staff.pin_hash, folders)
    tags = shipped_languages().tags
    yield reads_aloud(settings, around.engine(), tags, around.voices)
    trust = ClockTrust(around.clock, lambda: newest)
    yield from asyncio.run(_services(settings, content, around, trust.heard))
    # Last: LibCal's answer also said what time it is.
    yield machine.clock_is_sane(around.clock.now(), trust.doubt(), settings, content)


def exit_code(findings: Collection[Finding]) -> int:
    """1 where a check failed."""
    return int(any(finding.verdict is Verdict.FAILED for finding in findings))


def _settings(configuration: Configuration) -> Iterator[Finding]:
    for sentence in configuration.warnings:
        yield warning("settings", sentence)
    if not configuration.warnings:
        yield ok("settings", f"read; {configuration.folders.configuration_file} is their file")


def _content(settings: Settings, content: Content) -> Finding:
    if not settings.content:
        return warning("content", "none, so the screen names no library; set `content`.")
    return ok("content", f"{content.name.default}, with {len(content.places)} places")


def _data(
    settings: Settings, folders: Folders, now: datetime
) -> Generator[Finding, None, datetime | None]:
    """Findings; when the newest data was fetched comes back."""
    newest: datetime | None = None
    try:
        with _database(folders.terminal_database) as database:
            if database is None:
                yield failed("database", "there is none yet; run `kiosk sync`.")
            else:
                newest = PlacesTable(database).newest_fetch()
                yield ok("database", str(folders.terminal_database))
                yield data.hours_fresh(database, settings, now)
                yield from data.faqs_fresh(database, settings, now)
                yield from data.answer_set_aside(database)
                yield data.hours_changed(database, now)
                yield data.letters_delivered(database, now)
    except KioskError as error:
        yield failed("database", str(error))
    yield from data.set_aside(folders.terminal_database)
    yield data.ui_lives_long(Journal(folders.logs / JOURNAL).ends(), now)
    return newest


@contextlib.contextmanager
def _database(file: Path) -> Iterator[Database | None]:
    """The terminal's database. None where there is no file: a doctor makes none."""
    if not file.exists():
        yield None
        return
    database = open_database(file)
    try:
        yield database
    finally:
        database.close()


def _screen(around: Surroundings, content: Content) -> Iterator[Finding]:
    qt = machine.qt_loads()
    yield qt
    yield machine.display_found(around.environment, around.platform)
    if qt.verdict is Verdict.OK:
        yield machine.fonts_found(around.writing_systems())
        yield from machine.accent_readable(content.accent)


async def _services(
    settings: Settings, content: Content, around: Surroundings, heard_time: TimeListener
) -> tuple[Finding, ...]:
    today = around.clock.now().astimezone(zone_of(settings, content)).date()
    return await asyncio.gather(
        services.libcal_answers(settings.libcal, around.clock, today, around.transport, heard_time),
        services.libanswers_answers(settings.libanswers, around.clock, around.transport),
        services.desk_answers(settings.desk, around.transport),
        services.model_answers(settings.openai, around.transport),
    )

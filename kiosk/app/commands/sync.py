"""``kiosk sync``."""

import argparse
import logging
from collections.abc import Callable, Iterator

from kiosk.app import knowledge_sync_command, sync_command
from kiosk.app.configuration import Configuration
from kiosk.app.console import Console
from kiosk.app.library import content_of, zone_of
from kiosk.core.clock import FixedClock, SystemClock
from kiosk.core.errors import KioskError
from kiosk.core.settings import Settings


def run(options: argparse.Namespace, console: Console) -> int:
    """Fetch once from LibCal, and from LibAnswers where it is set up."""
    configuration = console.configured(
        secret_names=["libcal.client_secret", "libanswers.client_secret"]
    )
    console.start_logging("sync.log", logging.WARNING)
    failures: list[KioskError] = []
    for job in _jobs(options, configuration):
        try:
            console.say(job())
        except KioskError as error:
            failures.append(error)
    # What one of them cannot fetch does not keep the other from being fetched.
    for failure in failures[:-1]:
        console.complain(str(failure))
    if failures:
        raise failures[-1]
    return 0


def _jobs(options: argparse.Namespace, configuration: Configuration) -> Iterator[Callable[[], str]]:
    settings, file = configuration.settings, configuration.folders.terminal_database
    clock = FixedClock(options.now) if options.now else SystemClock()
    for service in [options.only] if options.only else _set_up(settings):
        match service:
            case "libcal":
                yield lambda: sync_command.run(
                    settings.libcal,
                    file,
                    zone=zone_of(settings, content_of(settings)),
                    clock=clock,
                    clock_is_stated=options.now is not None,
                    accept=options.accept,
                )
            case "libanswers":
                yield lambda: knowledge_sync_command.run(
                    settings.libanswers, file, clock=clock, accept=options.accept
                )


def _set_up(settings: Settings) -> list[str]:
    """The services that the settings name; where they name none, LibCal, to be told so."""
    named = [name for name in ("libcal", "libanswers") if getattr(settings, name).base_url]
    return named or ["libcal"]

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
    if settings.libcal.base_url or not settings.libanswers.base_url:
        yield lambda: sync_command.run(
            settings.libcal,
            file,
            zone=zone_of(settings, content_of(settings)),
            clock=clock,
            clock_is_stated=options.now is not None,
            accept=options.accept,
        )
    if settings.libanswers.base_url:
        yield lambda: knowledge_sync_command.run(
            settings.libanswers, file, clock=clock, accept=options.accept
        )

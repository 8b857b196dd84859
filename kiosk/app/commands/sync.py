"""``kiosk sync``."""

import argparse
import logging

from kiosk.app import sync_command
from kiosk.app.console import Console
from kiosk.app.library import content_of, zone_of
from kiosk.core.clock import FixedClock, SystemClock


def run(options: argparse.Namespace, console: Console) -> int:
    """Fetch once."""
    configuration = console.configured(secret_names=["libcal.client_secret"])
    console.start_logging("sync.log", logging.WARNING)
    settings = configuration.settings
    summary = sync_command.run(
        settings.libcal,
        configuration.folders.terminal_database,
        zone=zone_of(settings, content_of(settings)),
        clock=FixedClock(options.now) if options.now else SystemClock(),
        clock_is_stated=options.now is not None,
        accept=options.accept,
    )
    console.say(summary)
    return 0

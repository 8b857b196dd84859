"""``kiosk ui``."""

import argparse

from kiosk.app import ui_process
from kiosk.app.console import Console
from kiosk.core.clock import SystemClock


def run(options: argparse.Namespace, console: Console) -> int:
    """Show the window until told to go."""
    configuration = console.configured()
    # The watchdog keeps what is said on standard error.
    console.start_logging(None)
    return ui_process.run(
        configuration,
        SystemClock.starting_at(options.now) if options.now else SystemClock(),
        ui_process.UiOptions(
            watched=options.watched, software=options.software, driver=options.driver
        ),
    )

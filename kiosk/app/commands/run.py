"""``kiosk run``."""

import argparse

from kiosk.app import run_process
from kiosk.app.console import Console
from kiosk.core.clock import iso_utc


def run(options: argparse.Namespace, console: Console) -> int:
    """Watch the UI until told to stop."""
    configuration = console.configured(secret_names=())
    console.start_logging("watchdog.log")
    now = ["--now", iso_utc(options.now)] if options.now else []
    driver = ["--driver", options.driver] if options.driver else []
    return run_process.run(
        configuration.settings, configuration.folders, extra_ui_arguments=[*now, *driver]
    )

"""``kiosk run``."""

import argparse

from kiosk.app import run_process
from kiosk.app.console import Console


def run(_options: argparse.Namespace, console: Console) -> int:
    """Watch the UI until told to stop."""
    configuration = console.configured(secret_names=())
    console.start_logging("watchdog.log")
    return run_process.run(configuration.settings, configuration.folders)

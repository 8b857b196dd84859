"""``kiosk report``."""

import argparse

from kiosk.app import report_command
from kiosk.app.console import Console
from kiosk.app.library import content_of, zone_of
from kiosk.core.clock import SystemClock


def run(options: argparse.Namespace, console: Console) -> int:
    """Print what this terminal counted."""
    configuration = console.configured(secret_names=())
    settings = configuration.settings
    content = content_of(settings)
    today = SystemClock().now().astimezone(zone_of(settings, content)).date()
    for line in report_command.lines(
        configuration.folders.terminal_database,
        today,
        days=options.days,
        as_json=options.json,
    ):
        console.say(line)
    return 0

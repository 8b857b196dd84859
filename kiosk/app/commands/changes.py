"""``kiosk changes``."""

import argparse

from kiosk.app import changes_command
from kiosk.app.console import Console
from kiosk.app.library import content_of, zone_of


def run(options: argparse.Namespace, console: Console) -> int:
    """Print the log of changes."""
    configuration = console.configured(secret_names=())
    settings = configuration.settings
    content = content_of(settings)
    for line in changes_command.lines(
        configuration.folders.terminal_database,
        content,
        zone_of(settings, content),
        since=options.since,
        as_json=options.json,
    ):
        console.say(line)
    return 0

"""``kiosk settings``."""

import argparse

from kiosk.app.console import Console
from kiosk.app.settings_command import lines


def run(_options: argparse.Namespace, console: Console) -> int:
    """Print every setting."""
    for line in lines(console.configured()):
        console.say(line)
    return 0

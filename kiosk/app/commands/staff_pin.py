"""``kiosk staff-pin set`` and ``kiosk staff-pin hash``."""

import argparse

from kiosk.app.console import Console
from kiosk.app.staff_pin_command import keep_pin, shown_hash


def run(options: argparse.Namespace, console: Console) -> int:
    """Keep the PIN of the staff, or show what would be kept."""
    keeps = options.job == "set"
    console.say(keep_pin(console.input, console.secrets) if keeps else shown_hash(console.input))
    return 0

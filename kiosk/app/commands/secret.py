"""``kiosk secret set NAME``."""

import argparse

from kiosk.app.console import Console
from kiosk.app.secret_command import keep


def run(options: argparse.Namespace, console: Console) -> int:
    """Keep one secret."""
    console.say(keep(options.name, console.input, console.secrets))
    return 0

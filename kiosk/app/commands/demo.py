"""``kiosk demo``."""

import argparse

from kiosk.app import demo_process, tour
from kiosk.app.console import Console


def run(options: argparse.Namespace, console: Console) -> int:
    """Show the whole product, or play one visit through it."""
    if options.tour is not None:
        return tour.run(console, options.tour.absolute(), options.now)
    return demo_process.run(console, demo_process.DemoOptions(options.now))

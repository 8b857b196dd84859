"""``kiosk speak``: what the screen starts where somebody switches reading aloud on."""

import argparse
import logging

from kiosk.app.console import Console


def run(options: argparse.Namespace, console: Console) -> int:
    """Read aloud what comes on standard input, until it ends."""
    console.start_logging(None, logging.WARNING)
    from kiosk.app import speak_process  # noqa: PLC0415  Qt complains of itself only to a log

    return speak_process.of_process(options.engine)

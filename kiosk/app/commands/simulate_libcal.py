"""``kiosk simulate-libcal``: the demo's LibCal as a process of its own."""

import argparse
import logging

from kiosk.app.console import Console
from kiosk.demo.library import alder_bay
from kiosk.demo.server import serve


def run(options: argparse.Namespace, console: Console) -> int:
    """Serve until told to stop."""
    console.start_logging(None, logging.WARNING)
    serve(alder_bay(), port=options.port)
    return 0

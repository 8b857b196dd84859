"""``kiosk doctor``."""

import argparse
import logging

from kiosk.app.configuration import read_configuration
from kiosk.app.console import Console
from kiosk.app.doctor.examination import Surroundings, examine, exit_code
from kiosk.core.clock import SystemClock


def run(_options: argparse.Namespace, console: Console) -> int:
    """Print one line a check, as soon as it is known."""
    # What a check has to say stands in its line.
    console.start_logging(None, logging.CRITICAL)
    secrets = console.secrets
    around = Surroundings(console.environment, secrets, SystemClock())
    findings = []
    for finding in examine(
        lambda: read_configuration(console.environment, secrets=secrets), console.folders, around
    ):
        console.say(finding.line())
        findings.append(finding)
    return exit_code(findings)

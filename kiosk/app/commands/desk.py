"""``kiosk desk``, ``kiosk desk add-librarian NAME`` and ``kiosk desk add-terminal NAME``."""

import argparse

from kiosk.app import desk_process
from kiosk.app.console import Console
from kiosk.app.library import content_of
from kiosk.app.secret_command import read_secret


def run(options: argparse.Namespace, console: Console) -> int:
    """Serve, or let somebody in."""
    match options.job:
        case "add-librarian":
            password = read_secret(console.input)
            console.say(desk_process.add_librarian(console.folders, options.name, password))
        case "add-terminal":
            token = desk_process.add_terminal(console.folders, options.name, options.location)
            console.say(token.reveal())
        case _:
            return _serve(console)
    return 0


def _serve(console: Console) -> int:
    configuration = console.configured(secret_names=())
    console.start_logging("desk.log")
    return desk_process.run(
        configuration.settings,
        configuration.folders,
        content=content_of(configuration.settings),
        out=console.out,
    )

"""Every command and its arguments. Loads nothing that a command needs to do its work."""

import argparse
import ipaddress
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeAlias

from kiosk.core.clock import parse_instant

MOST_PORTS = 1 << 16

# argparse has no public name for what ``add_subparsers`` returns.
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - above


def parser(version: str) -> argparse.ArgumentParser:
    """The whole command line."""
    root = argparse.ArgumentParser(
        prog="kiosk",
        description="The assistant on the public terminals inside a library.",
        allow_abbrev=False,
    )
    root.add_argument("--version", action="version", version=f"kiosk {version}")
    root.add_argument("--debug", action="store_true", help="show tracebacks and debugging lines")
    commands = root.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for add in (
        _demo,
        _run,
        _ui,
        _desk,
        _sync,
        _changes,
        _report,
        _ask,
        _doctor,
        _settings,
        _secret,
        _staff_pin,
    ):
        add(commands)
    _simulate(commands)
    _speak(commands)
    return root


def instant(text: str) -> datetime:
    """``--now``, with its offset."""
    try:
        return parse_instant(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no instant with an offset, like 2026-11-25T21:12:00-05:00"
        ) from error


def day(text: str) -> date:
    """``--since``: a date."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no date like 2026-11-25") from error


def day_count(text: str) -> int:
    """``--days``: as many as are kept, at most."""
    if text.isascii() and text.isdecimal() and 0 < len(text) < len("1000") and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no number of days from 1 to 999")


def loopback(text: str) -> str:
    """``--driver``: an address of this machine itself, as ``HOST:PORT``."""
    host, _, port = text.rpartition(":")
    try:
        if ipaddress.ip_address(host).is_loopback and 0 < int(port) < MOST_PORTS:
            return text
    except ValueError:
        pass  # said below, in the same words
    raise argparse.ArgumentTypeError(f"{text!r} is no loopback address, like 127.0.0.1:4000")


def _command(
    commands: Commands, name: str, sentence: str, *, module: str = "", hidden: bool = False
) -> argparse.ArgumentParser:
    # Only a help text, even an empty one, puts a command into the list.
    shown: dict[str, Any] = {} if hidden else {"help": sentence}
    command: argparse.ArgumentParser = commands.add_parser(
        name, description=sentence, allow_abbrev=False, **shown
    )
    command.set_defaults(module=module or name)
    # Also behind the command; suppressed, so that it does not undo the one in front.
    command.add_argument(
        "--debug", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS
    )
    return command


def _demo(commands: Commands) -> None:
    command = _command(
        commands, "demo", "Show the whole product on this machine, with an invented library."
    )
    command.add_argument(
        "--tour", type=Path, metavar="DIR", help="play one visit; pictures and transcript go here"
    )
    command.add_argument("--now", type=instant, metavar="ISO8601", help="the moment to start from")


def _run(commands: Commands) -> None:
    command = _command(
        commands, "run", "Run the terminal: the watchdog, which starts and watches the UI."
    )
    command.add_argument("--now", type=instant, metavar="ISO8601", help="the moment to start from")
    command.add_argument("--driver", type=loopback, help=argparse.SUPPRESS)


def _ui(commands: Commands) -> None:
    command = _command(commands, "ui", "Run the UI alone, as the watchdog starts it.")
    command.add_argument("--watched", action="store_true", help="talk to the watchdog by the pipe")
    command.add_argument("--safe", action="store_true", help="only the page that cannot break")
    command.add_argument("--software", action="store_true", help="draw without the graphics card")
    command.add_argument("--now", type=instant, metavar="ISO8601", help="the moment to start from")
    command.add_argument("--driver", type=loopback, help=argparse.SUPPRESS)


def _desk(commands: Commands) -> None:
    command = _command(commands, "desk", "Run the staff desk, or let people and terminals in.")
    command.set_defaults(job="serve")
    jobs = command.add_subparsers(metavar="JOB")
    librarian = _command(
        jobs,
        "add-librarian",
        "Let a librarian sign in; the password is read from standard input.",
        module="desk",
    )
    librarian.set_defaults(job="add-librarian")
    librarian.add_argument("name", metavar="NAME")
    terminal = _command(
        jobs, "add-terminal", "Let a terminal send tickets; prints its token once.", module="desk"
    )
    terminal.set_defaults(job="add-terminal")
    terminal.add_argument("name", metavar="NAME")
    terminal.add_argument("--location", type=int, metavar="N", help="LibCal id of its place")


def _sync(commands: Commands) -> None:
    command = _command(
        commands, "sync", "Fetch once, now: hours from LibCal, answers from LibAnswers."
    )
    command.add_argument("--now", type=instant, metavar="ISO8601", help="the moment to pretend")
    command.add_argument(
        "--accept", action="store_true", help="store also an answer that looks wrong"
    )
    command.add_argument(
        "--only", choices=("libcal", "libanswers"), help="fetch from that service alone"
    )


def _changes(commands: Commands) -> None:
    command = _command(
        commands, "changes", "Show which opening hours LibCal changed, and when it did."
    )
    command.add_argument("--json", action="store_true", help="one JSON object a line")
    command.add_argument(
        "--since", type=day, metavar="DATE", help="leave out what changed before that day"
    )


def _report(commands: Commands) -> None:
    command = _command(
        commands, "report", "Show what this terminal counted: answers, thumbs, gaps, model cost."
    )
    command.add_argument("--json", action="store_true", help="one JSON object")
    command.add_argument(
        "--days", type=day_count, default=30, metavar="N", help="so many, today included (30)"
    )


def _ask(commands: Commands) -> None:
    command = _command(commands, "ask", "Answer questions by the same path as the screen.")
    command.add_argument("--json", action="store_true", help="one JSON object a line")
    command.add_argument("--now", type=instant, metavar="ISO8601", help="the moment to pretend")
    command.add_argument("--offline", action="store_true", help="open no connection")
    command.add_argument("--lang", default="", metavar="TAG", help="language of the question")
    command.add_argument(
        "question", nargs="+", metavar="QUESTION", help="or - to read one question a line"
    )


def _doctor(commands: Commands) -> None:
    _command(commands, "doctor", "Check everything that a terminal needs, one line a check.")


def _settings(commands: Commands) -> None:
    _command(commands, "settings", "Show every setting, its value and where the value came from.")


def _secret(commands: Commands) -> None:
    command = _command(commands, "secret", "Keep a secret in the system's keyring.")
    jobs = command.add_subparsers(required=True, metavar="JOB")
    keep = _command(
        jobs, "set", "Read a secret from standard input into the keyring.", module="secret"
    )
    keep.add_argument("name", metavar="NAME", help="such as libcal.client_secret")


def _staff_pin(commands: Commands) -> None:
    command = _command(commands, "staff-pin", "Set the PIN of the staff's way out of the kiosk.")
    jobs = command.add_subparsers(required=True, metavar="JOB")
    for job, sentence in (
        ("set", "Read a PIN from standard input; its hash goes into the keyring."),
        ("hash", "Read a PIN from standard input; print its hash, for the environment."),
    ):
        _command(jobs, job, sentence, module="staff_pin").set_defaults(job=job)


def _simulate(commands: Commands) -> None:
    command = _command(
        commands,
        "simulate-libcal",
        "Serve an invented LibCal on loopback, for the demo.",
        module="simulate_libcal",
        hidden=True,
    )
    command.add_argument("--port", type=int, default=0, metavar="N", help="0 picks a free one")


def _speak(commands: Commands) -> None:
    command = _command(
        commands, "speak", "Read aloud what comes on standard input, for the UI.", hidden=True
    )
    command.add_argument("--engine", required=True, metavar="NAME", help="Qt's name of it")

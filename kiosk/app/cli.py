"""The command line: which command, and one net under all of them.

Each command is a module in ``kiosk.app.commands`` with ``run(options, console)``. It is loaded
when its command is given, so `kiosk ask` does not wait for what only the window needs.
"""

import argparse
import dataclasses
import importlib
import os
import sys
import traceback
from collections.abc import Sequence
from typing import Any

import kiosk
from kiosk.app.arguments import parser
from kiosk.app.console import Console
from kiosk.app.logs import record_crash
from kiosk.core.errors import KioskError

CRASHES = "crashes.log"
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None, console: Console | None = None) -> int:
    """Run one command; its exit code: 0 done, 1 failed, 2 wrong usage or a wrong setting."""
    console = console or Console.of_process()
    options = parser(kiosk.__version__).parse_args(arguments)
    console = dataclasses.replace(console, debug=options.debug)
    try:
        code = _run(options, console)
        console.out.flush()
    except KioskError as error:
        return _failed(console, error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _forget_output(console)
        return 1
    except Exception as error:  # noqa: BLE001 - the net: reported here, with its place in the log
        return _crashed(console, options.command, error)
    return code


def _run(options: argparse.Namespace, console: Console) -> int:
    module: Any = importlib.import_module(f"kiosk.app.commands.{options.module}")
    return int(module.run(options, console))


def _failed(console: Console, error: KioskError) -> int:
    if console.debug:
        traceback.print_exception(error, file=console.err)
    console.complain(str(error))
    return error.exit_code


def _crashed(console: Console, command: str, error: Exception) -> int:
    if console.debug:
        traceback.print_exception(error, file=console.err)
    log = console.folders.logs / CRASHES
    kept = record_crash(log, command, error)
    where = f"IT finds the details in {log}" if kept else "run it with --debug to see the details"
    console.complain(f"this should not have happened ({type(error).__name__}); {where}.")
    return 1


def _forget_output(console: Console) -> None:
    # Nobody reads on; without this the interpreter complains about it once more at its end.
    if console.out is sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), console.out.fileno())

"""The subcommands of ``dev.py``."""

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from developer import checks, frozen, locks, translations
from developer.console import Trouble
from developer.environment import Environment
from developer.system import ensure_system

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one subcommand; trouble becomes one sentence and exit code 1."""
    options, rest = parser().parse_known_args(arguments)
    if rest and not options.passes_on:
        parser().error(f"unrecognized arguments: {' '.join(rest)}")
    try:
        return int(options.run(Environment(ROOT), options, rest))
    except Trouble as trouble:
        print(f"dev.py: {trouble}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def parser() -> argparse.ArgumentParser:
    """The command line."""
    root = argparse.ArgumentParser(prog="dev.py", description="Run, test and bundle Library Kiosk.")
    commands = root.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: object, text: str, *, passes_on: str = "") -> None:
        more = f" Further words go to {passes_on}." if passes_on else ""
        one = commands.add_parser(name, help=text, description=text + more, allow_abbrev=False)
        one.set_defaults(run=run, passes_on=bool(passes_on))

    command("demo", demo, "Show the whole product on this machine.", passes_on="`kiosk demo`")
    command("test", test, "Run every check.", passes_on="pytest")
    command("bundle", bundle, "Make dist/kiosk, the frozen program, and let it play the tour.")
    command("bench", bench, "Measure start, memory and answers.", passes_on="the benchmarks")
    command("shots", shots, "Draw every page in every form.", passes_on="the pictures' program")
    command("translations", translate, "Gather what the screen says, and compile translations.")
    command("lock", lock, "Write packaging/requirements anew.")
    commands.choices["lock"].add_argument(
        "--upgrade", action="store_true", help="take the newest versions"
    )
    return root


def demo(environment: Environment, _options: argparse.Namespace, rest: list[str]) -> int:
    """Everything on one machine: ``kiosk demo``."""
    ensure_system()
    environment.ensure("runtime")
    return _call(environment, [str(environment.program("kiosk")), "demo", *rest])


def test(environment: Environment, _options: argparse.Namespace, rest: list[str]) -> int:
    """Every check."""
    ensure_system(browser=True)
    environment.ensure("test")
    return checks.run_all(environment.root, checks.steps(environment, rest))


def bundle(environment: Environment, _options: argparse.Namespace, _rest: list[str]) -> int:
    """The frozen program."""
    ensure_system()
    environment.ensure("bundle")
    return frozen.make(environment)


def bench(environment: Environment, _options: argparse.Namespace, rest: list[str]) -> int:
    """The benchmarks."""
    ensure_system()
    environment.ensure("test")
    return _call(environment, [str(environment.python), "-m", "tests.benchmarks", *rest])


def shots(environment: Environment, _options: argparse.Namespace, rest: list[str]) -> int:
    """Every page in every form, as pictures."""
    ensure_system()
    environment.ensure("test")
    return _call(environment, [str(environment.python), "-m", "tests.shots", *rest])


def translate(environment: Environment, _options: argparse.Namespace, _rest: list[str]) -> int:
    """The files of the screen's languages."""
    environment.ensure("runtime")
    return translations.make_translations(environment)


def lock(environment: Environment, options: argparse.Namespace, _rest: list[str]) -> int:
    """The locked requirements."""
    locks.make_locks(environment.root, upgrade=options.upgrade)
    return 0


def _call(environment: Environment, command: list[str]) -> int:
    # Ctrl+C reaches the child too, which ends in its own way; its exit code is ours.
    with subprocess.Popen(command, cwd=environment.root) as child:
        while True:
            try:
                return child.wait()
            except KeyboardInterrupt:
                continue

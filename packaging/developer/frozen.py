"""``dev.py bundle``: the frozen program in ``dist/kiosk/``, and its smoke test."""

import os
import subprocess
import tempfile
from pathlib import Path

from developer.console import Trouble, say, timed
from developer.environment import Environment

# Each needs packages that are loaded by name: holidays of a country, typing mistakes.
QUESTIONS = ("are you opn on memorial day", "¿abren el día de los presidentes?")
SPEC = Path("packaging") / "kiosk.spec"


def make(environment: Environment) -> int:
    """Freeze, then let the frozen program tell its version and play the tour.

    Raises:
        Trouble: a step failed.
    """
    root = environment.root
    with timed("Freezing with PyInstaller"):
        _run(
            root,
            [str(environment.program("pyinstaller")), "--noconfirm", "--log-level=WARN", str(SPEC)],
        )
    program = root / "dist" / "kiosk" / ("kiosk.exe" if os.name == "nt" else "kiosk")
    say(f"{program.parent} holds {_megabytes(program.parent)} MB")
    # From another folder and without the checkout's Python: what only a checkout finds fails here.
    with tempfile.TemporaryDirectory() as elsewhere:
        with timed("Asking the frozen program for its version"):
            _run(Path(elsewhere), [str(program), "--version"])
        with timed("Asking it for a holiday, mistyped, in two languages"):
            for question in QUESTIONS:
                _run(
                    Path(elsewhere),
                    [str(program), "ask", "--offline", question],
                    KIOSK_HOME=elsewhere,
                )
        with timed("Playing the tour with the frozen program"):
            _run(Path(elsewhere), [str(program), "demo", "--tour", str(root / "dist" / "tour")])
    return 0


def _run(folder: Path, command: list[str], **settings: str) -> None:
    environment = {name: text for name, text in os.environ.items() if not name.startswith("PYTHON")}
    run = subprocess.run(command, cwd=folder, env=environment | settings, check=False)
    if run.returncode:
        raise Trouble(f"`{' '.join(command)}` ended with {run.returncode}; its words are above.")


def _counts(path: Path) -> bool:
    # PyInstaller links what a wheel holds twice.
    return path.is_file() and not path.is_symlink()


def _megabytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if _counts(path)) // 1_000_000

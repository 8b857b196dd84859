"""``.venv``: made from the locked requirements, and left alone while they stay the same.

A stamp inside says what the environment was made from. It is written last and removed first, so
an environment without the right stamp is half-made or foreign and is made anew; one with it is
checked for missing files in a fraction of a second.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import venv
from collections.abc import Callable
from pathlib import Path
from typing import TypedDict

from developer.console import Trouble, say, timed
from developer.packages import install
from developer.system import VENV_PACKAGE, can_make_environments

# Every lock is complete in itself, and the later ones hold all of the first, in the same versions.
LOCKS = ("runtime", "test", "bundle")

# Runs inside the environment: is every file there that was installed?
PROBE = """
import importlib.metadata, json, os, sys
missing = 0
names = set()
for distribution in importlib.metadata.distributions():
    names.add(distribution.name)
    root = str(distribution.locate_file(""))
    for file in distribution.files or ():
        text = str(file)
        if not text.endswith(".pyc") and not os.path.exists(os.path.join(root, text)):
            missing += 1
print(json.dumps({"python": "%d.%d.%d" % sys.version_info[:3], "missing": missing,
                  "packages": sorted(names)}))
"""


class Found(TypedDict):
    """What ``PROBE`` tells."""

    python: str
    missing: int
    packages: list[str]


class Environment:
    """The virtual environment of one checkout.

    Args:
        root: The checkout.
        create: Makes an empty environment with pip in it.
    """

    def __init__(self, root: Path, create: Callable[[Path], None] | None = None) -> None:
        self._create = create or create_environment
        self.root = root
        self.folder = root / ".venv"
        self._stamp = self.folder / "made-from.json"
        self._scripts = self.folder / ("Scripts" if os.name == "nt" else "bin")

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.program("python")

    def program(self, name: str) -> Path:
        """A command of the environment, such as ``kiosk``."""
        return self._scripts / (f"{name}.exe" if os.name == "nt" else name)

    def ensure(self, lock: str) -> None:
        """Make the environment hold this lock, doing as little as possible.

        Raises:
            Trouble: it cannot be made; the sentence says what is missing.
        """
        now = {name: digest(self.root, name) for name in LOCKS}
        made = self._made_from()
        if not made or any(now[name] != text for name, text in made.items()):
            self._make()
            made = {}
        if lock not in made:
            self._install(lock)
            self._write_stamp(made | {name: now[name] for name in ("runtime", lock)})

    def _made_from(self) -> dict[str, str]:
        """The locks of a whole environment that stands where it was made; else nothing."""
        try:
            stamp = json.loads(self._stamp.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        # An environment that was moved has its old place in every script.
        if stamp["folder"] != str(self.folder) or stamp["found"]["python"] != _version():
            return {}
        return dict(stamp["locks"]) if _still_holds(self._probe(), stamp["found"]) else {}

    def _probe(self) -> Found | None:
        try:
            run = subprocess.run(
                [self.python, "-c", PROBE], capture_output=True, text=True, check=True, timeout=60
            )
            found: Found = json.loads(run.stdout)
        except (OSError, subprocess.SubprocessError, ValueError):
            return None
        return found

    def _make(self) -> None:
        again = self.folder.exists()
        with timed(f"{'Making anew' if again else 'Making'} {self.folder.name} ({_version()})"):
            try:
                if again:
                    shutil.rmtree(self.folder)
                self._create(self.folder)
            except subprocess.CalledProcessError as error:
                raise Trouble(
                    f"Python could not put pip into {self.folder}: {_last_line(error.output)}"
                ) from error
            except OSError as error:
                raise Trouble(
                    f"{self.folder} cannot be written: {error.strerror or error}. "
                    "Put the checkout where you may write, on a disk with 2 GB free."
                ) from error

    def _install(self, lock: str) -> None:
        self._stamp.unlink(missing_ok=True)
        path = lock_path(self.root, lock)
        count = len(re.findall(r"^\S+==", path.read_text("utf-8"), flags=re.MULTILINE))
        with timed(f"Installing the {lock} packages, each checked against its hash"):
            # Every dependency is in the lock, and wheels only: nothing unlocked is fetched to
            # build one, and no compiler is needed.
            exact = ("--require-hashes", "--no-deps", "--only-binary=:all:")
            install(self.python, [*exact, "-r", str(path)], count)
        with timed("Installing Library Kiosk itself"):
            install(self.python, ["--no-build-isolation", "--no-deps", "-e", str(self.root)], 0)

    def _write_stamp(self, locks: dict[str, str]) -> None:
        found = self._probe()
        if found is None or found["missing"]:
            raise Trouble(
                f"{self.folder} is not whole although pip was content; "
                "check the disk and run this again."
            )
        stamp = {"folder": str(self.folder), "locks": locks, "found": found}
        self._stamp.write_text(json.dumps(stamp, indent=1), "utf-8")
        say(f"{self.folder.name} is ready")


def create_environment(folder: Path) -> None:
    """An empty environment with pip in it. Raises Trouble, OSError, CalledProcessError."""
    if not can_make_environments():
        raise Trouble(
            "This Python cannot make virtual environments; on Debian and Ubuntu that is: "
            f"sudo apt-get install {VENV_PACKAGE}"
        )
    venv.create(folder, with_pip=True, symlinks=os.name != "nt")


def lock_path(root: Path, name: str) -> Path:
    """The file with every package of one purpose, its version and its hashes."""
    return root / "packaging" / "requirements" / f"{name}.txt"


def digest(root: Path, name: str) -> str:
    """What an environment made from this lock depends on, as one text."""
    try:
        lock = lock_path(root, name).read_bytes()
        project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    except OSError as error:
        raise Trouble(f"{error.filename} is missing; this checkout is not whole.") from error
    # The commands and the package's place; the linters' settings change nothing installed.
    own = json.dumps([project["project"], project["tool"]["hatch"]], sort_keys=True)
    return hashlib.sha256(lock + own.encode()).hexdigest()


def _still_holds(now: Found | None, then: Found) -> bool:
    """Whether all that was installed is there. What a developer added is theirs."""
    return (
        now is not None
        and now["python"] == then["python"]
        and now["missing"] == 0
        and set(now["packages"]) >= set(then["packages"])
    )


def _version() -> str:
    return ".".join(str(part) for part in sys.version_info[:3])


def _last_line(output: bytes | str | None) -> str:
    text = output.decode(errors="replace") if isinstance(output, bytes) else output or ""
    lines = text.strip().splitlines()
    return lines[-1] if lines else "it did not say why"

"""``dev.py lock``: write the locked requirements anew from ``pyproject.toml``.

One file for each purpose, for Linux, macOS and Windows and every supported Python, with the
hash of each file that may be installed and without the address of any registry.
"""

import subprocess
import tempfile
import venv
from pathlib import Path

from developer.console import Trouble, timed
from developer.environment import LOCKS, lock_path

GROUPS = {"runtime": ("build",), "test": ("build", "test"), "bundle": ("build", "bundle")}

HEADER = "# Made by `python3 packaging/dev.py lock` from pyproject.toml; do not edit.\n"


def make_locks(root: Path, *, upgrade: bool) -> None:
    """Resolve every lock; what is locked already keeps its version unless ``upgrade``.

    Raises:
        Trouble: the packages cannot be resolved, or the resolver not be fetched.
    """
    with tempfile.TemporaryDirectory() as folder:
        uv = _resolver(Path(folder))
        for name in LOCKS:
            with timed(f"Locking {name}"):
                _run(compile_command(uv, root, name, upgrade=upgrade), root)
                path = lock_path(root, name)
                path.write_text(HEADER + path.read_text("utf-8"), "utf-8", newline="\n")


def compile_command(uv: str, root: Path, name: str, *, upgrade: bool) -> list[str]:
    """The resolver's command line. The later locks agree with the first in every version."""
    groups = [word for group in GROUPS[name] for word in ("--group", group)]
    base = [] if name == "runtime" else ["--constraints", str(lock_path(root, "runtime"))]
    return [
        *(uv, "pip", "compile", "pyproject.toml", *groups, *base),
        *("--universal", "--python-version", "3.11", "--generate-hashes", "--quiet"),
        *("--no-emit-index-url", "--no-emit-find-links", "--no-header", "--no-annotate"),
        *(["--upgrade"] if upgrade else []),
        *("--output-file", str(lock_path(root, name))),
    ]


def _resolver(folder: Path) -> str:
    with timed("Fetching the resolver into a temporary environment"):
        venv.create(folder, with_pip=True)
        scripts = next(path for path in (folder / "Scripts", folder / "bin") if path.is_dir())
        _run([str(scripts / "python"), "-m", "pip", "install", "--quiet", "uv"], folder)
    return str(scripts / "uv")


def _run(command: list[str], folder: Path) -> None:
    run = subprocess.run(command, cwd=folder, check=False)
    if run.returncode:
        raise Trouble(f"`{' '.join(command)}` failed; its own words are above.")

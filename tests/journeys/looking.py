"""Looking at processes from outside, and waiting for what is to be seen."""

import contextlib
import time
from collections.abc import Callable, Iterator
from pathlib import Path

PATIENCE_SECONDS = 60.0
_LOOK_SECONDS = 0.02


def wait_until(true: Callable[[], object], what: str, *, within: float = PATIENCE_SECONDS) -> None:
    """Return as soon as it is true; fail with ``what`` when it does not become so in time."""
    deadline = time.monotonic() + within
    while not true():
        assert time.monotonic() < deadline, f"waited {within:.0f} s in vain until {what}"
        time.sleep(_LOOK_SECONDS)


def command_lines() -> dict[int, list[str]]:
    """Every process that runs now, with its words. Zombies have none and are left out."""
    found: dict[int, list[str]] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            with contextlib.suppress(OSError):
                words = (folder / "cmdline").read_text(errors="replace").split("\0")
                found[int(folder.name)] = words[:-1]
    return {pid: words for pid, words in found.items() if words}


def processes_with(variable: str, value: str) -> set[int]:
    """Every process that runs now and was started with this variable in its environment."""
    wanted = f"{variable}={value}".encode()
    found = set()
    for pid in command_lines():
        with contextlib.suppress(OSError):
            if wanted in Path(f"/proc/{pid}/environ").read_bytes().split(b"\0"):
                found.add(pid)
    return found


def uis_of(home: Path, *, safe: bool = False) -> list[int]:
    """The UI processes of an installation: whole ones, or safe pages."""
    lines = command_lines()
    return [
        pid
        for pid in sorted(processes_with("KIOSK_HOME", str(home)))
        if "ui" in lines.get(pid, []) and ("--safe" in lines[pid]) is safe
    ]


def files_that_say(words: str, folder: Path) -> list[str]:
    """Every file below a folder that holds these words, as whatever a program may write them."""
    needles = {words.encode(), words.encode("utf-16-le")}
    return sorted(
        str(file.relative_to(folder))
        for file in _files(folder)
        if any(needle in _bytes(file) for needle in needles)
    )


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError:  # a log of SQLite's that came and went
        return b""

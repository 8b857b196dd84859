"""A browser in kiosk mode with our home screen as a static page: what most terminals are made of.

Chromium and the UI stand on the same screen, that of an Xvfb, and both draw in software.
"""

import http.server
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kiosk.core.paths import resource_folder
from tests.benchmarks import windows
from tests.benchmarks.home_page import FONTS, HEIGHT, READY, WIDTH
from tests.benchmarks.measure import Row, Series
from tests.journeys.installation import Installation
from tests.journeys.looking import wait_until

BROWSER = "chromium"
FLAGS = (
    "--kiosk",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    f"--window-size={WIDTH},{HEIGHT}",
)
LONGEST_SECONDS = 60.0
PROCESSES = Path("/proc")


def rows(installation: Installation, rounds: int, *, settle_seconds: float) -> list[Row]:
    """Start and memory of both; nothing where there is no browser or no Xvfb."""
    if not is_there():
        return []
    made = static_page(installation)
    with screen() as display, serving(made) as site:
        theirs = [_browser(site, display, settle_seconds) for _ in range(rounds + 1)][1:]
        before = dict(installation.environment)
        installation.environment |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        try:
            starts = windows.starts(windows.UI, installation, rounds)
            ours = [windows.memory_of_a_terminal(installation, settle_seconds) for _ in theirs]
        finally:
            installation.environment.clear()
            installation.environment |= before
    start = Series(
        f"`{BROWSER} --kiosk`, first frame of a static page", "s", tuple(s for s, _ in theirs)
    )
    memory = Series(f"PSS of all of {BROWSER}'s processes", "MB", tuple(pss for _, pss in theirs))
    both = tuple(ui["Pss"] + watchdog["Pss"] for ui, watchdog in ours)
    return [
        Row(start, remark="our home screen as HTML; same screen (Xvfb), both drawn in software"),
        Row(Series("`kiosk ui` to its first usable frame there", "s", starts), start),
        Row(memory, remark=f"after {settle_seconds:.0f} s"),
        Row(Series("PSS of the UI there", "MB", tuple(ui["Pss"] for ui, _ in ours)), memory),
        Row(Series("PSS of the UI and its watchdog there", "MB", both), memory),
    ]


def is_there() -> bool:
    """Whether this machine can be measured so."""
    return bool(shutil.which(BROWSER) and shutil.which("Xvfb"))


def static_page(installation: Installation) -> str:
    """The home screen of this installation, as HTML."""
    return subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.home_page"],
        env=installation.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        timeout=LONGEST_SECONDS,
        check=True,
    ).stdout


class Site(http.server.ThreadingHTTPServer):
    """Serves the page and its fonts, and hears when it was painted."""

    def __init__(self, page: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.page = page.encode()
        self.painted = threading.Event()

    @property
    def url(self) -> str:
        """Of the page."""
        return f"http://127.0.0.1:{self.server_port}/"


class _Handler(http.server.BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        if self.path == READY:
            self.server.painted.set()
        if self.path.startswith(FONTS):
            name = Path(self.path).name
            body = (resource_folder() / "fonts" / name).read_bytes()
        else:
            body = self.server.page
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words: object) -> None:
        """Not said: the browser asks, and nobody else."""


@contextmanager
def serving(page: str) -> Iterator[Site]:
    """The page at an address of this machine."""
    with Site(page) as site:
        threading.Thread(target=site.serve_forever, daemon=True).start()
        yield site
        site.shutdown()


@contextmanager
def screen() -> Iterator[str]:
    """An X server without glass; its ``DISPLAY``."""
    size = f"{WIDTH}x{HEIGHT}x24"
    reads, writes = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(writes), "-screen", "0", size, "-nolisten", "tcp"],
        pass_fds=(writes,),
        stderr=subprocess.DEVNULL,
    ) as server:
        os.close(writes)
        with os.fdopen(reads, encoding="ascii") as told:
            number = told.readline().strip()
        try:
            yield f":{number}"
        finally:
            server.terminate()


def _browser(site: Site, display: str, settle_seconds: float) -> tuple[float, float]:
    """Seconds to the first painted frame, and megabytes when it had time to settle."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        site.painted.clear()
        began = time.perf_counter()
        with subprocess.Popen(
            [BROWSER, *FLAGS, f"--user-data-dir={profile}", site.url],
            env={**os.environ, "DISPLAY": display},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        ) as process:
            assert site.painted.wait(LONGEST_SECONDS), f"{BROWSER} painted nothing"
            took = time.perf_counter() - began
            time.sleep(settle_seconds)
            used = sum(map(_pss, _family(process.pid)))
            os.killpg(process.pid, signal.SIGKILL)
        wait_until(lambda: len(_family(process.pid)) == 1, f"{BROWSER} is gone")
    return took, used


def _family(pid: int) -> list[int]:
    """A process and all that it started, and so on."""
    parents: dict[int, int] = {}
    for folder in PROCESSES.glob("[0-9]*"):
        with suppress(OSError):
            stat = (folder / "stat").read_text(encoding="ascii", errors="replace")
            parents[int(folder.name)] = int(stat.rpartition(")")[2].split()[1])
    found = [pid]
    for known in found:  # grows meanwhile
        found += [child for child, parent in parents.items() if parent == known]
    return found


def _pss(pid: int) -> float:
    try:
        return windows.memory_of(pid)["Pss"]
    except OSError:  # it has ended
        return 0.0

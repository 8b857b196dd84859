"""A UI without a window: speaks the pipe, and misbehaves as it is told.

Started as ``stand_in_ui.py ui [--safe] --watched [--software] FOLDER``. What it does in its n-th
life is the n-th word of ``FOLDER/plan`` (the last one from then on): ``exit-N``, or the name of a
function below. What it was told goes to ``FOLDER/starts``, a JSON line each; once it beats, its
process id goes to ``FOLDER/well``. Standard library only, so that it starts in an instant.
"""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

BEAT_SECONDS = 0.05
VISIT = {"turns": ["where is the atlas?"]}
CRASH, RECYCLE = 1, 13


class StandIn:
    """One life."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.watchdog_gone = threading.Event()

    def live(self, word: str) -> int:
        """Do as the plan says; the exit code."""
        if word.startswith("exit-"):
            return int(word.removeprefix("exit-"))
        behaviour: Callable[[], int] = getattr(self, word.replace("-", "_"))
        return behaviour()

    def well(self) -> int:
        self.say({"type": "ready"})
        return self.beat()

    def mute(self) -> int:
        """Never shows anything."""
        return self.stand_still()

    def silent(self) -> int:
        """Shows itself and never beats."""
        self.say({"type": "ready"})
        return self.stand_still()

    def closes_stdout(self) -> int:
        self.say({"type": "ready"})
        os.close(1)
        return self.stand_still()

    def still_picture(self) -> int:
        """Beats and draws nothing."""
        self.say({"type": "ready"})
        return self.beat(drawing=False)

    def nonsense(self) -> int:
        """Floods the pipe first."""
        for number in range(20_000):
            os.write(1, b"my card number is 12345 %d\n" % number)
        os.write(1, b"x" * 3_000_000 + b"\n")
        return self.well()

    def visit(self) -> int:
        self.say({"type": "ready"})
        self.say({"type": "snapshot", "visit": VISIT})
        return self.beat()

    def visit_then_crash(self) -> int:
        self.say({"type": "ready"})
        self.say({"type": "snapshot", "visit": VISIT})
        return CRASH

    def visit_then_forget_then_crash(self) -> int:
        self.visit_then_crash()
        self.say({"type": "forget"})
        return CRASH

    def deaf(self) -> int:
        """Goes neither at the end of its standard input nor when asked."""
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        self.say({"type": "ready"})
        self.beat()
        return self.stand_still()

    def family(self) -> int:
        """Starts a process of its own."""
        child = subprocess.Popen([sys.executable, "-S", "-c", "import time; time.sleep(3600)"])
        (self.folder / "child").write_text(str(child.pid))
        return self.well()

    def complains(self) -> int:
        os.write(2, b"the printer is on fire\n")
        return self.well()

    def stand_still(self) -> int:
        time.sleep(3600)
        return CRASH

    def say(self, body: object) -> None:
        os.write(1, json.dumps(body).encode() + b"\n")

    def beat(self, *, drawing: bool = True) -> int:
        """Beat until standard input ends."""
        self.note("well", str(os.getpid()))
        frames = 0
        while not self.watchdog_gone.wait(BEAT_SECONDS):
            frames += drawing
            self.say({"type": "beat", "frames": frames})
        return 0

    def note(self, name: str, line: str) -> None:
        """Tell the test, by one more line in a file."""
        with (self.folder / name).open("a") as file:
            file.write(line + "\n")

    def wait_for_the_end_of_standard_input(self) -> None:
        while sys.stdin.buffer.readline():
            pass
        self.watchdog_gone.set()


def main() -> int:
    folder = Path(sys.argv[-1])
    ui = StandIn(folder)
    starts = folder / "starts"
    life = len(starts.read_text().splitlines()) if starts.exists() else 0
    plan = (folder / "plan").read_text().split()
    restore = json.loads(sys.stdin.buffer.readline())
    told = {"pid": os.getpid(), "arguments": sys.argv[1:-1], "restore": restore}
    ui.note("starts", json.dumps(told))
    threading.Thread(target=ui.wait_for_the_end_of_standard_input, daemon=True).start()
    return ui.live(plan[min(life, len(plan) - 1)])


if __name__ == "__main__":
    os._exit(main())  # a thread may still be reading standard input

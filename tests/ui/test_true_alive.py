import subprocess
import sys

PROGRAM = """
from PySide6.QtCore import QObject, Signal
from kiosk.ui.true_alive import keep_true_alive

class Bell(QObject):
    rang = Signal()

keep_true_alive()
bell = Bell()
for _ in range(200_000):
    bell.rang.emit()
print("well")
"""


def test_two_hundred_thousand_signals_do_not_end_the_process() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, check=False)
    assert (done.returncode, done.stdout.split(), done.stderr) == (0, [b"well"], b"")

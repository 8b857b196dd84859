import subprocess
import sys

PROGRAM = """
from PySide6.QtCore import QObject, Signal
from kiosk.ui.immortals import make_immortal

class Bell(QObject):
    rang = Signal()

make_immortal()
bell = Bell()
for _ in range(200_000):
    bell.rang.emit()
    bell.setObjectName("bell")
    bell.signalsBlocked()
print("well")
"""


def test_hundreds_of_thousands_of_calls_do_not_end_the_process() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, check=False)
    assert (done.returncode, done.stdout.split(), done.stderr) == (0, [b"well"], b"")

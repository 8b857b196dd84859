"""Of a visit nothing is left in the process: ``tests/ui/look_for_traces.py``, run for itself."""

import os
import subprocess
import sys
from pathlib import Path


def test_of_a_visit_nothing_is_left_in_the_process() -> None:
    """Alone: a process that ran a thousand other tests holds ten times as much to look through."""
    marks = Path(__file__).with_name("look_for_traces.py")
    of_others = ("PYTEST", "COV")  # what runs here is covered by tests of its own
    alone = {name: said for name, said in os.environ.items() if not name.startswith(of_others)}
    found = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", marks],
        cwd=marks.parents[2],
        env=alone,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stdout + found.stderr
    assert " passed" in found.stdout

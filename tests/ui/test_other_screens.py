"""Two screens, in a real process; off-screen, as the platform's own configuration has them."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

SCREENS = {
    "screens": [
        {"name": "patron", "x": 0, "y": 0, "width": 1080, "height": 1920, "dpr": 1},
        {"name": "other", "x": 1080, "y": 0, "width": 1366, "height": 768, "dpr": 1},
    ]
}


def two_screens(folder: Path) -> dict[str, str]:
    """The environment of a process that has two."""
    file = folder / "screens.json"
    file.write_text(json.dumps(SCREENS))
    return {"QT_QPA_PLATFORM": f"offscreen:configfile={file}"}


def test_every_other_screen_shows_the_librarys_name_as_long_as_it_is_there(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.two_screens"],
        env={**os.environ, **two_screens(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    told: dict[str, Any] = {}
    for line in done.stdout.splitlines():
        what, curtains, windows = json.loads(line)
        told[what] = ([curtain.pop("screen") for curtain in curtains], curtains, windows)
    curtain = {"size": [1366, 768], "full": True, "ground": "#f6f4ef", "written": True}
    assert told["start"] == (["other"], [curtain], 2)
    assert told["another theme"] == (["other"], [curtain | {"ground": "#12171b"}], 2)
    assert told["unplugged"] == ([], [], 1)
    assert told["plugged in"][0] == ["other"]
    assert told["moved"][0] == ["patron"]
    assert told["end"] == ([], [], 1)

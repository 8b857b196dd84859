"""Which of the speech engines that Qt knows this machine really has. Loads none of them."""

import shutil
import sys
from collections.abc import Callable

_DAEMON = "speech-dispatcher"
_ENGINES = {"win32": "winrt", "darwin": "darwin"}
"""Windows and macOS bring voices along."""


def usual_engine(
    platform: str = sys.platform, found: Callable[[str], object] = shutil.which
) -> str:
    """Qt's name of the engine; empty where nothing can be read aloud."""
    if platform == "linux":
        return "speechd" if found(_DAEMON) else ""
    return _ENGINES.get(platform, "")

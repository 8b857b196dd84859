"""How this program starts another process of itself, from a checkout and when frozen."""

import sys


def own_command() -> list[str]:
    """The words that start ``kiosk``: the frozen program, or this Python with ``-m kiosk``."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "kiosk"]

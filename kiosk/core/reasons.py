"""Why the UI process ended: its exit codes, and the reason codes in the watchdog's journal.

The numbers are stable and never reused, because IT's scripts count them.
"""

from enum import IntEnum


class Reason(IntEnum):
    """Below 20 the end was planned and never counts against the UI.

    ``STAFF`` is the only one after which nothing is started again: staff closed the kiosk.
    """

    STAFF = 10
    UPDATE = 11
    NIGHTLY = 12
    MEMORY_RECYCLE = 13
    STAFF_RESTART = 14
    CRASH = 20
    UI_HANG = 21
    RENDER_HANG = 22
    START_TIMEOUT = 23
    OUT_OF_MEMORY = 24
    DATABASE_UNREADABLE = 25
    GPU_LOST = 26
    BAD_CONFIGURATION = 27
    UNKNOWN = 30

    @property
    def planned(self) -> bool:
        """Whether the end was wanted."""
        return self < Reason.CRASH

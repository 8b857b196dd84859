"""How much patience the watchdog has: one table of numbers. Imports nothing of ours."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """How much patience the watchdog has. Seconds, unless said otherwise.

    Attributes:
        suspect_seconds: Silence that is noted.
        kill_seconds: Silence, or drawing nothing, that ends the process.
        start_seconds: Longest wait for the first frame.
        full_retry_seconds: In safe mode, time to the next try of the full UI.
        gentle_seconds: Time after a start and after the machine slept with doubled patience.
        forgive_seconds: Time of running well after which earlier bad ends are forgotten.
        bad_ends: Bad ends within ``bad_window_seconds`` that lead to safe mode.
        bad_window_seconds: See ``bad_ends``; also how long a full UI tried from safe mode is on
            probation.
        stuck_ends: Hangs and start timeouts without ``gentle_seconds`` of running well between
            them that lead to safe mode.
        drawing_ends: Ends by drawing within ``drawing_window_seconds`` that lead to software
            drawing.
        drawing_window_seconds: See ``drawing_ends``.
        longest_wait_seconds: Cap of the waits between starts.
        planned_pause_seconds: Wait after a planned end of a UI that had hardly started, so that
            one which only ever ends by plan cannot keep the processor busy.
        stop_seconds: Time to go when asked, and between two blows.
        abandon_seconds: Time after which a process that will not die is left alone.
    """

    suspect_seconds: float = 5.0
    kill_seconds: float = 15.0
    start_seconds: float = 60.0
    full_retry_seconds: float = 600.0
    gentle_seconds: float = 60.0
    forgive_seconds: float = 600.0
    bad_ends: int = 5
    bad_window_seconds: float = 120.0
    stuck_ends: int = 3
    drawing_ends: int = 2
    drawing_window_seconds: float = 86_400.0
    longest_wait_seconds: float = 60.0
    planned_pause_seconds: float = 1.0
    stop_seconds: float = 5.0
    abandon_seconds: float = 30.0

"""No core dumps: one would write a visit to the disk."""

import ctypes
import sys


def forbid_core_dumps() -> None:
    """Forbid them for this process. Call it in each process that holds a patron's words.

    The limit alone is not enough on Linux: a ``core_pattern`` that pipes into a collector (as
    systemd and Ubuntu set it) ignores a limit of zero, but not a process that is not dumpable.
    """
    if sys.platform == "win32":
        # No fault box, which would also freeze the screen, and no report; children inherit it.
        failed_critical, no_fault_box = 0x0001, 0x0002
        ctypes.windll.kernel32.SetErrorMode(failed_critical | no_fault_box)
    else:
        import resource  # noqa: PLC0415 - Windows has no such module

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if sys.platform == "linux":
            set_dumpable = 4
            ctypes.CDLL(None).prctl(set_dumpable, 0, 0, 0, 0)

"""A Windows job object around one process: ends the whole tree, also when we die ourselves.

Only ever imported on Windows. ``taskkill /T`` would do for the first half, but it walks parent
ids, misses grandchildren whose parent is gone, and cannot act once the watchdog is dead.
"""

import ctypes
import subprocess
import sys
from ctypes import wintypes

assert sys.platform == "win32"  # noqa: S101 - tells the type checker which system this is for

EXTENDED_LIMITS = 9
KILL_ON_JOB_CLOSE = 0x2000
EXIT_CODE = 1


class _BasicLimits(ctypes.Structure):
    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", wintypes.DWORD),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", wintypes.DWORD),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", wintypes.DWORD),
        ("SchedulingClass", wintypes.DWORD),
    )


class _ExtendedLimits(ctypes.Structure):
    _fields_ = (
        ("BasicLimitInformation", _BasicLimits),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


class WindowsJob:
    """Holds the process and everything it starts from now on.

    The process runs for an instant before it is put into the job. It is our own UI, which starts
    nothing that early.

    Raises:
        OSError: Windows refused; the process has been ended.
    """

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._kernel = _kernel32()
        self._job = self._kernel.CreateJobObjectW(None, None)
        limits = _ExtendedLimits()
        limits.BasicLimitInformation.LimitFlags = KILL_ON_JOB_CLOSE
        ready = self._job and self._kernel.SetInformationJobObject(
            self._job, EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
        )
        handle = wintypes.HANDLE(int(process._handle))  # type: ignore[attr-defined]  # noqa: SLF001 - the only way to the handle
        if not ready or not self._kernel.AssignProcessToJobObject(self._job, handle):
            error = ctypes.WinError(ctypes.get_last_error())
            process.kill()
            raise error

    def terminate(self) -> None:
        """End every process of the job. Those that are gone already are no matter."""
        self._kernel.TerminateJobObject(self._job, EXIT_CODE)

    def __del__(self) -> None:
        # The last handle; closing it ends whatever is still in the job.
        if self._job:
            self._kernel.CloseHandle(self._job)


def _kernel32() -> ctypes.WinDLL:
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    # Without these, 64-bit handles would be cut to 32 bits.
    kernel.CreateJobObjectW.restype = wintypes.HANDLE
    kernel.CreateJobObjectW.argtypes = (wintypes.LPVOID, wintypes.LPCWSTR)
    kernel.SetInformationJobObject.argtypes = (
        wintypes.HANDLE,
        ctypes.c_int,
        wintypes.LPVOID,
        wintypes.DWORD,
    )
    kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
    kernel.TerminateJobObject.argtypes = (wintypes.HANDLE, wintypes.UINT)
    kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
    return kernel

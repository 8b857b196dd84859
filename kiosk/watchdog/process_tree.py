"""End a process and all that it started, by whatever means the system has for that."""

import contextlib
import os
import signal
import subprocess
import sys
from typing import Any

if sys.platform == "win32":
    from kiosk.watchdog.windows_job import WindowsJob

    def start_options() -> dict[str, Any]:
        """What ``subprocess.Popen`` needs to know so that the tree can be ended as one."""
        flags = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
        return {"creationflags": flags}

    class ProcessTree:
        """A job object: it ends the tree, and does so also when the watchdog itself dies."""

        def __init__(self, process: subprocess.Popen[bytes]) -> None:
            self._job = WindowsJob(process)

        def terminate(self) -> None:
            """Windows has no polite signal for a process without a console."""
            self._job.terminate()

        def kill(self) -> None:
            self._job.terminate()

else:

    def start_options() -> dict[str, Any]:
        """What ``subprocess.Popen`` needs to know so that the tree can be ended as one.

        No parent-death signal: it would need code between fork and exec, which is not safe
        beside our threads, and it would cut off a UI that goes in good order at the end of its
        standard input. A UI that hangs in that moment ends itself (``app.beat_pipe``) or goes with
        the service's control group.
        """
        return {"start_new_session": True}

    class ProcessTree:
        """A session of its own, whose process group is signalled as one."""

        def __init__(self, process: subprocess.Popen[bytes]) -> None:
            self._group = process.pid

        def terminate(self) -> None:
            self._signal(signal.SIGTERM)

        def kill(self) -> None:
            self._signal(signal.SIGKILL)

        def _signal(self, number: signal.Signals) -> None:
            # macOS answers EPERM for a group of which only a zombie is left.
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._group, number)

import subprocess
import sys

import pytest


@pytest.mark.skipif(sys.platform != "linux", reason="reads Linux's own answer")
def test_neither_a_file_nor_a_collector_gets_a_core() -> None:
    code = (
        "import ctypes, resource\n"
        "from kiosk.watchdog.core_dumps import forbid_core_dumps\n"
        "forbid_core_dumps()\n"
        "get_dumpable = 3\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(get_dumpable))\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "(0, 0) 0\n"

import json
import subprocess
import sys

import httpx


def test_the_simulator_runs_as_a_process_and_says_where_it_is() -> None:
    command = [sys.executable, "-m", "kiosk.demo.server"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            said = json.loads(process.stdout.readline())
            assert said["service"] == "libcal"
            page = httpx.URL(said["url"]).join("/api_hours_today.php?iid=9100")
            answer = httpx.get(page, trust_env=False)
            assert len(answer.json()["locations"]) == 6
        finally:
            process.terminate()
            process.wait(10)

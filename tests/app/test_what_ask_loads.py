"""``kiosk ask`` waits for nothing that an answer from the cache does not need."""

import subprocess
import sys
from pathlib import Path

from tests.journeys.installation import Installation

HEAVY = {
    *("PySide6", "qasync", "httpx", "httpx_sse", "openai", "pydantic", "markdown_it", "keyring"),
    *("starlette", "uvicorn", "sse_starlette", "jinja2", "sqlalchemy", "argon2", "multipart"),
    *("prometheus_client", "sqlite_utils", "click", "dateutil", "numpy"),
}
ASK = """
import sys
from kiosk.app.cli import main
code = main(["ask", "--offline", "when do you close"])
print(*{name.partition(".")[0] for name in sys.modules}, file=sys.stderr)
sys.exit(code)
"""


def test_an_answer_from_the_cache_loads_nothing_heavy(tmp_path: Path) -> None:
    installation = Installation.at(tmp_path)
    assert installation.kiosk("ask", "hello").returncode == 0  # makes the database's tables

    done = subprocess.run(
        [sys.executable, "-c", ASK],
        env=installation.environment,
        capture_output=True,
        text=True,
        check=True,
    )

    assert HEAVY.isdisjoint(done.stderr.split())

import io
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.app.logs import record_crash, start_logging
from tests.app.consoles import logging_given_back
from tests.noise import Noise


@pytest.fixture(autouse=True)
def own_logging() -> Iterator[None]:
    """Each of these tests starts logging in this process."""
    with logging_given_back():
        yield


def test_lines_go_to_the_file_and_the_important_ones_to_standard_error(
    tmp_path: Path, expected_logs: Noise
) -> None:
    expected_logs.allow("attention")
    err = io.StringIO()
    start_logging(tmp_path / "logs" / "desk.log", err, level=logging.WARNING)
    logging.getLogger("kiosk.desk").info("all is well ✓")
    logging.getLogger("kiosk.desk").warning("attention")
    logging.getLogger("httpx").info("POST https://example.org/?token=hush")
    text = (tmp_path / "logs" / "desk.log").read_text("utf-8")
    assert "INFO kiosk.desk: all is well ✓" in text
    assert "attention" in text
    assert "hush" not in text
    assert "all is well" not in err.getvalue()
    assert "Z WARNING kiosk.desk: attention" in err.getvalue()


def test_without_a_file_everything_wanted_is_on_standard_error() -> None:
    err = io.StringIO()
    start_logging(None, err, level=logging.DEBUG)
    logging.getLogger("kiosk.ui").debug("a detail")
    assert "a detail" in err.getvalue()


def test_a_folder_that_cannot_be_written_costs_the_file_only(
    tmp_path: Path, expected_logs: Noise
) -> None:
    expected_logs.allow("no log file")
    (tmp_path / "logs").write_text("a file in the folder's place")
    err = io.StringIO()
    start_logging(tmp_path / "logs" / "desk.log", err, level=logging.INFO)
    logging.getLogger("kiosk.desk").info("still here")
    assert "still here" in err.getvalue()


def test_a_crash_is_kept_with_its_traceback(tmp_path: Path) -> None:
    file = tmp_path / "logs" / "crashes.log"
    assert record_crash(file, "ask", ZeroDivisionError("oh"))
    assert "`kiosk ask` crashed" in file.read_text()
    assert "ZeroDivisionError: oh" in file.read_text()

import io
from pathlib import Path

from kiosk.watchdog.ui_log import UiLog


def test_what_is_said_is_passed_on_and_kept(tmp_path: Path) -> None:
    echo = io.BytesIO()
    UiLog(tmp_path / "logs" / "ui.log", echo).copy_from(io.BytesIO(b"one\ntwo\n"))
    assert echo.getvalue() == (tmp_path / "logs" / "ui.log").read_bytes() == b"one\ntwo\n"


def test_two_files_of_limited_size_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "ui.log"
    log = UiLog(path, None, limit_bytes=100)
    for number in range(1_000):
        log.write(b"line %d\n" % number)
    kept = sorted(tmp_path.iterdir())
    assert {file.name for file in kept} <= {"ui.log", "ui.log.1"}
    assert all(file.stat().st_size < 110 for file in kept)
    assert b"line 999" in b"".join(file.read_bytes() for file in kept)


def test_neither_a_full_disk_nor_a_closed_terminal_stops_it(tmp_path: Path) -> None:
    in_the_way = tmp_path / "logs"
    in_the_way.write_text("a file")
    echo = io.BytesIO()
    echo.close()
    UiLog(in_the_way / "ui.log", echo).write(b"line\n")
    assert in_the_way.read_text() == "a file"

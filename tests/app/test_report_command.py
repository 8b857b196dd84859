"""What `kiosk report` prints."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.app import report_command
from kiosk.core.clock import SystemClock
from kiosk.core.paths import Folders
from kiosk.core.tallies import Count, Tally
from kiosk.store.database import open_database
from kiosk.store.tallies import Tallies
from tests.app.consoles import Desk

TODAY = date(2026, 11, 25)
COUNTS = (
    Count(Tally.ANSWERS, ("hours", "local", "en"), 30),
    Count(Tally.ANSWERS, ("knowledge", "model", "es"), 10),
    Count(Tally.ANSWER_CACHE, ("hit",), 3),
    Count(Tally.ANSWER_CACHE, ("miss",), 1),
    Count(Tally.MODEL_TOKENS, ("input", "gpt-5-mini"), 900),
    Count(Tally.MODEL_COST, ("USD",), 125_000),
    Count(Tally.THUMBS, ("down", "hours", "", "wrong"), 2),
    Count(Tally.CITED, ("wifi",), 7),
    Count(Tally.GAPS, ("unknown", ""), 4),
)


def counted(file: Path, day: date, *counts: Count) -> None:
    """The terminal counted that on a day."""
    with open_database(file) as database:
        Tallies(database).add(day, counts)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "terminal.db"


def printed(file: Path, **given: bool) -> list[str]:
    return list(report_command.lines(file, TODAY, days=30, **given))


def test_each_tally_is_a_line(file: Path) -> None:
    counted(file, TODAY - timedelta(days=29), *COUNTS)
    assert printed(file) == [
        "2026-10-27 to 2026-11-25",
        "answers        40 (local 30, model 10)",
        "by intent      hours 30, knowledge 10",
        "answer cache   75% of 4 found",
        "model calls    none",
        "model tokens   input 900",
        "model cost     0.1250 USD",
        "withheld       0",
        "thumbs         down 2",
        "entries cited  wifi 7",
        "not answered   unknown 4",
        "resolved       none",
        "nearest entry  none 4",
    ]


def test_a_long_list_is_cut(file: Path) -> None:
    counted(file, TODAY, *(Count(Tally.GAPS, ("unknown", f"e{n:02}"), 1) for n in range(12)))
    lines = printed(file)
    assert lines[-1].endswith("e09 1, 2 more")
    assert "answer cache   not asked" in lines
    assert "model cost     none" in lines


def test_a_script_gets_every_number(file: Path) -> None:
    counted(file, TODAY, *COUNTS)
    (line,) = printed(file, as_json=True)
    report = json.loads(line)
    assert report["first"] == "2026-10-27"
    assert set(report["tallies"]) == set(Tally)
    assert report["tallies"]["model_cost"] == [{"currency": "USD", "amount": 125_000}]


def test_a_terminal_that_counted_nothing_says_so_and_makes_no_file(file: Path) -> None:
    assert printed(file) == ["Nothing was counted from 2026-10-27 to 2026-11-25."]
    assert not file.exists()


def test_the_command_counts_back_from_today(tmp_path: Path) -> None:
    home = Folders.at(str(tmp_path)).terminal_database
    home.parent.mkdir(parents=True)
    today = SystemClock().now().date()
    counted(home, today - timedelta(days=1), *COUNTS)
    desk = Desk(tmp_path)
    assert desk.type("report", "--days", "3") == 0
    assert "answers        40 (local 30, model 10)" in desk.out.splitlines()


@pytest.mark.parametrize("days", ["0", "-1", "1000", "many"])
def test_a_number_of_days_that_is_none_is_wrong_usage(
    tmp_path: Path, days: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        Desk(tmp_path).type("report", "--days", days)
    assert "is no number of days" in capsys.readouterr().err

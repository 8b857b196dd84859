import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

import kiosk
from kiosk.app.arguments import parser
from kiosk.app.cli import main
from kiosk.app.console import Console
from tests.app.consoles import Desk

COMMANDS = [
    "demo",
    "run",
    "ui",
    "desk",
    "sync",
    "changes",
    "report",
    "ask",
    "doctor",
    "settings",
    "secret",
]
KIOSK = [sys.executable, "-m", "kiosk"]


class Breaking(io.StringIO):
    """A stream that fails when it is used."""

    def __init__(self, error: BaseException) -> None:
        super().__init__()
        self._error = error

    def write(self, _text: str) -> int:
        raise self._error

    def read(self, _size: int | None = -1) -> str:
        raise self._error


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_the_commands_are_those_of_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    text = capsys.readouterr().out
    assert [name for name in COMMANDS if f"\n    {name} " not in text] == []
    assert "simulate-libcal" not in text


@pytest.mark.parametrize("words", [[name] for name in COMMANDS] + [["simulate-libcal"]])
def test_the_help_of_each_command_says_what_it_does_in_one_sentence(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*words, "--help"])
    assert ended.value.code == 0
    sentence = capsys.readouterr().out.split("\n\n")[1]
    assert sentence.count(".") == 1
    assert sentence.endswith(".")


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"kiosk {kiosk.__version__}\n"


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["dance"],
        ["ask"],
        ["ask", "--now", "noon", "open?"],
        ["sync", "--now", "2026-11-25T21:12:00"],
        ["changes", "--since", "yesterday"],
        ["secret"],
        ["secret", "set"],
        ["desk", "add-terminal", "x", "--location", "here"],
        ["settings", "everything"],
        ["ui", "--driver", "192.0.2.1:4000"],
        ["ui", "--driver", "127.0.0.1"],
        ["run", "--driver", "elsewhere:4000"],
    ],
)
def test_wrong_usage_ends_with_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", [["--debug", "settings"], ["settings", "--debug"], ["secret", "set", "x", "--debug"]]
)
def test_debug_may_stand_before_and_behind_the_command(words: list[str]) -> None:
    assert parser("1").parse_args(words).debug is True


def test_a_wrong_setting_is_one_sentence_and_exit_code_2(desk: Desk) -> None:
    desk.environment["KIOSK_LOCATION"] = "main"
    assert desk.type("settings") == 2
    assert desk.err == "kiosk: 'location' in the environment must be a whole number.\n"
    assert desk.out == ""


def test_with_debug_the_traceback_is_shown_too(desk: Desk) -> None:
    desk.environment["KIOSK_LOCATION"] = "main"
    assert desk.type("--debug", "settings") == 2
    assert "Traceback" in desk.err
    assert desk.err.endswith("must be a whole number.\n")


def test_unknown_settings_are_one_line_each_on_standard_error(desk: Desk) -> None:
    desk.environment |= {"KIOSK_PONY": "1", "KIOSK_LOCATOIN": "2"}
    assert desk.type("settings") == 0
    assert [line.partition(" is no setting")[0] for line in desk.err.splitlines()] == [
        "kiosk: warning: 'KIOSK_PONY' in the environment",
        "kiosk: warning: 'KIOSK_LOCATOIN' in the environment",
    ]


def test_what_nobody_expected_is_one_sentence_and_a_place_in_the_log(tmp_path: Path) -> None:
    err = io.StringIO()
    out = Breaking(OSError(28, "no space left"))
    console = Console({"KIOSK_HOME": str(tmp_path)}, io.StringIO(), out, err)
    assert main(["settings"], console) == 1
    log = tmp_path / "logs" / "crashes.log"
    assert err.getvalue() == (
        f"kiosk: this should not have happened (OSError); IT finds the details in {log}.\n"
    )
    assert "no space left" in log.read_text()
    assert "Traceback" in log.read_text()


def test_a_crash_is_told_even_where_no_log_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file in the folder's place")
    err = io.StringIO()
    console = Console({"KIOSK_HOME": str(tmp_path)}, io.StringIO(), Breaking(OSError()), err)
    assert main(["--debug", "settings"], console) == 1
    assert "Traceback" in err.getvalue()
    assert "--debug" in err.getvalue()


def test_ctrl_c_ends_quietly(tmp_path: Path) -> None:
    err = io.StringIO()
    console = Console(
        {"KIOSK_HOME": str(tmp_path)}, Breaking(KeyboardInterrupt()), io.StringIO(), err
    )
    assert main(["secret", "set", "desk.token"], console) == 130
    assert err.getvalue() == ""


def test_a_reader_that_goes_away_is_no_reason_to_complain(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    run = subprocess.run(
        [*KIOSK, "settings"],
        env={**os.environ, "KIOSK_HOME": str(tmp_path)},
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert run.stderr == b""
    assert run.returncode == 1


def test_what_is_no_text_can_be_printed_all_the_same(tmp_path: Path) -> None:
    run = subprocess.run(
        [*KIOSK, "settings"],
        env={"KIOSK_HOME": str(tmp_path), "KIOSK_DESK_SERVER__TITLE": "\udcff ✓", "LC_ALL": "C"},
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0
    assert "\\udcff ✓" in run.stdout.decode()


def test_the_command_line_loads_nothing_that_takes_long() -> None:
    script = "import sys, kiosk.app.cli; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert {"PySide6", "httpx", "openai", "keyring", "starlette"}.isdisjoint(run.stdout.split())

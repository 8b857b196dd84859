"""Processes of our own, started, heard and stopped."""

import json
import os
import signal
import sys
from pathlib import Path

import pytest

from kiosk.app.children import Child, ask_once, kill_hard
from kiosk.core.errors import Unavailable


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "KIOSK_HOME": str(tmp_path / "home"), "KIOSK_DESK_SERVER__PORT": "0"}


def test_a_child_says_where_it_listens_and_stops_when_it_is_told(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    desk = Child("the desk", ["desk"], environment, tmp_path / "logs" / "desk.log")
    assert desk.address().startswith("http://127.0.0.1:")
    assert desk.running()
    desk.stop()
    desk.stop()
    assert not desk.running()
    assert desk.wait() == 0


@pytest.mark.skipif(sys.platform == "win32", reason="sends POSIX signals")
def test_a_child_can_be_made_to_crash(tmp_path: Path, environment: dict[str, str]) -> None:
    desk = Child("the desk", ["desk"], environment, tmp_path / "desk.log")
    desk.address()
    kill_hard(desk.pid)
    assert desk.wait() < 0


@pytest.mark.skipif(sys.platform == "win32", reason="sends POSIX signals")
def test_a_child_that_hangs_is_made_to_go(tmp_path: Path, environment: dict[str, str]) -> None:
    desk = Child("the desk", ["desk"], environment, tmp_path / "desk.log")
    desk.address()
    os.kill(desk.pid, signal.SIGSTOP)
    desk.stop(seconds=0.1)
    assert desk.wait() == -signal.SIGKILL


def test_a_child_that_does_not_start_tells_its_last_words(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    environment["KIOSK_DESK_SERVER__PORT"] = "many"
    desk = Child("the desk", ["desk"], environment, tmp_path / "desk.log")
    with pytest.raises(Unavailable, match=r"the desk did not start: .*desk_server\.port"):
        desk.address()
    desk.stop()


def test_a_child_that_said_nothing_is_said_to_have_said_nothing(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    settings = Child("settings", ["settings"], environment, tmp_path / "settings.log")
    settings.wait()
    assert settings.last_words() == "it said nothing"


def test_a_short_command_returns_what_it_printed(environment: dict[str, str]) -> None:
    printed = ask_once(["ask", "--json", "--offline", "-"], environment, "where is the atlas?\n")
    assert json.loads(printed)["question"] == "where is the atlas?"


def test_a_short_command_that_fails_says_why(environment: dict[str, str]) -> None:
    with pytest.raises(Unavailable, match=r"`kiosk sync` failed: .+"):
        ask_once(["sync"], environment)

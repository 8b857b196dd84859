"""The commands as IT types them, against real processes on the loopback."""

import contextlib
import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.core.paths import resource_folder
from kiosk.core.program import own_command
from tests.app.consoles import Desk

SUNDAY = "2026-11-22T14:00:00-05:00"


@contextlib.contextmanager
def process(home: Path, *words: str, **variables: str) -> Iterator[str]:
    """A process of ``kiosk`` that says where it listens; its address."""
    environment = os.environ | {"KIOSK_HOME": str(home)} | variables
    with subprocess.Popen(
        [*own_command(), *words],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as running:
        try:
            assert running.stdout is not None
            yield str(json.loads(running.stdout.readline())["url"])
        finally:
            running.terminate()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(
        tmp_path,
        KIOSK_LIBCAL__IID="9100",
        KIOSK_CONTENT=str(resource_folder() / "demo"),
        KIOSK_LOCATION="9101",
    )


def test_hours_are_told_right_after_a_sync_and_also_when_libcal_is_gone(desk: Desk) -> None:
    with process(desk.home, "simulate-libcal") as address:
        desk.environment["KIOSK_LIBCAL__BASE_URL"] = address
        assert desk.type("sync") == 0
        assert desk.out.startswith("6 places, ")
        assert desk.err == ""
    assert desk.type("sync") == 1
    assert desk.type("ask", "--json", "--offline", "is the law library open") == 0
    answer = json.loads(desk.out)
    assert answer["route"] == "local"
    assert [fact["location_id"] for fact in answer["facts"]] == [9104]


def test_each_line_of_standard_input_is_a_question(desk: Desk) -> None:
    assert desk.type("ask", "--now", SUNDAY, "--json", "-", text="open now?\nand\r\n") == 0
    asked = [json.loads(line)["question"] for line in desk.out.splitlines()]
    assert asked == ["open now?", "and"]


def test_words_on_the_command_line_are_one_question(desk: Desk) -> None:
    assert desk.type("ask", "--json", "where", "is", "it") == 0
    assert json.loads(desk.out)["question"] == "where is it"


def test_librarians_and_terminals_are_let_in(desk: Desk) -> None:
    assert desk.type("desk", "add-librarian", "Maya", text="correct horse battery\n") == 0
    assert desk.out == "Maya can sign in now.\n"
    assert desk.type("desk", "add-terminal", "Entrance hall", "--location", "9101") == 0
    token = desk.out.strip()
    assert len(token) > 30
    with process(desk.home, "desk", KIOSK_DESK_SERVER__PORT="0") as address:
        desk.environment |= {"KIOSK_DESK__URL": address, "KIOSK_DESK__TOKEN": token}
        desk.type("doctor")
        assert "ok       desk       answers and knows this terminal" in desk.out
        desk.environment["KIOSK_DESK__TOKEN"] = "another"
        desk.type("doctor")
        assert "failed   desk" in desk.out
        assert token not in desk.out + desk.err


@pytest.mark.parametrize("password", ["", "short\n"])
def test_a_password_that_cannot_be_one_is_refused(desk: Desk, password: str) -> None:
    assert desk.type("desk", "add-librarian", "Maya", text=password) == 2
    assert len(desk.err.splitlines()) == 1


def test_a_desk_whose_port_is_taken_says_so(desk: Desk) -> None:
    with process(desk.home, "desk", KIOSK_DESK_SERVER__PORT="0") as address:
        desk.environment["KIOSK_DESK_SERVER__PORT"] = address.rpartition(":")[2]
        run = subprocess.run(
            [*own_command(), "desk"],
            env=os.environ | desk.environment,
            capture_output=True,
            text=True,
            check=False,
        )
    assert run.returncode == 1
    assert "Traceback" not in run.stderr
    assert "port" in run.stderr

"""The real watchdog over the real UI: killed, stopped, crashing for ever, told to go."""

import json
import os
import signal
from pathlib import Path

from kiosk.app.children import Child, kill_hard
from tests.journeys.installation import Desk, Installation
from tests.journeys.looking import files_that_say, processes_with, uis_of, wait_until
from tests.journeys.visitor import Visitor

QUESTION = "does anybody remember the zeppelin"
ANSWERED = "when does the main library close tonight"
MORNING = "2026-12-01T10:00:00-05:00"
BAD_ENDS = 5


def test_a_conversation_survives_a_crash_and_a_hang_and_is_in_no_file(
    installation: Installation, patron: Visitor
) -> None:
    terminal = _terminal(installation, patron)
    patron.wait_for_screen()
    patron.ask(QUESTION)
    patron.ask(ANSWERED)
    said, first = patron.lines(), patron.pid()
    assert len(said) == len([QUESTION, ANSWERED]) * 2
    assert files_that_say("zeppelin", installation.home) == []

    kill_hard(first)
    patron.wait_for_screen()
    assert patron.lines() == said
    second = patron.pid()
    assert second != first

    os.kill(second, signal.SIGSTOP)
    patron.wait_for_screen()
    assert patron.lines() == said
    assert patron.pid() not in {first, second}
    assert _reasons(installation) == ["crash", "ui_hang"]
    patron.ask("and tomorrow?")
    assert files_that_say("zeppelin", installation.home) == []

    patron.finish()
    _assert_a_new_ui_begins_with_nothing(patron)
    terminal.stop()
    assert terminal.wait() == 0
    assert processes_with("KIOSK_HOME", str(installation.home)) == set()
    assert files_that_say("zeppelin", installation.home) == []


def test_a_ticket_is_on_the_disk_until_the_desk_has_it_and_no_longer(
    installation: Installation, desk: Desk, patron: Visitor
) -> None:
    desk.stop()
    _terminal(installation, patron)
    patron.wait_for_screen()
    patron.ask(QUESTION)
    patron.ask("some narwhal words that are left out")
    code = patron.hand_off()
    patron.wait_for_status("Kept safe here")
    kept = files_that_say("zeppelin", installation.home)
    assert kept
    assert all(name.startswith("data/terminal.db") for name in kept)

    kill_hard(patron.pid())
    patron.wait_for_screen()
    assert patron.read("ticketCode") == code
    desk.start()
    patron.wait_for_status("queue")
    assert files_that_say("zeppelin", installation.home) == []
    with desk.librarian() as librarian:
        [ticket] = librarian.tickets()
        librarian.claim(ticket)
        librarian.reply(ticket, "I do: a marmalade one.")
        patron.wait_until(lambda: ("librarian", "I do: a marmalade one.") in patron.lines(), "it")
    assert files_that_say("marmalade", installation.home) == []


def test_a_ui_that_always_crashes_makes_room_for_the_safe_page(
    installation: Installation, patron: Visitor
) -> None:
    terminal = _terminal(installation, patron)
    killed: set[int] = set()
    while len(killed) < BAD_ENDS:
        killed.add(_kill_a_ui_not_in(killed, installation.home))

    wait_until(lambda: uis_of(installation.home, safe=True), "the safe page is there")
    [page] = uis_of(installation.home, safe=True)
    assert _reasons(installation) == ["crash"] * BAD_ENDS
    assert uis_of(installation.home) == []

    os.kill(page, signal.SIGKILL)
    wait_until(lambda: set(uis_of(installation.home, safe=True)) - {page}, "the safe page is back")
    assert terminal.running()
    terminal.stop()
    assert terminal.wait() == 0
    assert processes_with("KIOSK_HOME", str(installation.home)) == set()


def _terminal(installation: Installation, patron: Visitor) -> Child:
    """The watchdog with little patience, so that a hang is over soon."""
    installation.set(WATCHDOG__SUSPECT_SECONDS="1", WATCHDOG__KILL_SECONDS="2")
    return installation.start("run", "--now", MORNING, "--driver", patron.address)


def _assert_a_new_ui_begins_with_nothing(patron: Visitor) -> None:
    assert patron.rows() == []
    kill_hard(patron.pid())
    patron.wait_for_screen()
    assert patron.rows() == []


def _kill_a_ui_not_in(killed: set[int], home: Path) -> int:
    wait_until(lambda: set(uis_of(home)) - killed, "the next UI is started")
    [pid] = set(uis_of(home)) - killed
    kill_hard(pid)
    return pid


def _reasons(installation: Installation) -> list[str]:
    """Why UIs ended, as the watchdog's journal has it."""
    lines = (installation.folders.logs / "ends.jsonl").read_text().splitlines()
    return [json.loads(line)["name"] for line in lines]

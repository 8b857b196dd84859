"""What a system lets through, by what is written on small machines of our own."""

import socket
import struct
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kiosk.app.doctor.finding import Finding, Verdict
from kiosk.app.doctor.linux_session import (
    around_wayland,
    autologin,
    desktop,
    linux_findings,
    sysrq,
    user,
    wayland_process,
)
from kiosk.app.doctor.lock import staff_exit, system_findings
from kiosk.app.doctor.windows_session import windows_findings
from kiosk.app.doctor.x_session import x_findings
from kiosk.app.windows_registry import tree_of
from kiosk.core.errors import Unavailable
from kiosk.core.paths import Folders
from kiosk.core.secret import Secret
from kiosk.ui.staff.visits import Outcome, StaffVisit, StaffVisits
from tests.fakes.registry import FakeRegistry

NOON = datetime(2026, 11, 25, 17, tzinfo=UTC)
OK, WARNING, UNKNOWN = Verdict.OK, Verdict.WARNING, Verdict.UNKNOWN


def written(root: Path, files: Mapping[str, str]) -> Path:
    """A machine on which these files are."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


# --- Linux ---


@pytest.mark.parametrize(
    ("text", "verdict"),
    [("0\n", OK), ("16", OK), ("438", WARNING), ("1", WARNING), ("176", WARNING), ("off", UNKNOWN)],
)
def test_the_kernels_keys(tmp_path: Path, text: str, verdict: Verdict) -> None:
    assert sysrq(written(tmp_path, {"proc/sys/kernel/sysrq": text})).verdict is verdict


def test_a_desktop_around_the_terminal_is_named() -> None:
    assert "GNOME" in desktop({"XDG_CURRENT_DESKTOP": "GNOME", "DISPLAY": ":0"}).sentence
    assert desktop({"DISPLAY": ":0"}).verdict is OK
    assert desktop({}).verdict is UNKNOWN


@pytest.mark.parametrize(
    ("session", "verdict"),
    [
        ("SERVICE=lightdm-autologin\nTYPE=x11\n", OK),
        ("SERVICE=gdm-password\nTYPE=wayland\n", WARNING),
        ("TYPE=tty\n", UNKNOWN),
    ],
)
def test_who_began_the_session(tmp_path: Path, session: str, verdict: Verdict) -> None:
    root = written(tmp_path, {"run/systemd/sessions/c1": session})
    assert autologin({"XDG_SESSION_ID": "c1"}, root).verdict is verdict
    assert autologin({"XDG_SESSION_ID": "../c1"}, root).verdict is UNKNOWN


@pytest.mark.parametrize(
    ("name", "words", "verdict"),
    [
        ("cage", "cage\0--\0kiosk\0run\0", OK),
        ("cage", "cage\0-s\0--\0kiosk\0run\0", WARNING),
        ("gnome-shell", "gnome-shell\0", WARNING),
    ],
)
def test_which_compositor_draws(tmp_path: Path, name: str, words: str, verdict: Verdict) -> None:
    root = written(tmp_path, {"proc/7/comm": name + "\n", "proc/7/cmdline": words})
    assert around_wayland(7, root).verdict is verdict
    assert around_wayland(8, root).verdict is UNKNOWN
    assert around_wayland(None, root).verdict is UNKNOWN


def test_the_process_behind_a_display_is_found(tmp_path: Path) -> None:
    around = {"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert wayland_process(around) is None
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "wayland-9"))
        listening.listen()
        assert isinstance(wayland_process(around), int)


def test_every_answer_of_linux_says_what_to_do(tmp_path: Path) -> None:
    around = {"WAYLAND_DISPLAY": "wayland-0", "XDG_CURRENT_DESKTOP": "KDE"}
    told = list(linux_findings(around, tmp_path, lambda _: None))
    assert [finding.verdict for finding in told] == [UNKNOWN, WARNING, UNKNOWN, UNKNOWN]
    assert all(finding.check == "lock" for finding in told)


def test_root_and_a_program_that_can_be_changed_are_told(tmp_path: Path) -> None:
    assert "root" in next(user(0, tmp_path)).sentence
    assert str(tmp_path) in next(user(1000, tmp_path)).sentence
    assert next(user(1000, tmp_path / "nowhere")).verdict is OK


# --- X ---


class FakeDisplay:
    """An X server's answers."""

    def __init__(self, properties: Mapping[tuple[str, int | None], bytes], controls: int) -> None:
        self._properties = properties
        self._controls = controls

    def property(self, name: str, window: int | None = None) -> bytes:
        return self._properties.get((name, window), b"")

    def windows(self, name: str) -> list[int]:
        return [number for (number,) in struct.iter_unpack("<I", self.property(name))]

    def keyboard_controls(self) -> int:
        if self._controls < 0:
            raise Unavailable("the X server has no XKEYBOARD")
        return self._controls


def x_told(
    root: Path,
    properties: Mapping[tuple[str, int | None], bytes] | None = None,
    controls: int = 0,
) -> list[Finding]:
    return list(x_findings(FakeDisplay(properties or {}, controls), root))


LOCKED = 'Section "ServerFlags"\n  Option "DontVTSwitch" "{}"\nEndSection\n'


def test_a_bare_x_server_with_its_consoles_off_is_well(tmp_path: Path) -> None:
    written(tmp_path, {"etc/X11/xorg.conf.d/10-kiosk.conf": LOCKED.format("on")})
    assert [finding.verdict for finding in x_told(tmp_path)] == [OK] * 4


@pytest.mark.parametrize("value", ["off", "false", "0"])
def test_consoles_that_can_be_reached_are_told(tmp_path: Path, value: str) -> None:
    assert "DontVTSwitch" in x_told(tmp_path)[0].sentence
    written(tmp_path, {"etc/X11/xorg.conf": "# " + LOCKED.format("on") + LOCKED.format(value)})
    assert x_told(tmp_path)[0].verdict is WARNING


def test_an_option_without_a_value_is_on_and_the_last_one_counts(tmp_path: Path) -> None:
    text = LOCKED.format("off") + '  option "Dont_VTSwitch"\n'
    written(tmp_path, {"usr/share/X11/xorg.conf.d/1.conf": text})
    assert x_told(tmp_path)[0].verdict is OK


def test_other_windows_and_a_window_manager_are_named(tmp_path: Path) -> None:
    ours = {("WM_CLASS", 5): b"kiosk\0Library-kiosk\0", ("WM_CLASS", 6): b"xterm\0XTerm\0"}
    both = {("_NET_CLIENT_LIST", None): struct.pack("<2I", 5, 6), **ours}
    assert "XTerm" in x_told(tmp_path, both)[1].sentence
    managed = {
        ("_NET_CLIENT_LIST", None): struct.pack("<I", 5),
        ("_NET_SUPPORTING_WM_CHECK", None): struct.pack("<I", 9),
        ("_NET_WM_NAME", 9): b"Openbox",
        **ours,
    }
    assert "Openbox" in x_told(tmp_path, managed)[1].sentence


def test_keys_that_end_the_session_or_open_help_are_told(tmp_path: Path) -> None:
    rules = b"evdev\0pc105\0us\0\0compose:menu,terminate:ctrl_alt_bksp\0"
    told = x_told(tmp_path, {("_XKB_RULES_NAMES", None): rules}, controls=0x40)
    assert "Ctrl+Alt+Backspace" in told[2].sentence
    assert "five times Shift" in told[3].sentence
    assert x_told(tmp_path, controls=-1)[3].verdict is UNKNOWN


def test_a_session_without_a_display_is_told_as_far_as_it_can_be() -> None:
    assert {finding.check for finding in system_findings({}, "linux")} == {"lock"}
    elsewhere = list(system_findings({"DISPLAY": "elsewhere:0"}, "linux"))
    assert elsewhere[-1].verdict is UNKNOWN
    assert [finding.verdict for finding in system_findings({}, "darwin")] == [UNKNOWN]


# --- Windows ---

HELP = {
    "StickyKeys": {"Flags": "506"},
    "Keyboard Response": {"Flags": "122"},
    "ToggleKeys": {"Flags": "58"},
    "MouseKeys": {"Flags": "58"},
    "HighContrast": {"Flags": "122"},
}


def windows_told(machine: dict[str, Any], person: dict[str, Any]) -> list[Finding]:
    registry = FakeRegistry(machine, user=person)
    return list(windows_findings(lambda path, hive: tree_of(registry, path, hive)))


def test_a_windows_as_it_is_sold_lets_nearly_everything_through() -> None:
    told = windows_told({}, {})
    assert [finding.verdict for finding in told] == [
        WARNING, WARNING, WARNING, UNKNOWN, WARNING, WARNING,
    ]  # fmt: skip
    assert "Shell Launcher" in told[0].sentence
    assert "task manager" in told[1].sentence
    assert "five times Shift" in told[5].sentence


def test_a_windows_that_is_locked_down_is_well() -> None:
    policies = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Policies"
    machine = {
        r"SOFTWARE\Microsoft\Windows Embedded\Shell Launcher": {"S-1-5-21": {"Shell": "kiosk"}},
        r"SOFTWARE\Policies\Microsoft\Windows\EdgeUI": {"AllowEdgeSwipe": 0},
        rf"{policies}\Explorer": {"NoLogoff": 1, "NoWinKeys": 1},
    }
    person = {
        rf"{policies}\System": {
            "DisableTaskMgr": 1,
            "DisableLockWorkstation": 1,
            "DisableChangePassword": 1,
        },
        r"Control Panel\Accessibility": HELP,
    }
    assert [finding.verdict for finding in windows_told(machine, person)] == [OK] * 6


def test_another_shell_is_as_good_and_explorer_is_not() -> None:
    winlogon = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon"
    told = windows_told({}, {winlogon: {"Shell": r"C:\kiosk\kiosk.exe run"}})
    assert told[0].verdict is OK
    told = windows_told({winlogon: {"Shell": "Explorer.exe"}}, {})
    assert told[0].verdict is WARNING


def test_a_registry_that_cannot_be_read_is_unknown() -> None:
    registry = FakeRegistry({}, fails=PermissionError(5, "access denied"))
    told = list(windows_findings(lambda path, hive: tree_of(registry, path, hive)))
    assert {finding.verdict for finding in told} == {UNKNOWN}


# --- staff ---


def staff(folder: Path, pin_hash: str = "$argon2id$v=19$x") -> Finding:
    (finding,) = staff_exit(Secret(pin_hash), Folders.at(str(folder)))
    return finding


def test_without_a_pin_staff_have_no_way_out(tmp_path: Path) -> None:
    assert "kiosk staff-pin set" in staff(tmp_path, "").sentence
    assert staff(tmp_path, "271828").verdict is Verdict.FAILED


def test_who_tried_is_told_without_a_pin(tmp_path: Path) -> None:
    assert staff(tmp_path).verdict is OK
    visits = StaffVisits(Folders.at(str(tmp_path)).logs)
    visits.record(StaffVisit(NOON, Outcome.CLOSED))
    assert "2026-11-25 17:00 UTC (closed)" in staff(tmp_path).sentence
    for _ in range(5):
        visits.record(StaffVisit(NOON, Outcome.WRONG))
    assert staff(tmp_path).verdict is WARNING
    assert "5 wrong PINs" in staff(tmp_path).sentence

"""What the staff's door needs of this installation."""

import io
import os
from pathlib import Path

from kiosk.app.commands.ui import as_far_as_possible
from kiosk.app.console import Console
from kiosk.app.staff import what_is_wrong
from kiosk.core.secret import Secret

NO_KEYRING = "keyring.backends.null.Keyring"
PIN_HASH = "$argon2id$v=19$m=65536,t=3,p=4$c2FsdA$aGFzaA"


def console(home: Path, **settings: str) -> Console:
    variables = {"KIOSK_HOME": str(home), **{f"KIOSK_{k}": v for k, v in settings.items()}}
    return Console(variables, io.StringIO(), io.StringIO(), io.StringIO())


def test_a_setting_that_is_wrong_does_not_lock_staff_out(tmp_path: Path) -> None:
    for wrong in ({}, {"SCREEN__THEME": "pink"}):
        desk = console(tmp_path, STAFF__PIN_HASH=PIN_HASH, **wrong)
        assert as_far_as_possible(desk).settings.staff.pin_hash == Secret(PIN_HASH)


def test_what_is_wrong_comes_first(tmp_path: Path) -> None:
    ours = {"KIOSK_HOME": str(tmp_path), "PYTHON_KEYRING_BACKEND": NO_KEYRING}
    lines = what_is_wrong({**os.environ, **ours})
    well = [line.startswith("ok ") for line in lines]
    assert well == sorted(well)
    assert len(lines) > 10
    assert any(line.startswith(("warning lock", "unknown lock")) for line in lines)

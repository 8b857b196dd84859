from pathlib import Path

from kiosk.app.settings_command import shown
from kiosk.core.secret import Secret
from kiosk.core.settings import table
from tests.app.consoles import Desk


def test_every_setting_is_listed_with_its_value_and_where_it_came_from(tmp_path: Path) -> None:
    desk = Desk(tmp_path, KIOSK_LIBCAL__LOCATION_IDS="9101,9102")
    assert desk.type("settings") == 0
    rows = {line.split()[0]: line for line in desk.out.splitlines()}
    assert list(rows) == [name for name, _, _ in table()]
    assert rows["libcal.location_ids"].split()[1:] == ["9101,9102", "the", "environment"]
    assert rows["screen.theme"].split()[1:] == ["light", "default"]


def test_a_secret_is_never_printed(tmp_path: Path) -> None:
    desk = Desk(tmp_path, KIOSK_DESK__TOKEN="hush")
    assert desk.type("settings", "--debug") == 0
    assert "hush" not in desk.out + desk.err
    assert "(set)" in desk.out


def test_values_are_shown_as_an_administrator_writes_them() -> None:
    values = [None, "", (), (1, 2), True, False, 20.0, 0.5, 7, "x", Secret(""), Secret("x")]
    assert [shown(value) for value in values] == [
        *("(empty)", "(empty)", "(empty)", "1,2", "true", "false", "20", "0.5", "7", "x"),
        *("(not set)", "(set)"),
    ]

from developer.system import PACKAGE_OF
from kiosk.app.settings_command import shown
from kiosk.core.reasons import Reason
from kiosk.core.settings import environment_name, table
from tests.packaging.checkout import ROOT

ADMIN = (ROOT / "packaging" / "ADMIN.md").read_text("utf-8")


def test_every_setting_stands_in_the_administrators_guide() -> None:
    rows = [
        f"| `{name}` | `{environment_name(name)}` | {shown(default)} | {item.metadata['meaning']} |"
        for name, item, default in table()
    ]
    assert [row for row in rows if row not in ADMIN.splitlines()] == []


def test_no_setting_stands_there_that_is_none() -> None:
    names = {name for name, _, _ in table()}
    written = [line.split("`")[1] for line in ADMIN.splitlines() if "| `KIOSK_" in line]
    assert [name for name in written if name not in names] == []


def test_every_reason_code_stands_there() -> None:
    rows = [f"| {reason.value} | {reason.name.lower()} |" for reason in Reason]
    assert [row for row in rows if row not in ADMIN] == []


def test_every_system_package_stands_there() -> None:
    assert [name for name in PACKAGE_OF.values() if f"`{name}`" not in ADMIN] == []

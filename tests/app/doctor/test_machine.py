from datetime import UTC, datetime
from pathlib import Path

from kiosk.app.doctor.finding import Verdict
from kiosk.app.doctor.machine import (
    SCRIPTS,
    accent_readable,
    clock_is_sane,
    display_found,
    folders_writable,
    fonts_found,
    keyring_works,
    qt_loads,
    writing_systems,
)
from kiosk.app.secrets import KeyringStore
from kiosk.core.content import Content
from kiosk.core.paths import Folders
from kiosk.core.settings import Settings
from kiosk.hours.time_trust import Doubt, Reason
from tests.fakes.keyring import FakeKeyring, NoKeyringError

NOW = datetime(2026, 11, 25, 17, tzinfo=UTC)
HERE = Settings(timezone="America/New_York")


def test_folders_that_can_be_written_are_well(tmp_path: Path) -> None:
    assert folders_writable(Folders.at(str(tmp_path))).verdict is Verdict.OK
    assert list((tmp_path / "data").iterdir()) == []


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file in the folder's place")
    finding = folders_writable(Folders.at(str(tmp_path)))
    assert finding.verdict is Verdict.FAILED
    assert str(tmp_path / "cache") in finding.sentence


def test_a_colour_that_nobody_could_read_is_named_with_the_one_that_is_shown() -> None:
    [finding] = accent_readable("#ffd400")
    assert finding.verdict is Verdict.WARNING
    assert finding.sentence.startswith("#ffd400 cannot be read on paper colours; #")


def test_a_colour_that_can_be_read_is_well() -> None:
    assert [finding.verdict for finding in accent_readable("#1f5c7a")] == [Verdict.OK]
    assert list(accent_readable("")) == []


def test_a_keyring_is_tried() -> None:
    def verdict(ring: FakeKeyring) -> Verdict:
        return keyring_works(KeyringStore(None, load=lambda: ring)).verdict

    assert verdict(FakeKeyring()) is Verdict.OK
    assert verdict(FakeKeyring(fails=NoKeyringError())) is Verdict.WARNING


def test_a_clock_that_is_doubted_is_a_failure() -> None:
    doubt = Doubt(Reason.JUMPED, "the clock jumped; turn on the time synchronisation.")
    finding = clock_is_sane(NOW, doubt, HERE, Content())
    assert finding.verdict is Verdict.FAILED
    assert finding.sentence == doubt.sentence


def test_a_clock_is_well_with_a_zone_that_somebody_chose() -> None:
    assert clock_is_sane(NOW, None, HERE, Content()).verdict is Verdict.OK
    content = Content(timezone="Europe/Oslo")
    assert "Europe/Oslo" in clock_is_sane(NOW, None, Settings(), content).sentence


def test_without_a_zone_hours_count_in_utc_and_that_is_a_warning() -> None:
    assert clock_is_sane(NOW, None, Settings(), Content()).verdict is Verdict.WARNING


def test_qt_is_tried() -> None:
    def broken(_name: str) -> object:
        raise ImportError("libEGL.so.1: cannot open shared object file")

    assert qt_loads().verdict is Verdict.OK
    finding = qt_loads(broken)
    assert finding.verdict is Verdict.FAILED
    assert "libEGL" in finding.sentence


def test_a_display_is_looked_for_on_linux() -> None:
    assert display_found({"WAYLAND_DISPLAY": "wayland-0"}, "linux").verdict is Verdict.OK
    assert display_found({"DISPLAY": ":0"}, "linux").verdict is Verdict.OK
    assert display_found({}, "linux").verdict is Verdict.WARNING
    assert display_found({}, "win32").verdict is Verdict.OK


def test_missing_letters_are_named_with_what_to_install() -> None:
    assert fonts_found(set(SCRIPTS)).verdict is Verdict.OK
    finding = fonts_found({"Latin"})
    assert finding.verdict is Verdict.WARNING
    assert "Arabic" in finding.sentence
    assert "fonts-noto-cjk" in finding.sentence


def test_this_machine_can_write_latin() -> None:
    assert "Latin" in writing_systems()

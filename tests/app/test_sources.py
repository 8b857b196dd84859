from pathlib import Path

import pytest

from kiosk.app.sources import (
    from_configuration_file,
    from_environment,
    from_policy,
    from_policy_file,
    home,
)
from kiosk.app.windows_registry import tree_of
from kiosk.core.errors import SettingError
from kiosk.core.settings import table
from tests.fakes.registry import FakeRegistry

NAMES = [name for name, _, _ in table()]


def written(folder: Path, text: str | bytes) -> Path:
    file = folder / "kiosk.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def test_a_configuration_file_has_sections(tmp_path: Path) -> None:
    file = written(tmp_path, 'location = 9101\n[libcal]\niid = 77\n[screen]\ntheme = "dark"\n')
    source = from_configuration_file(file, NAMES)
    assert source.values == {"location": 9101, "libcal.iid": 77, "screen.theme": "dark"}
    assert source.unknown == ()
    assert source.where == str(file)


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    file = written(tmp_path, "\ufefflocation = 9101\n".encode())
    assert from_configuration_file(file, NAMES).values == {"location": 9101}


def test_files_that_are_not_there_set_nothing(tmp_path: Path) -> None:
    assert from_configuration_file(tmp_path / "kiosk.toml", NAMES).values == {}
    assert from_policy_file(tmp_path / "policy.json", NAMES).values == {}


@pytest.mark.parametrize(
    "text", ["location = \n", "= 1", b"\xff\xfe\x00", "[libcal\n", "a = 1\na = 2\n"]
)
def test_a_file_with_a_mistake_stops_us(tmp_path: Path, text: str | bytes) -> None:
    with pytest.raises(SettingError, match="has a mistake"):
        from_configuration_file(written(tmp_path, text), NAMES)


@pytest.mark.parametrize("text", ["{", "[]", '"x"', "7", "[" * 100_000])
def test_a_policy_that_cannot_be_read_is_not_skipped(tmp_path: Path, text: str) -> None:
    file = tmp_path / "policy.json"
    file.write_text(text)
    with pytest.raises(SettingError, match=r"policy\.json"):
        from_policy_file(file, NAMES)


def test_a_folder_in_the_files_place_stops_us(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="cannot be read"):
        from_configuration_file(tmp_path, NAMES)


def test_a_value_in_the_place_of_a_section_stops_us(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match=r"'libcal' .* must be a section"):
        from_configuration_file(written(tmp_path, "libcal = 7\n"), NAMES)


def test_unknown_keys_are_told_with_what_was_probably_meant(tmp_path: Path) -> None:
    file = written(tmp_path, 'locaton = 1\n[libcal]\nbase_ur = ""\n[llibcal]\niid = 1\n')
    locaton, base_ur, section = from_configuration_file(file, NAMES).unknown
    assert "did you mean 'location'?" in locaton
    assert "did you mean 'libcal.base_url'?" in base_ur
    assert "'llibcal'" in section


def test_the_environment_is_read_by_its_prefix() -> None:
    source = from_environment(
        {"KIOSK_LIBCAL__IID": "77", "KIOSK_HOME": "/x", "KIOSK_LOCATON": "1", "HOME": "/root"},
        NAMES,
    )
    assert source.values == {"libcal.iid": "77"}
    (sentence,) = source.unknown
    assert "'KIOSK_LOCATON'" in sentence
    assert "did you mean 'KIOSK_LOCATION'?" in sentence


def test_the_home_folder_comes_from_the_environment() -> None:
    assert home({"KIOSK_HOME": "/x"}) == "/x"
    assert home({"KIOSK_HOME": ""}) is None
    assert home({}) is None


def test_the_machines_policy_can_be_asked_for() -> None:
    assert from_policy(NAMES).where.endswith(("policy.json", "LibraryKiosk"))


def test_the_registry_has_sections_as_subkeys_and_texts_as_values() -> None:
    registry = FakeRegistry(
        {"Software": {"Location": 9101, "LibCal": {"IID": 77, "Location_Ids": ["1", "2"]}}}
    )
    assert tree_of(registry, "Software") == {
        "location": "9101",
        "libcal": {"iid": "77", "location_ids": ["1", "2"]},
    }


def test_a_registry_without_our_key_sets_nothing() -> None:
    assert tree_of(FakeRegistry({}), "Software") == {}


def test_a_registry_that_refuses_stops_us() -> None:
    with pytest.raises(SettingError, match=r"HKLM.*access denied"):
        tree_of(FakeRegistry({}, fails=PermissionError(5, "access denied")), "Software")

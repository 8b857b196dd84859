import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.app.configuration import setting_types
from kiosk.app.setting_values import CHECKS, CONVERTERS, checked, converted
from kiosk.core.errors import SettingError
from kiosk.core.settings import table


def test_every_setting_is_of_a_type_that_can_be_read() -> None:
    assert set(setting_types()) == {name for name, _, _ in table()}
    assert set(setting_types().values()) <= set(CONVERTERS)
    assert set(CHECKS) <= set(setting_types())


@pytest.mark.parametrize(
    ("raw", "hint", "value"),
    [
        (" en ", str, "en"),
        (8750, int, 8750),
        ("8750", int, 8750),
        ("", int | None, None),
        (9101, int | None, 9101),
        (15, float, 15.0),
        ("0.5", float, 0.5),
        (True, bool, True),
        ("Yes", bool, True),
        ("0", bool, False),
        ("9101, 9102,9101,", tuple[int, ...], (9101, 9102)),
        ([9101, "9102"], tuple[int, ...], (9101, 9102)),
        ("", tuple[int, ...], ()),
    ],
)
def test_what_an_administrator_writes_is_understood(
    raw: object, hint: object, value: object
) -> None:
    assert converted(raw, hint, None) == value


@pytest.mark.parametrize(
    ("raw", "hint"),
    [
        (7, str),
        (True, int),
        (1.5, int),
        ("1.5", int),
        ("9" * 30, int),
        ("", int),
        ("many", float),
        (True, float),
        ("nan", float),
        (float("inf"), float),
        (10**400, float),
        (1, bool),
        ("maybe", bool),
        (9101, tuple[int, ...]),
        ("9101;9102", tuple[int, ...]),
        ([9101.5], tuple[int, ...]),
    ],
)
def test_what_is_of_another_type_is_refused(raw: object, hint: object) -> None:
    with pytest.raises(ValueError, match=r"number|text|true"):
        converted(raw, hint, None)


def test_a_number_may_be_left_open() -> None:
    assert converted("", float | None, 0) is None
    assert converted(0, float | None, 0) == 0
    with pytest.raises(ValueError, match="at least 0"):
        converted("-0.1", float | None, 0)


def test_a_number_that_is_too_small_is_refused() -> None:
    assert converted("20", float, 20) == 20
    with pytest.raises(ValueError, match="at least 20"):
        converted("19.9", float, 20)


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("timezone", "America/New_York", "Mars/Olympus"),
        ("timezone", "UTC", "../../etc/passwd"),
        ("timezone", "Europe/Oslo", "Europe"),
        ("language", "zh-Hans", "english please"),
        ("screen.theme", "dark", "pink"),
        ("location", 9101, 0),
        ("libcal.location_ids", (9101,), (9101, -1)),
        ("desk_server.port", 65_535, 65_536),
        ("openai.temperature", 2.0, 2.1),
    ],
)
def test_what_a_setting_means_is_checked(name: str, good: object, bad: object) -> None:
    assert checked(name, good) == good
    with pytest.raises(ValueError, match=r"[a-z]"):
        checked(name, bad)


@pytest.mark.parametrize("name", ["libcal.base_url", "openai.base_url", "desk.url"])
def test_addresses_are_encrypted_or_on_this_machine(name: str) -> None:
    assert checked(name, "https://example.org/x/") == "https://example.org/x"
    assert checked(name, "http://127.0.0.1:8750") == "http://127.0.0.1:8750"
    with pytest.raises(SettingError, match=name):
        checked(name, "http://example.org")


def test_an_empty_value_means_not_set() -> None:
    for name in CHECKS:
        assert checked(name, "") == ""


@given(st.sampled_from(sorted(setting_types())), st.text())
def test_any_text_is_a_value_or_refused(name: str, raw: str) -> None:
    with contextlib.suppress(ValueError, SettingError):
        checked(name, converted(raw, setting_types()[name], None))

"""Days by their names: the library's own notes first, then the country's calendar."""

from datetime import date, datetime

import pytest

from kiosk.assistant.holiday_files import read_holidays
from kiosk.assistant.occasions import HolidayCalendar
from kiosk.core.errors import ContentError
from kiosk.core.paths import resource_folder
from tests.assistant.library import NOW, ZONE, english, holidays, occasions

RULES = read_holidays(resource_folder() / "holidays.toml")


def of_country(country: str) -> HolidayCalendar:
    return HolidayCalendar(lambda: RULES, lambda: country)


@pytest.mark.parametrize(
    ("key", "year", "found"),
    [
        ("thanksgiving", 2026, date(2026, 11, 26)),
        ("black_friday", 2026, date(2026, 11, 27)),
        ("martin_luther_king", 2027, date(2027, 1, 18)),
        ("presidents", 2027, date(2027, 2, 15)),
        ("memorial", 2027, date(2027, 5, 31)),
        ("labor", 2027, date(2027, 9, 6)),
        ("easter", 2027, date(2027, 3, 28)),
        ("good_friday", 2027, date(2027, 3, 26)),
        ("christmas", 2026, date(2026, 12, 25)),
        ("lunar_new_year", 2027, date(2027, 2, 6)),
        ("eid_al_fitr", 2027, date(2027, 3, 9)),
    ],
)
def test_a_holiday_has_its_date_in_the_united_states(key: str, year: int, found: date) -> None:
    assert holidays().in_year(key, year) == found


def test_thanksgiving_is_another_day_in_canada_and_none_in_germany() -> None:
    assert of_country("CA").in_year("thanksgiving", 2027) == date(2027, 10, 11)
    assert of_country("DE").in_year("thanksgiving", 2027) is None
    assert of_country("").in_year("thanksgiving", 2027) is None
    assert of_country("XX").in_year("thanksgiving", 2027) is None


def test_what_the_library_writes_beside_a_day_wins() -> None:
    noted = occasions([(date(2026, 11, 25), "Closed for Thanksgiving")])
    assert noted.dates("thanksgiving", ("thanksgiving",), NOW) == (date(2026, 11, 25),)


def test_of_several_days_that_bear_the_name_the_holiday_itself_is_meant() -> None:
    notes = [(date(2026, 11, 26), "Thanksgiving"), (date(2026, 11, 27), "Thanksgiving weekend")]
    assert occasions(notes).dates("thanksgiving", ("thanksgiving",), NOW) == (date(2026, 11, 26),)


def test_days_that_only_notes_tell_are_all_meant() -> None:
    notes = [(date(2026, 12, day), "Winter Break") for day in (24, 25, 26)]
    found = occasions(notes).dates("winter_break", ("christmas", "break"), NOW)
    assert found == tuple(day for day, _ in notes)
    assert occasions().dates("winter_break", ("winter", "break"), NOW) == ()


def test_a_holiday_that_is_over_is_the_next_years() -> None:
    later = datetime(2026, 12, 27, 12, 0, tzinfo=ZONE)
    assert occasions().dates("christmas", ("christmas",), later) == (date(2027, 12, 25),)


def test_every_rule_is_a_day_that_some_country_has() -> None:
    for key, rule in RULES.items():
        country = {"canada_day": "CA", "family_day": "CA"}.get(key, rule.country or "US")
        calendar = of_country(country)
        known = any(calendar.in_year(key, year) for year in (2026, 2027))
        assert known or key == "family_day", key


def test_names_of_days_that_have_a_rule_are_spelled_as_in_the_rules() -> None:
    by_notes = {
        "winter_break", "spring_break", "fall_break", "thanksgiving_break", "exams",
        "reading_days", "intersession", "commencement",
    }  # fmt: skip
    assert set(english().dates.holidays.values()) <= set(RULES) | by_notes


def test_a_mistake_in_the_rules_is_named(tmp_path: object) -> None:
    file = tmp_path / "holidays.toml"  # type: ignore[operator]
    with pytest.raises(ContentError, match=r"holidays\.toml cannot be read"):
        read_holidays(file)
    file.write_text("[easter]\nmoon = 1\n")
    with pytest.raises(ContentError, match=r"easter.*moon"):
        read_holidays(file)

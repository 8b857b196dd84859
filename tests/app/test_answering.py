"""What is known of a country."""

import pytest

from kiosk.app.answering import country_of, weekend_of
from kiosk.core.content import Content


@pytest.mark.parametrize(
    ("country", "days"),
    [("US", {5, 6}), ("SA", {4, 5}), ("IR", {4}), ("IN", {6}), ("", {5, 6}), ("XX", {5, 6})],
)
def test_a_country_rests_on_its_own_days(country: str, days: set[int]) -> None:
    assert weekend_of(country) == days


def test_a_library_says_its_country_else_its_clock_does() -> None:
    assert country_of(Content(country="CA"), "America/New_York") == "CA"
    assert country_of(Content(), "America/New_York") == "US"
    assert country_of(Content(), "UTC") == ""

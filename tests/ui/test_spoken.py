"""Cards in sentences."""

import pytest

from kiosk.ui.spoken import in_sentences

HOURS = {
    "kind": "hours",
    "place": "Tran Law Library",
    "openState": "open",
    "dayLabel": "",
    "headline": "",
    "until": "2 am",
    "opens": "",
    "note": "Staffed until 9 pm",
    "asOf": "2 pm",
    "stale": False,
    "days": [
        {"day": "Today", "state": "open", "hours": "9 am to 2 am", "note": "", "marked": True},
        {
            "day": "Thursday",
            "state": "closed",
            "hours": "",
            "note": "Thanksgiving",
            "marked": False,
        },
    ],
}


def test_hours_are_told_day_by_day() -> None:
    assert in_sentences(HOURS) == (
        "Hours of Tran Law Library. Open until 2 am. Staffed until 9 pm. "
        "Today: 9 am to 2 am. Thursday: Closed. Thanksgiving."
    )


def test_hours_that_may_be_out_of_date_are_told_to_be() -> None:
    stale = HOURS | {"stale": True}
    assert in_sentences(stale).endswith("These hours may be out of date: last checked 2 pm.")


def test_hours_of_a_day_to_come_are_those_of_that_day() -> None:
    thursday = HOURS | {"dayLabel": "Thursday", "openState": "closed", "days": [], "note": ""}
    assert in_sentences(thursday) == "Hours of Tran Law Library. Closed."


@pytest.mark.parametrize(
    ("state", "until", "opens", "note", "said"),
    [
        ("open", "2 am", "", "", "Open until 2 am"),
        ("open", "", "", "", "Open"),
        ("closed", "", "9 am", "", "Closed, opens 9 am"),
        ("closed", "", "", "", "Closed"),
        ("appointment", "", "", "", "By appointment"),
        ("words", "", "", "Ring the bell", "Ring the bell"),
        ("unknown", "", "", "", "Hours not known"),
    ],
)
def test_each_state_of_a_place_is_a_sentence(
    state: str, until: str, opens: str, note: str, said: str
) -> None:
    row = {"name": "Annex", "openState": state, "until": until, "opens": opens, "note": note}
    card = {"kind": "places", "asOf": "2 pm", "stale": False, "rows": [row]}
    assert in_sentences(card) == f"Places now. Annex. {said}."


def test_a_place_is_told_without_its_map() -> None:
    card = {"kind": "place", "name": "Makerspace", "floor": "Second floor", "address": ""}
    card |= {"phone": "555 0100", "directions": "", "accessibility": "", "code": "data:image/png,x"}
    assert in_sentences(card) == "Makerspace. Second floor. 555 0100."


def test_a_source_is_told_by_its_title() -> None:
    card = {"kind": "source", "title": "What does printing cost?", "source": "", "links": []}
    assert in_sentences(card) == "Source: What does printing cost?"

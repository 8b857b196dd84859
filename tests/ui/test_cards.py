"""What the screen shows beside an answer."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl

from kiosk.assistant.answers import Answer, HoursFact, Route, Source
from kiosk.assistant.requests import Intent
from kiosk.core.clock import FixedClock
from kiosk.core.content import Translated
from kiosk.core.places import MapPosition, Place
from kiosk.hours.calendar import Calendar
from kiosk.hours.directory import Directory
from kiosk.ui.cards import Card, Cards, Premises, say_all_of
from kiosk.ui.times import Times
from tests.assistant.library import (
    FETCHED,
    MAKERSPACE,
    MARLOWE,
    NOW,
    PLACES,
    TRAN,
    WORDS,
    ZONE,
    MemoryHours,
    ask,
    english,
    system_hours,
)
from tests.fakes.knowledge import PRINT_COST, KnownQuestions

CALENDAR = Calendar(MemoryHours(system_hours()), ZONE)


def cards_of(
    answer: Answer,
    now: datetime = NOW,
    places: tuple[Place, ...] = PLACES,
    folder: Path | None = None,
) -> list[Card]:
    directory = Directory(places, WORDS)
    times = Times(english(), ZONE)
    cards = Cards(
        lambda: directory,
        CALENDAR,
        KnownQuestions(),
        times,
        clock=FixedClock(now),
        language=answer.language,
        premises=Premises(Translated("Alder Bay"), folder, MARLOWE),
    )
    return list(cards.of(answer))


def asked(question: str, now: datetime = NOW) -> list[Card]:
    return cards_of(ask(question, now), now)


def plain(text: object) -> str:
    return str(text).replace("\u00a0", " ")


def test_open_now_shows_the_moment_large_and_the_week_below() -> None:
    (card,) = asked("is the main library open?")
    assert (card["kind"], card["place"], card["openState"]) == ("hours", "Marlowe Library", "open")
    assert (plain(card["until"]), card["headline"], card["dayLabel"]) == ("1 am", "", "")
    assert len(card["days"]) == 7
    assert [day["marked"] for day in card["days"]] == [True] + [False] * 6
    assert card["days"][1]["note"] == "Thanksgiving"
    assert (plain(card["asOf"]), card["stale"]) == ("3 pm", False)


def test_after_midnight_the_day_that_the_opening_began_on_is_meant() -> None:
    night = NOW.replace(hour=0, minute=30)
    (card,) = asked("is the main library open?", night)
    assert plain(card["until"]) == "1 am"
    assert not any(day["marked"] for day in card["days"])  # it is yesterday's, which is over


def test_one_other_day_is_the_headline() -> None:
    (card,) = asked("is the law library open on Sunday?")
    assert (card["dayLabel"], card["openState"]) == ("Sunday, November 29", "closed")
    assert [day["day"] for day in card["days"] if day["marked"]] == ["Sunday"]


def test_a_day_far_ahead_begins_its_own_week() -> None:
    (card,) = asked("law library hours on January 12")
    assert card["days"][0]["day"] == "Tue, Jan 12"
    assert card["days"][0]["marked"]
    assert card["headline"] == "8 am – 9 pm"  # noqa: RUF001  the dash of a range


def test_days_far_apart_do_not_fill_the_card_with_all_between() -> None:
    dates = [NOW.date(), NOW.date() + timedelta(days=60)]
    facts = tuple(HoursFact(CALENDAR.day(TRAN, day)) for day in dates)
    answer = Answer("?", "!", "en", Intent.HOURS, Route.LOCAL, facts, as_of=FETCHED)
    (card,) = cards_of(answer)
    assert [day["marked"] for day in card["days"]] == [True, True]


def test_a_day_round_the_clock_is_written_out() -> None:
    (card,) = asked("hours of the science library on Tuesday")
    assert "midnight" in card["headline"]


def test_many_places_at_one_moment_are_one_card() -> None:
    (card,) = asked("which libraries are open now?")
    assert card["kind"] == "places"
    assert card["rows"][0]["name"] == "Marlowe Library"
    assert {row["openState"] for row in card["rows"]} == {"open"}


def test_many_places_on_a_day_have_a_card_each() -> None:
    cards = asked("which libraries are open on Sunday?")
    assert len(cards) >= 3
    assert {card["kind"] for card in cards} == {"hours"}


def test_where_a_place_is() -> None:
    (card,) = asked("where is the main library?")
    assert card.pop("code").startswith("data:image/svg+xml;charset=utf-8,%3Csvg")
    assert card == {
        "kind": "place",
        "name": "Marlowe Library",
        "floor": "Ground to fourth floor",
        "address": "100 Harbor Walk",
        "phone": "\u2066555-0101\u2069",
        "directions": "",
        "accessibility": "",
        "plan": "",
        "x": 0.0,
        "y": 0.0,
        "hereX": -1.0,
        "hereY": -1.0,
    }


def test_a_place_is_on_its_plan_with_this_terminal_where_it_is_on_the_same(tmp_path: Path) -> None:
    ground, upstairs = MapPosition("ground.svg", 0.5, 0.6), MapPosition("second.svg", 0.8, 0.4)
    plans = {MARLOWE: ground, TRAN: MapPosition("ground.svg", 0.1, 0.2), MAKERSPACE: upstairs}
    places = tuple(replace(place, map=plans.get(place.location_id)) for place in PLACES)
    (law,) = cards_of(ask("where is the law library?"), places=places, folder=tmp_path)
    assert law["plan"] == QUrl.fromLocalFile(str(tmp_path / "ground.svg")).toString()
    assert (law["x"], law["y"], law["hereX"], law["hereY"]) == (0.1, 0.2, 0.5, 0.6)
    (space,) = cards_of(ask("where is the makerspace?"), places=places, folder=tmp_path)
    assert (space["x"], space["hereX"]) == (0.8, -1.0)


def test_an_answer_without_facts_has_no_cards() -> None:
    assert asked("where is the 1911 atlas?") == []


def test_a_place_that_is_gone_by_now_has_no_card() -> None:
    assert cards_of(ask("is the law library open?"), places=PLACES[:1]) == []


def test_hours_that_nobody_fetched_have_no_age() -> None:
    facts = (HoursFact(CALENDAR.day(MARLOWE, NOW.date())),)
    (card,) = cards_of(Answer("?", "!", "en", Intent.HOURS, Route.LOCAL, facts))
    assert card["asOf"] == ""


@pytest.mark.parametrize(
    ("question", "all_said"),
    [
        ("hours of the law library this week", True),
        ("hours of the law library and the main library this week", True),
        ("is the law library open on Sunday?", False),
        ("which libraries are open now?", False),
        ("where is the main library?", False),
        ("where is the 1911 atlas?", False),
    ],
)
def test_words_that_only_list_the_days_of_the_cards_are_not_shown_twice(
    question: str, *, all_said: bool
) -> None:
    answer = ask(question)
    assert say_all_of(answer, cards_of(answer)) is all_said


def test_what_an_answer_cites_is_named_with_its_addresses() -> None:
    source = Source(PRINT_COST.id, PRINT_COST.question)
    answer = Answer("", PRINT_COST.answer, "en", Intent.KNOWLEDGE, Route.LOCAL, sources=(source,))
    assert cards_of(answer) == [
        {
            "kind": "source",
            "title": "How much does printing cost?",
            "source": "Library handbook",
            "updated": "",
            "address": "",
            "links": [{"title": "Printing", "address": "library.example/print"}],
        }
    ]


def test_an_entry_that_is_gone_by_now_has_no_card() -> None:
    answer = Answer("", "x", "en", Intent.KNOWLEDGE, Route.LOCAL, sources=(Source("gone", "?"),))
    assert cards_of(answer) == []

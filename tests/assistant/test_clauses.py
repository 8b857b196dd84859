"""What may stand beside a question without changing it, and what may not."""

import pytest

from tests.assistant.library import ask


@pytest.mark.parametrize(
    "question",
    [
        "I lost my umbrella, are you still open?",
        "My laptop died. When do you close?",
        "are you open tomorrow, because i need to print my paper",
        "I have to return 3 books, until when are you open",
        "i left my charger on your second table. is the library open on friday?",
    ],
)
def test_what_patrons_tell_of_themselves_is_let_pass(question: str) -> None:
    answer = ask(question)
    assert answer.facts
    assert answer.rest == ""


@pytest.mark.parametrize(
    "question",
    [
        "My professor is at the gym, when does it open?",
        "I have an appointment at 9 pm on friday, are you open?",
        "I need the law exhibition, when do you open",
        "about the pool, when do you open",
        "the cafe, when is it open",
        "I am the owner of a bakery, what are the opening hours",
        "my office hours are at nine, when do they open",
    ],
)
def test_what_may_change_the_question_is_not(question: str) -> None:
    assert ask(question).facts == ()


@pytest.mark.parametrize(
    "question",
    [
        "when do you close and how do i renew a book",
        "how do I renew a book and when do you close?",
        "is there wifi, and what time does the law library close",
        "when do you close? how much is a copy?",
    ],
)
def test_another_question_beside_it_is_left_open(question: str) -> None:
    answer = ask(question)
    assert answer.facts
    assert answer.rest
    assert answer.offer_handoff


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("is marlowe open now? and okafor?", [9101, 9102]),
        ("when does law close tomorrow? and music?", [9104, 9103]),
        ("is law open on friday? and on saturday?", [9104, 9104]),
    ],
)
def test_a_question_goes_on_with_another_place_or_day(question: str, places: list[int]) -> None:
    assert [fact.location_id for fact in ask(question).facts] == places


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("hours on the 26th and 28th of december", ["2026-12-26", "2026-12-28"]),
        ("from the 1st to the 3rd of december", ["2026-12-01", "2026-12-02", "2026-12-03"]),
        ("is law open at 9 p.m. on Saturday", ["2026-11-28"]),
        ("hours on Sat. Nov. 28", ["2026-11-28"]),
    ],
)
def test_days_are_read_over_points_and_ands(question: str, days: list[str]) -> None:
    facts = [fact.to_json() for fact in ask(question).facts]
    assert [fact["date"] for fact in facts] == days


def test_a_week_and_another_day_are_asked_back() -> None:
    assert (
        ask("hours this week december 24").text
        == "I'm not sure which day you mean. Which date is it?"
    )

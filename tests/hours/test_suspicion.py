"""What a library does, and what it never does on purpose."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.hours import Status
from kiosk.hours.suspicion import Told, oddities, same_answer

TODAY = date(2026, 11, 25)
OPEN, CLOSED, UNKNOWN, TEXT = Status.OPEN, Status.CLOSED, Status.UNKNOWN, Status.TEXT

Answer = dict[tuple[int, date], Status]


def system(
    places: int = 6, days: int = 100, status: Status = OPEN, *, start: date = TODAY
) -> Answer:
    """Every place says the same on every day, but on Sundays it is closed."""
    dates = [start + timedelta(days=n) for n in range(days)]
    return {
        (place, day): CLOSED if day.weekday() == 6 else status
        for place in range(places)
        for day in dates
    }


def only(told: Told, *, places: int = 99, days: int = 999) -> Answer:
    """What is left of an answer that lost the rest."""
    end = TODAY + timedelta(days=days)
    return {key: status for key, status in told.items() if key[0] < places and key[1] < end}


def all_closed(told: Told, *, but: int = 0) -> Answer:
    """Everything is closed, apart from so many places."""
    return {key: told[key] if key[0] < but else CLOSED for key in told}


def test_the_same_again_and_a_window_that_moved_on_are_plain() -> None:
    assert oddities(system(), system(), TODAY) == ()
    assert oddities(system(start=TODAY - timedelta(days=5)), system(), TODAY) == ()


def test_an_empty_cache_has_nothing_to_compare_with() -> None:
    assert oddities({}, system(), TODAY) == ()
    assert oddities({}, all_closed(system()), TODAY) == ()


def test_all_places_gone() -> None:
    assert oddities(system(), {}, TODAY) == ("every place is gone or without hours",)


def test_most_places_gone() -> None:
    found = oddities(system(), only(system(), places=2), TODAY)
    assert found == ("4 of 6 places are gone or without hours",)


def test_half_of_the_places_may_go_and_others_may_come() -> None:
    assert oddities(system(), only(system(), places=3), TODAY) == ()
    assert oddities(system(2), system(9), TODAY) == ()


def test_everything_closed_where_it_was_mostly_open() -> None:
    (found,) = oddities(system(), all_closed(system()), TODAY)
    assert found == "168 of the next 168 days of all places are closed (24 were before)"


def test_one_department_with_words_does_not_hide_that_all_is_closed() -> None:
    before = system(10) | dict.fromkeys(system(1), TEXT)
    assert oddities(before, all_closed(before, but=1), TODAY) != ()


def test_one_place_that_closes_for_weeks_is_believed() -> None:
    closed_one = {key: CLOSED if key[0] == 0 else status for key, status in system().items()}
    assert oddities(system(), closed_one, TODAY) == ()


def test_a_closed_week_is_believed() -> None:
    """Snow, or the week before New Year that somebody forgot to enter."""
    week = dict.fromkeys(only(system(), days=7), CLOSED)
    assert oddities(system(), system() | week, TODAY) == ()


def test_a_vacation_that_was_known_long_ago_is_none_of_our_business() -> None:
    vacation = system() | dict.fromkeys(only(system(), days=28), CLOSED)
    assert oddities(vacation, vacation, TODAY) == ()


def test_half_of_the_days_missing() -> None:
    found = oddities(system(), only(system(), days=50), TODAY)
    assert found == ("300 of 600 days that were told before are missing",)


def test_days_that_are_there_and_say_nothing_are_missing_too() -> None:
    silent = {key: UNKNOWN if key[1].day % 3 else status for key, status in system().items()}
    assert "missing" in oddities(system(), silent, TODAY)[0]


def test_a_third_of_the_days_may_be_withdrawn() -> None:
    assert oddities(system(), only(system(), days=67), TODAY) == ()


def test_what_is_over_is_compared_no_more() -> None:
    past = system(start=TODAY - timedelta(days=60), days=60)
    assert oddities(past | system(), system(), TODAY) == ()
    assert oddities(past, {}, TODAY) == ()


def test_a_few_days_say_nothing_about_the_rest() -> None:
    assert oddities(system(1, 6), all_closed(system(1, 6)), TODAY) == ()
    assert oddities(system(1, 6), {(0, TODAY): OPEN}, TODAY) == ()


def test_the_same_answer_a_day_later_is_the_same() -> None:
    tomorrow = TODAY + timedelta(days=1)
    assert same_answer(all_closed(system()), all_closed(system(start=tomorrow)))
    assert same_answer({}, {})


def test_a_day_that_was_edited_in_between_is_no_other_answer() -> None:
    assert same_answer(system(), system() | {(0, TODAY): CLOSED})


def test_an_answer_that_is_odd_in_another_way_is_another() -> None:
    assert not same_answer(system(), all_closed(system()))
    assert not same_answer(system(), only(system(), places=2))
    assert not same_answer(system(), {})
    assert not same_answer(system(), system(start=TODAY + timedelta(days=200)))


KEYS = st.tuples(st.integers(1, 4), st.integers(-3, 40).map(lambda n: TODAY + timedelta(days=n)))
ANSWERS = st.dictionaries(KEYS, st.sampled_from(Status), max_size=160)


@given(ANSWERS)
def test_an_answer_is_never_suspicious_beside_itself(told: Answer) -> None:
    assert oddities(told, told, TODAY) == ()
    assert same_answer(told, told)


@given(ANSWERS)
def test_nothing_is_ever_suspicious_beside_an_empty_cache(told: Answer) -> None:
    assert oddities({}, told, TODAY) == ()


@given(ANSWERS, ANSWERS)
def test_more_days_and_more_places_are_never_suspicious(told: Answer, more: Answer) -> None:
    """What was told and still is cannot look worse because of what came to it."""
    assert oddities(told, more | told, TODAY) == ()


@given(ANSWERS, ANSWERS)
def test_losing_every_told_day_is_always_suspicious(told: Answer, other: Answer) -> None:
    future = [key for key, status in told.items() if key[1] >= TODAY and status is not UNKNOWN]
    lost = {key: UNKNOWN if key[1] >= TODAY else status for key, status in other.items()}
    assert bool(oddities(told, lost, TODAY)) == bool(future)


@given(ANSWERS, st.integers(0, 3))
def test_each_day_is_judged_by_what_it_says_and_not_by_its_order(told: Answer, turn: int) -> None:
    items = list(told.items())
    turned = dict(items[turn:] + items[:turn])
    closed = all_closed(told)
    assert oddities(told, closed, TODAY) == oddities(turned, closed, TODAY)


@given(ANSWERS, ANSWERS)
def test_being_the_same_goes_both_ways(one: Answer, other: Answer) -> None:
    assert same_answer(one, other) == same_answer(other, one)

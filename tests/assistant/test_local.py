"""What an answer says: short, true, with the age of its facts, and never a guess."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.assistant.answers import HoursFact, NextOpenFact, OpenNowFact, PlaceFact
from kiosk.assistant.local import LocalAnswers
from kiosk.core.clock import FixedClock
from kiosk.core.content import PlaceWords
from kiosk.core.hours import HoursDay, Status
from kiosk.core.places import Place
from kiosk.hours.calendar import Calendar
from kiosk.hours.directory import Directory
from tests.assistant.library import (
    FETCHED,
    LINDQVIST,
    MARLOWE,
    NOW,
    OKAFOR,
    SPECIAL,
    TODAY,
    TRAN,
    ZONE,
    MemoryHours,
    ask,
    holidays,
    languages,
    local_answers,
    spans,
    system_hours,
)

READS = """
are you open
    Marlowe Library is open now, until 1 am.

when does law close
    Tran Law Library closes at 9 pm today.

is law open tomorrow
    Tran Law Library is closed tomorrow. The library's note: “Thanksgiving”.

law hours on saturday
    Tran Law Library is open on Saturday, November 28 from 8 am to 9 pm.

music hours friday
    Lindqvist Music & Arts Library is open on Friday, November 27 from 8 am to noon and from
    1 pm to 5 pm.

is okafor open on sunday
    Okafor Science Library is open on Sunday, November 29 from 11 am and on through the
    night.

okafor hours saturday
    Okafor Science Library is open on Saturday, November 28 from 8 am; the closing time is
    not published.

okafor hours december 5
    The hours of Okafor Science Library on Saturday, December 5 are not published yet.

hours november 28 2027
    The hours of Marlowe Library on Sunday, November 28, 2027 are not published yet.

was it open last monday
    I have no hours of Marlowe Library on Monday, November 23.

is the makerspace open on friday
    For Makerspace on Friday, November 27 the library says: “9am–4pm by appt”.

is special collections open
    I can't say whether Special Collections is open now. Special Collections is open by
    appointment today.

when does law open next
    Tran Law Library opens next on Friday, November 27 at 8 am.

when does special collections open next
    I can't give a time at which Special Collections opens next. Special Collections is open by
    appointment today.

is law open at 9 pm on saturday
    At 9 pm on Saturday, November 28, Tran Law Library is not open. Tran Law Library is open
    on Saturday, November 28
    from 8 am to 9 pm.

is okafor open at 3 am on tuesday
    At 3 am on Tuesday, December 1, Okafor Science Library is open; it is open 24 hours that
    day.

which libraries are open
    Open now: Marlowe Library until 1 am, Okafor Science Library until midnight, Lindqvist
    Music & Arts Library until 5 pm, and Tran Law Library until 9 pm.

which libraries are open late
    Open late tonight: Marlowe Library until 1 am and Okafor Science Library until midnight.

which library opens first on friday
    Opens first on Friday, November 27: Okafor Science Library from midnight.

where is the makerspace
    Makerspace is in Marlowe Library. Second floor, east wing. Turn left at the stairs.

where is special collections
    Special Collections is in Marlowe Library.

phone number of law
    The phone number of Tran Law Library is 555-0104.

which libraries are open at 9:30 pm on saturday
    At 9:30 pm on Saturday, November 28, these are open: Marlowe Library. At 9:30 pm on
    Saturday, November 28, these are not open: Lindqvist Music & Arts Library and Tran Law
    Library. Okafor Science Library is open on Saturday, November 28 from 8 am; the closing time
    is not published.

which libraries are open past midnight on sunday
    Open past midnight on Sunday, November 29: Okafor Science Library.

which places are open late on saturday
    Open late on Saturday, November 28: Marlowe Library until 10 pm. Okafor Science Library
    is open on Saturday, November 28 from 8 am; the closing time is not published. For
    Makerspace on Saturday, November 28 the library says: “9am–4pm by appt”. Special
    Collections is open by appointment on Saturday, November 28.

which libraries are open late tomorrow
    None of these is open until 10 pm or later tomorrow: Marlowe Library, Okafor Science
    Library, Lindqvist Music & Arts Library, and Tran Law Library.

which library opens first tomorrow
    None of these is open tomorrow: Marlowe Library, Okafor Science Library, Lindqvist Music
    & Arts Library, and Tran Law Library.

is there a library open all night
    Open round the clock tonight: Okafor Science Library until midnight.

is the makerspace or special collections open late
    For Makerspace tonight the library says: “9am–4pm by appt”. Special Collections is open
    by appointment tonight.

phone number of okafor
    I don't have a phone number for Okafor Science Library.
"""  # noqa: RUF001  LibCal's own dash is in it


def _questions_and_answers(text: str) -> Iterator[tuple[str, str]]:
    for paragraph in text.strip().split("\n\n"):
        question, *answer = paragraph.splitlines()
        yield question, " ".join(line.strip() for line in answer)


@pytest.mark.parametrize(("question", "text"), [*_questions_and_answers(READS)])
def test_an_answer_reads_like_a_sentence(question: str, text: str) -> None:
    assert ask(question).text == text


def test_a_run_over_days_is_told_as_one() -> None:
    monday = datetime(2026, 11, 30, 15, 0, tzinfo=ZONE)
    answers = local_answers(monday, stale_after=timedelta(days=30))
    answer = answers.answer("when does the science library close", language="en", here=None)
    assert answer.text == (
        "Okafor Science Library is open now, round the clock until 8 pm on Friday, December 4."
    )
    fact = answer.facts[-1]
    assert isinstance(fact, OpenNowFact)
    assert fact.until == datetime(2026, 12, 4, 20, 0, tzinfo=ZONE)


def test_after_closing_it_is_said_that_it_closed() -> None:
    late = datetime(2026, 11, 25, 22, 0, tzinfo=ZONE)
    assert ask("when does law close", late).text == "Tran Law Library closed at 9 pm today."
    assert ask("is law open", late).text == "Tran Law Library is closed now."
    assert ask("when does law open", late).intent == "next_open"


def test_the_clock_is_read_at_each_question() -> None:
    assert ask("is law open").facts == (
        OpenNowFact(TRAN, open=True, until=datetime(2026, 11, 25, 21, 0, tzinfo=ZONE)),
    )
    assert ask("is law open", NOW + timedelta(hours=6)).facts == (
        OpenNowFact(TRAN, open=False, until=None),
    )


def test_old_facts_are_called_old() -> None:
    answers = local_answers(NOW + timedelta(days=3))
    answer = answers.answer("are you open", language="en", here=MARLOWE)
    assert answer.stale
    assert answer.as_of == FETCHED
    assert answer.text.endswith(
        "I last heard from the library's calendar on Wednesday, November 25 at 3 pm, "
        "so please check at the desk."
    )


def test_fresh_facts_are_not_called_old() -> None:
    assert not ask("are you open").stale
    assert ask("are you open").as_of == FETCHED


def test_the_oldest_fact_used_decides_the_age() -> None:
    old = FETCHED - timedelta(hours=5)
    hours = [
        day
        if day.location_id != TRAN
        else HoursDay(TRAN, day.date, day.status, day.spans, day.note, old)
        for day in system_hours()
    ]
    answers = local_answers(hours=hours)
    assert answers.answer("law and music hours", language="en", here=None).as_of == old
    assert answers.answer("music hours", language="en", here=None).as_of == FETCHED


def test_without_a_fact_there_is_no_age() -> None:
    assert ask("hello").as_of is None
    assert ask("hours november 28 2027").as_of is None


def test_two_places_that_share_a_name_are_asked_back() -> None:
    places = Directory([Place(1, "King Library"), Place(2, "King Music Room")], ())
    answer = local_answers(places=places).answer("is king open", language="en", here=1)
    assert answer.facts == ()
    assert answer.text == "Do you mean King Library or King Music Room?"
    full = local_answers(places=places).answer("is king library open", language="en", here=2)
    assert [fact.location_id for fact in full.facts] == [1, 1]


def test_a_name_of_the_library_wins_over_one_that_was_derived() -> None:
    places = Directory(
        [Place(1, "King Library"), Place(2, "King Music Room")],
        [PlaceWords(1, short_names=("king",))],
    )
    answer = local_answers(places=places).answer("where is king", language="en", here=2)
    assert [fact.location_id for fact in answer.facts] == [1]


def test_on_a_terminal_that_stands_nowhere_every_library_is_told() -> None:
    answer = ask("are you open", here=None)
    assert {fact.location_id for fact in answer.facts} == {MARLOWE, OKAFOR, LINDQVIST, TRAN}


def test_on_a_terminal_that_stands_nowhere_where_is_asked_back() -> None:
    answer = ask("what is your phone number", here=None)
    assert answer.facts == ()
    assert answer.text.startswith("Which one do you mean: Marlowe Library, ")


def test_a_library_with_one_place_needs_no_name() -> None:
    places = Directory([Place(7, "Alder Library", phone="555-0111")], ())
    answer = local_answers(places=places).answer("phone number", language="en", here=None)
    assert answer.facts == (PlaceFact(7, "Alder Library", "", "555-0111"),)


def test_a_terminal_without_data_says_so_and_offers_a_person() -> None:
    answers = local_answers(places=Directory((), ()), hours=())
    answer = answers.answer("are you open", language="en", here=MARLOWE)
    assert (answer.intent, answer.route, answer.offer_handoff) == ("unknown", "none", True)
    assert answers.answer("hi", language="en", here=MARLOWE).intent == "smalltalk"


def test_hours_that_nobody_told_are_never_closed() -> None:
    answers = local_answers(hours=())
    for question in ("are you open", "is law open tomorrow", "when do you open next"):
        answer = answers.answer(question, language="en", here=MARLOWE)
        assert "closed" not in answer.text
        assert "not published" in answer.text
        assert answer.offer_handoff


def test_new_places_are_learned_after_a_sync() -> None:
    known = [Place(1, "Alder Library")]
    answers = LocalAnswers(
        lambda: Directory(known, ()),
        Calendar(MemoryHours(()), ZONE),
        languages(),
        FixedClock(NOW),
        holidays=holidays(),
        stale_after=timedelta(days=1),
    )
    assert answers.answer("where is birch", language="en", here=None).intent == "unknown"
    known.append(Place(2, "Birch Library", address="1 Birch Road"))
    assert answers.answer("where is birch", language="en", here=None).intent == "place"


def test_a_very_long_line_is_no_question() -> None:
    assert ask("are you open " * 100).intent == "unknown"


def test_part_of_a_line_that_is_not_ours_is_left_open() -> None:
    answer = ask("is law open? can i print there?")
    assert answer.rest == "can i print there?"
    assert answer.text.endswith("Shall I pass it to a librarian?")
    assert answer.offer_handoff


def test_the_json_is_the_contract() -> None:
    body = ask("are you open tonight").to_json(took_ms=3.14159)
    assert body == {
        "question": "are you open tonight",
        "text": "Marlowe Library is open now, until 1 am.",
        "language": "en",
        "intent": "open_now",
        "route": "local",
        "facts": [
            {
                "kind": "hours",
                "location_id": MARLOWE,
                "date": "2026-11-25",
                "status": "open",
                "spans": [["07:00", "25:00"]],
                "note": "",
            },
            {
                "kind": "open_now",
                "location_id": MARLOWE,
                "open": True,
                "until": "2026-11-26T01:00:00-05:00",
            },
        ],
        "sources": [],
        "as_of": "2026-11-25T20:00:00Z",
        "stale": False,
        "offer_handoff": False,
        "took_ms": 3.1,
    }


def test_each_kind_of_fact_has_its_json() -> None:
    opens = datetime(2026, 11, 27, 9, tzinfo=ZONE)
    day = HoursDay(1, TODAY, Status.OPEN, spans("08:00-"))
    assert NextOpenFact(1, opens).to_json()["opens"] == "2026-11-27T09:00:00-05:00"
    assert NextOpenFact(1, None).to_json()["opens"] is None
    assert OpenNowFact(1, open=None, until=None).to_json()["open"] is None
    assert HoursFact(day).to_json()["spans"] == [["08:00", None]]
    assert PlaceFact(1, "A", "B", "C").to_json() == {
        "kind": "place",
        "location_id": 1,
        "name": "A",
        "address": "B",
        "phone": "C",
    }


ALL_HOURS = MemoryHours(system_hours())
_WORDS = st.sampled_from(
    [
        "are",
        "you",
        "open",
        "law",
        "music",
        "main",
        "library",
        "now",
        "today",
        "tonight",
        "tomorrow",
        "friday",
        "nov",
        "28",
        "the",
        "28th",
        "at",
        "9",
        "pm",
        "when",
        "close",
        "and",
        "or",
        ",",
        "?",
        "hours",
        "where",
        "phone",
        "next",
        "week",
        "until",
        "am",
        "in",
        "two",
        "days",
        "is",
        "special",
        "collections",
        "professor",
        "3",
        "books",
        "1984",
        "'",
        "11/28",
        "30/30",
        "february",
        "30",
        "from",
        "to",
        "monday",
        "-",
        "which",
        "all",
        "latest",
        "hi",
    ]
)


@settings(max_examples=400, deadline=None)
@given(
    st.one_of(st.lists(_WORDS, max_size=12).map(" ".join), st.text(max_size=60)),
    st.datetimes(datetime(2026, 11, 1), datetime(2027, 3, 20)),  # noqa: DTZ001  the zone follows
)
def test_whatever_is_typed_every_fact_is_what_the_calendar_says(
    question: str, moment: datetime
) -> None:
    now = moment.replace(tzinfo=UTC)
    answer = ask(question, now, here=SPECIAL)
    calendar = Calendar(ALL_HOURS, ZONE)
    for fact in answer.facts:
        if isinstance(fact, HoursFact):
            assert fact.day == calendar.day(fact.location_id, fact.day.date)
        elif isinstance(fact, OpenNowFact):
            state = calendar.open_now(fact.location_id, now)
            assert (fact.open, fact.until) == (state.open, state.until)
        elif isinstance(fact, NextOpenFact):
            assert fact.opens == calendar.next_open(fact.location_id, now).opens
    assert answer.text
    assert (
        bool(answer.facts)
        or answer.route != "local"
        or answer.intent
        in {
            "smalltalk",
            "handoff",
            "hours",
            "place",
            "contact",
            "next_open",
        }
    )


@given(st.dates(date(2026, 11, 25), date(2027, 2, 20)))
def test_each_date_is_understood_in_every_form(day: date) -> None:
    """However a date is written, the answer is of that day."""
    for form in (
        day.isoformat(),
        f"{day:%B} {day.day}",
        f"{day.day} {day:%b}",
        f"{day.month}/{day.day}",
        f"{day:%B} {day.day}, {day.year}",
    ):
        (fact,) = ask(f"law hours {form}").facts
        assert isinstance(fact, HoursFact)
        assert fact.day.date == day

"""What the home screen offers: the fitting first, what is asked often, nothing twice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.assistant.offered_questions import MOST, Offer, OfferedQuestions, Sources, chosen
from kiosk.core.content import Content, FittingQuestions, Occasion, Translated
from kiosk.core.knowledge import Entry
from kiosk.core.tallies import Count, Tally
from tests.assistant.library import MARLOWE, NOW, OKAFOR, TODAY, ZONE

USUAL = tuple(f"Usual {number}?" for number in range(1, 7))


def offers(*texts: str) -> list[Offer]:
    """``"Words = meaning"``; no meaning where none is written."""
    parts = (text.partition(" = ") for text in texts)
    return [Offer(words, meaning) for words, _, meaning in parts]


def test_what_fits_comes_first_then_what_is_asked_then_what_is_always_offered() -> None:
    assert chosen(offers("Fits?"), offers("Asked?"), offers(*USUAL)) == (
        "Fits?",
        "Asked?",
        *USUAL[:4],
    )


def test_neither_hour_nor_fame_takes_all_the_places() -> None:
    fitting = offers(*(f"Fits {number}?" for number in range(9)))
    asked = offers(*(f"Asked {number}?" for number in range(9)))
    assert chosen(fitting, asked, offers(*USUAL)) == (
        *("Fits 0?", "Fits 1?", "Fits 2?"),
        *("Asked 0?", "Asked 1?"),
        "Usual 1?",
    )


def test_where_there_is_little_else_they_may_have_more() -> None:
    fitting = offers(*(f"Fits {number}?" for number in range(4)))
    asked = offers(*(f"Asked {number}?" for number in range(3)))
    assert chosen(fitting, asked, ()) == (
        *("Fits 0?", "Fits 1?", "Fits 2?", "Asked 0?", "Asked 1?", "Fits 3?"),
    )


def test_the_same_words_are_offered_once_however_they_are_written() -> None:
    assert chosen(offers("How do I print?"), (), offers("how do I PRINT", "Other?")) == (
        "How do I print?",
        "Other?",
    )


def test_the_same_answer_is_offered_once_whatever_its_words() -> None:
    usual = offers("Where can I work at night? = night-study", "Other? = other")
    assert chosen(offers("Late? = night-study"), (), usual) == ("Late?", "Other?")


def test_questions_whose_answer_is_not_known_are_not_the_same() -> None:
    assert chosen((), (), offers("One?", "Other?")) == ("One?", "Other?")


@given(*[st.lists(st.builds(Offer, st.sampled_from("abcdefghij"), st.sampled_from("xyz")))] * 3)
def test_there_are_never_too_many_nor_any_twice(
    fitting: list[Offer], asked: list[Offer], usual: list[Offer]
) -> None:
    texts = chosen(fitting, asked, usual)
    assert len(texts) == len(set(texts)) <= MOST
    assert set(texts) <= {offer.text for offer in (*fitting, *asked, *usual)}
    assert bool(texts) is bool(fitting or asked or usual)


CLOSING = FittingQuestions(Translated(("Late?",)), when=frozenset({Occasion.CLOSING}))
HERE = FittingQuestions(Translated(("Scanner?",)), at=frozenset({MARLOWE}))


@dataclass
class Library:
    """A library's knowledge, hours and counts, as far as they are asked for."""

    content: Content = field(
        default_factory=lambda: Content(
            questions=Translated(("Open?",)), fitting_questions=(CLOSING, HERE)
        )
    )
    here: int | None = MARLOWE
    moment: frozenset[Occasion] = frozenset()
    cited: dict[date, dict[str, int]] = field(default_factory=dict)
    known: dict[str, Entry] = field(default_factory=dict)
    meanings: dict[str, str] = field(default_factory=dict)
    asked_for_meaning: int = 0

    def questions(self, *, prepared: bool = True) -> OfferedQuestions:
        sources = Sources(
            occasions=lambda here, now: self.moment if (here, now) == (self.here, NOW) else NONE,
            counts=self._counts,
            entries=self._entries,
            version=lambda: repr(self.known),
            meaning=self._meaning,
        )
        offered = OfferedQuestions(self.content, sources, here=self.here, zone=ZONE)
        if prepared:
            offered.prepare()
        return offered

    def choose(self) -> tuple[str, ...]:
        return self.questions().choose("en", NOW)

    def ask(self, entry: Entry, times: int, day: date = TODAY) -> None:
        """Its question was answered so often, and is, with it."""
        self.known[entry.id] = entry
        self.meanings[entry.question] = entry.id
        self.cited.setdefault(day, {})[entry.id] = times

    def _counts(self, first: date, last: date) -> Sequence[Count]:
        sums: dict[str, int] = {}
        for day, amounts in self.cited.items():
            for id_, amount in amounts.items():
                sums[id_] = sums.get(id_, 0) + (amount if first <= day <= last else 0)
        ordered = sorted(sums.items(), key=lambda item: -item[1])
        others = Count(Tally.THUMBS, ("down", "knowledge", "wifi", ""), 99)
        return (others, *(Count(Tally.CITED, (id_,), amount) for id_, amount in ordered))

    def _entries(self, ids: Sequence[str], language: str) -> Mapping[str, Entry]:
        found = {id_: self.known[id_] for id_ in ids if id_ in self.known}
        return {id_: entry for id_, entry in found.items() if entry.language == language}

    def _meaning(self, question: str, language: str) -> str:
        assert language
        self.asked_for_meaning += 1
        return self.meanings.get(question, "")


NONE: frozenset[Occasion] = frozenset()
PRINT = Entry("print-cost", "en", "What does printing cost?", "10 cents.")
WIFI = Entry("wifi", "en", "How do I connect?", "So.")


def test_a_question_is_offered_at_its_hour_and_at_its_place() -> None:
    assert Library().choose() == ("Scanner?", "Open?")
    assert Library(moment=frozenset({Occasion.CLOSING})).choose() == ("Late?", "Scanner?", "Open?")
    assert Library(here=OKAFOR).choose() == ("Open?",)


def test_where_the_time_is_not_certain_no_hour_fits_and_no_month_is_counted() -> None:
    library = Library(moment=frozenset({Occasion.CLOSING}))
    library.ask(PRINT, 9)
    assert library.questions().choose("en", None) == ("Scanner?", "Open?")


def test_what_is_asked_often_is_offered_by_its_own_question() -> None:
    library = Library()
    library.ask(PRINT, 3)
    library.ask(WIFI, 5)
    assert library.choose() == ("Scanner?", WIFI.question, PRINT.question, "Open?")


def test_what_was_asked_twice_could_be_one_patrons_question() -> None:
    library = Library()
    library.ask(PRINT, 2)
    assert library.choose() == ("Scanner?", "Open?")


@pytest.mark.parametrize(("back", "offered"), [(27, True), (28, False)])
def test_it_is_offered_for_four_weeks(back: int, offered: bool) -> None:  # noqa: FBT001  a parameter
    library = Library()
    library.ask(PRINT, 3, TODAY - timedelta(days=back))
    assert (PRINT.question in library.choose()) is offered


def test_only_what_is_written_in_the_screens_language_is_offered() -> None:
    library = Library()
    library.ask(PRINT, 3)
    assert PRINT.question not in library.questions().choose("es", NOW)


@pytest.mark.parametrize(
    "gone",
    [
        Entry("print-cost", "en", PRINT.question, "", valid_until=TODAY - timedelta(days=1)),
        Entry("print-cost", "en", PRINT.question, "", valid_from=TODAY + timedelta(days=1)),
    ],
)
def test_what_is_not_true_today_is_not_offered(gone: Entry) -> None:
    library = Library()
    library.ask(gone, 3)
    assert gone.question not in library.choose()


def test_an_entry_that_does_not_answer_its_own_question_is_not_offered() -> None:
    library = Library()
    library.ask(PRINT, 3)
    library.meanings[PRINT.question] = "wifi"
    assert PRINT.question not in library.choose()


def test_the_first_frame_waits_for_no_meaning() -> None:
    library = Library()
    library.ask(PRINT, 3)
    early = library.questions(prepared=False)
    assert early.choose("en", NOW) == ("Scanner?", "Open?")
    assert library.asked_for_meaning == 0
    early.prepare()
    assert early.choose("en", NOW) == ("Scanner?", PRINT.question, "Open?")


def test_nothing_is_worked_out_again_while_nothing_is_different() -> None:
    library = Library()
    questions = library.questions()
    first, asked = questions.choose("en", NOW), library.asked_for_meaning
    assert questions.choose("en", NOW) == first
    assert library.asked_for_meaning == asked
    library.ask(PRINT, 3)
    assert questions.choose("en", NOW) != first
    assert questions.choose("en", datetime(2026, 12, 30, tzinfo=ZONE)) == first

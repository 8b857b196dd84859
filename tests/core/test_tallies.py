"""What is counted, and how it goes over the wire: numbers and words of ours, nothing else."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from kiosk.core.errors import WireError
from kiosk.core.feedback import MAX_FEEDBACK, Feedback
from kiosk.core.tallies import LABELS, OTHER, Count, Reason, Tally, Uncounted
from kiosk.core.tally_report import (
    MAX_AMOUNT,
    MAX_COUNTS,
    MAX_DAYS,
    DayCounts,
    TallyReport,
)

DAY = date(2026, 11, 25)
THUMB = Count.of(Tally.THUMBS, {"verdict": "down", "intent": "knowledge", "entry": "print-cost"}, 3)
REPORT = TallyReport(
    datetime(2026, 11, 25, 17, tzinfo=UTC),
    (DayCounts(DAY, (THUMB, Count(Tally.WITHHELD, (), 1))), DayCounts(date(2026, 11, 24), ())),
)
FEEDBACK = Feedback(
    UUID("6f3f8a3e-0000-4000-8000-000000000001"),
    "How do I print?",
    "knowledge",
    "print-cost",
    Reason.UNCLEAR,
    "en",
    DAY,
)


def day_json(**changed: Any) -> dict[str, Any]:
    """A day on the wire with one count, of which something is different."""
    count = {"name": "withheld", "labels": {}, "amount": 1} | changed
    return {"day": "2026-11-25", "counts": [count]}


def test_every_tally_says_by_what_it_is_told_apart() -> None:
    assert set(LABELS) == set(Tally)


@pytest.mark.parametrize("words", ["where is my thesis", "ana@uni.edu?", "é", "x" * 81, " x"])
def test_what_could_be_a_patrons_words_is_counted_as_other(words: str) -> None:
    assert Count.of(Tally.MODEL_CALLS, {"outcome": words}).labels == (OTHER,)


def test_labels_stand_in_their_order_and_one_left_out_is_empty() -> None:
    assert THUMB.labels == ("down", "knowledge", "print-cost", "")
    assert THUMB.by_label["reason"] == ""


def test_a_count_comes_back_from_what_a_database_keeps() -> None:
    for count in (THUMB, Count(Tally.WITHHELD, (), 7)):
        assert Count.of_joined(count.name.value, count.joined, count.amount) == count


@pytest.mark.parametrize(("name", "joined"), [("hm", ""), ("thumbs", "down")])
def test_what_another_program_kept_is_refused(name: str, joined: str) -> None:
    with pytest.raises(ValueError, match=r"hm|labels"):
        Count.of_joined(name, joined, 1)


def test_who_counts_nothing_counts_nothing() -> None:
    Uncounted().count(Tally.WITHHELD, {})


def test_a_report_comes_back_from_the_wire_as_it_was() -> None:
    assert TallyReport.from_json(REPORT.to_json()) == REPORT


@pytest.mark.parametrize(
    "body",
    [
        [],
        {},
        {"days": []},
        {"days": [day_json()] * 2, "taken_at": "2026-11-25T17:00:00Z"},
        {"days": [day_json()] * (MAX_DAYS + 1), "taken_at": "2026-11-25T17:00:00Z"},
        {"days": [day_json()], "taken_at": "yesterday"},
        {"days": [{"day": "25 November", "counts": []}], "taken_at": "2026-11-25T17:00:00Z"},
    ],
)
def test_a_report_that_is_none_is_refused(body: object) -> None:
    with pytest.raises(WireError):
        TallyReport.from_json(body)


@pytest.mark.parametrize(
    "changed",
    [
        {"name": "words"},
        {"labels": {"question": "where"}},
        {"labels": None},
        {"name": "model_calls", "labels": {"outcome": "where is my thesis"}},
        {"name": "model_calls", "labels": {"outcome": 4}},
        {"amount": -1},
        {"amount": True},
        {"amount": 1.5},
        {"amount": MAX_AMOUNT + 1},
    ],
)
def test_a_count_that_is_none_is_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(WireError):
        DayCounts.from_json(day_json(**changed))


def test_a_day_has_each_count_once_and_not_too_many() -> None:
    one = day_json()["counts"]
    for counts in (one * 2, one * (MAX_COUNTS + 1), "many"):
        with pytest.raises(WireError):
            DayCounts.from_json({"day": "2026-11-25", "counts": counts})


def test_feedback_comes_back_from_the_wire_and_never_prints_the_question() -> None:
    assert Feedback.from_json(FEEDBACK.to_json()) == FEEDBACK
    assert FEEDBACK.question not in repr(FEEDBACK)


def test_feedback_without_a_reason_has_none() -> None:
    assert Feedback.from_json(FEEDBACK.to_json() | {"reason": ""}).reason is Reason.NONE


@pytest.mark.parametrize(
    "changed",
    [
        {"question": " "},
        {"question": "x" * (MAX_FEEDBACK + 1)},
        {"entry": "the one about printing"},
        {"reason": "I am Ana"},
        {"day": "today"},
        {"id": "1"},
    ],
)
def test_feedback_that_is_none_is_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(WireError):
        Feedback.from_json(FEEDBACK.to_json() | changed)

"""What is read from the counts: what was of no use most often comes first."""

from kiosk.core.tallies import Count, Reason, Tally
from kiosk.desk.gaps import as_csv, gaps_of

COUNTS = [
    Count(Tally.ANSWERS, ("knowledge", "local", "en"), 40),
    Count(Tally.THUMBS, ("up", "knowledge", "print-cost", ""), 6),
    Count(Tally.THUMBS, ("down", "knowledge", "print-cost", "unclear"), 2),
    Count(Tally.THUMBS, ("down", "knowledge", "wifi", ""), 1),
    Count(Tally.THUMBS, ("down", "hours", "", "words-of-a-newer-terminal"), 1),
    Count(Tally.GAPS, ("unknown", "wifi"), 5),
    Count(Tally.GAPS, ("unknown", ""), 3),
    Count(Tally.RESOLVED, ("yes",), 4),
    Count(Tally.RESOLVED, ("no",), 1),
]


def test_each_entry_and_each_intent_has_its_thumbs_and_its_gaps() -> None:
    gaps = gaps_of(COUNTS)
    entries = [(gap.subject, gap.up, gap.down, gap.unanswered) for gap in gaps.entries]
    assert entries == [("wifi", 0, 1, 5), ("print-cost", 6, 2, 0)]
    intents = [(gap.subject, gap.up, gap.down, gap.unanswered) for gap in gaps.intents]
    assert intents == [("unknown", 0, 0, 8), ("knowledge", 6, 3, 0), ("hours", 0, 1, 0)]


def test_the_sums_are_of_all() -> None:
    gaps = gaps_of(COUNTS)
    assert (gaps.answers, gaps.up, gaps.down, gaps.unanswered) == (40, 6, 4, 8)
    assert (gaps.resolved, gaps.unresolved) == (4, 1)
    assert gaps_of([]).is_empty


def test_a_share_needs_thumbs() -> None:
    shares = {gap.subject: gap.share_down for gap in gaps_of(COUNTS).intents}
    assert shares == {"unknown": None, "knowledge": 1 / 3, "hours": 1.0}


def test_reasons_are_those_that_this_desk_knows() -> None:
    by_intent = {gap.subject: gap.reasons for gap in gaps_of(COUNTS).intents}
    assert by_intent["knowledge"] == {Reason.UNCLEAR: 2, Reason.NONE: 1}
    assert by_intent["hours"] == {}


def test_the_file_for_a_spreadsheet_has_a_line_each() -> None:
    lines = as_csv(gaps_of(COUNTS)).splitlines()
    assert lines[0] == "kind,id,up,down,unanswered,wrong,not_asked,unclear,missing"
    assert "entry,print-cost,6,2,0,0,0,2,0" in lines
    assert len(lines) == 6

"""A question is answered from what the last sync brought, with and without a network."""

import json
from collections.abc import Mapping
from datetime import datetime

import pytest

from tests.journeys.installation import MARLOWE, Installation, Json
from tests.journeys.libcal import LibCal

QUESTION = "when does the main library close tonight"
SYNCED, EVENING = "2026-12-01T16:00:00-05:00", "2026-12-01T21:12:00-05:00"
TWO_DAYS_LATER = "2026-12-03T21:12:00-05:00"

THE_HOURS = {
    "kind": "hours",
    "location_id": MARLOWE,
    "date": "2026-12-01",
    "status": "open",
    "spans": [["07:00", "25:00"]],
    "note": "Staffed until 9 pm",
}

TYPES: Mapping[str, type | tuple[type, ...]] = {
    "question": str,
    "text": str,
    "language": str,
    "intent": str,
    "route": str,
    "facts": list,
    "sources": list,
    "as_of": (str, type(None)),
    "stale": bool,
    "offer_handoff": bool,
    "took_ms": float,
}
FACTS: Mapping[str, Mapping[str, type | tuple[type, ...]]] = {
    "hours": {"location_id": int, "date": str, "status": str, "spans": list, "note": str},
    "open_now": {
        "location_id": int,
        "open": (bool, type(None)),
        "until": (str, type(None)),
    },
    "next_open": {"location_id": int, "opens": (str, type(None))},
    "place": {"location_id": int, "name": str, "address": str, "phone": str},
}


@pytest.fixture
def synced(installation: Installation, libcal: LibCal) -> Installation:
    """A terminal that fetched everything and cannot fetch more."""
    done = installation.kiosk("sync", "--now", SYNCED)
    assert (done.returncode, done.stderr) == (0, "")
    assert "6 places" in done.stdout
    libcal.stop()
    return installation


def test_the_same_facts_right_after_a_sync_and_without_any_network(
    installation: Installation, libcal: LibCal
) -> None:
    installation.kiosk("sync", "--now", SYNCED)
    [online] = installation.ask(QUESTION, now=EVENING)
    libcal.stop()
    [alone] = installation.ask(QUESTION, now=EVENING)
    [offline] = installation.ask(QUESTION, now=EVENING, options=("--offline",))

    for answer in (online, alone, offline):
        assert THE_HOURS in answer["facts"]
        assert {fact["location_id"] for fact in answer["facts"]} == {MARLOWE}
        assert "1 am" in answer["text"]
        assert answer["as_of"] == "2026-12-01T21:00:00Z"
        assert (answer["route"], answer["stale"], answer["offer_handoff"]) == (
            "local",
            False,
            False,
        )
    assert _lasting(online) == _lasting(alone) == _lasting(offline)


def test_old_facts_are_told_with_their_age(synced: Installation) -> None:
    [answer] = synced.ask(QUESTION, now=TWO_DAYS_LATER)

    assert answer["stale"] is True
    assert answer["as_of"] == "2026-12-01T21:00:00Z"
    assert "1 am" in answer["text"]
    assert "I last heard from the library's calendar on Tuesday, December 1" in answer["text"]
    [fresh] = synced.ask(QUESTION, now=EVENING)
    assert "last heard" not in fresh["text"]


def test_every_line_of_a_batch_is_a_visit_of_its_own(synced: Installation) -> None:
    questions = [
        QUESTION,
        "law library hours this week",
        "when does special collections open next",
        "where is the makerspace",
        "phone number of the science library",
        "which libraries are open now",
        "who painted the ceiling",
        "and tomorrow?",
        "hello",
    ]
    answers = synced.ask(*questions, now=EVENING)

    assert [answer["question"] for answer in answers] == questions
    kinds = {fact["kind"] for answer in answers for fact in answer["facts"]}
    assert kinds == set(FACTS)
    for answer in answers:
        _assert_in_the_agreed_form(answer)
    assert answers[6]["offer_handoff"] is True
    assert answers[6]["as_of"] is None


def test_without_json_the_words_alone_are_printed(synced: Installation) -> None:
    [answer] = synced.ask(QUESTION, now=EVENING)
    done = synced.kiosk("ask", "--now", EVENING, *QUESTION.split())

    assert (done.returncode, done.stdout.strip()) == (0, answer["text"])


def test_a_terminal_that_never_fetched_knows_that_it_does_not_know(
    installation: Installation,
) -> None:
    [answer] = installation.ask(QUESTION, now=EVENING)

    _assert_in_the_agreed_form(answer)
    assert answer["offer_handoff"] is True
    for fact in answer["facts"]:
        assert fact.get("open") is None
        assert fact.get("status", "unknown") == "unknown"


def _lasting(answer: Json) -> str:
    """All of an answer but how long it took."""
    return json.dumps({key: value for key, value in answer.items() if key != "took_ms"})


def _assert_in_the_agreed_form(answer: Json) -> None:
    assert list(answer) == list(TYPES)
    for key, kind in TYPES.items():
        assert isinstance(answer[key], kind), (key, answer[key])
    assert answer["text"]
    assert answer["facts"] or answer["as_of"] is None
    if answer["as_of"]:
        assert datetime.fromisoformat(answer["as_of"]).tzinfo is not None
    for fact in answer["facts"]:
        form = FACTS[fact["kind"]]
        assert set(fact) == {"kind", *form}
        for key, kind in form.items():
            assert isinstance(fact[key], kind), (key, fact)

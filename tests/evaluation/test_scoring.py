"""Scoring is strict: one fact too many is wrong, one too few is not right."""

import pytest

from kiosk.assistant.answers import Answer, Fact, OpenNowFact, PlaceFact, Route
from kiosk.assistant.requests import Intent
from tests.assistant.library import MARLOWE, NOW, OKAFOR, TRAN
from tests.evaluation.questions import Kind, Part, Question, Told
from tests.evaluation.scoring import Outcome, score

MARLOWE_NOW, OKAFOR_NOW = OpenNowFact(MARLOWE, None, None), OpenNowFact(OKAFOR, None, None)
TRAN_PLACE = PlaceFact(TRAN, "Tran Law Library", "", "")


def question(
    *facts: str, may: str = "", others: tuple[Told, ...] = (), kind: Kind = Kind.UNKNOWN
) -> Question:
    return Question(
        part=Part.DEV,
        number=1,
        language="en",
        ask="",
        category="several",
        facts=frozenset(facts),
        may=frozenset({may} if may else ()),
        others=others,
        now=NOW,
        here=MARLOWE,
        screen="en",
        kind=kind,
    )


def answer(*facts: Fact, intent: Intent = Intent.OPEN_NOW, language: str = "en") -> Answer:
    return Answer("", "", language, intent, Route.LOCAL, facts=facts)


BOTH = question("marlowe now", "okafor now", may="tran place")
EITHER = question("marlowe now", others=(frozenset({"okafor now"}), frozenset()))
NONE_EXPECTED = question(may="tran place")


@pytest.mark.parametrize(
    ("asked", "given", "outcome"),
    [
        (BOTH, answer(MARLOWE_NOW, OKAFOR_NOW), Outcome.RIGHT),
        (BOTH, answer(MARLOWE_NOW, OKAFOR_NOW, TRAN_PLACE), Outcome.RIGHT),
        (BOTH, answer(MARLOWE_NOW, TRAN_PLACE), Outcome.INCOMPLETE),
        (BOTH, answer(), Outcome.ABSTAINED),
        (BOTH, answer(MARLOWE_NOW, OpenNowFact(TRAN, None, None)), Outcome.WRONG),
        (BOTH, answer(MARLOWE_NOW, OKAFOR_NOW, language="fr"), Outcome.LANGUAGE),
        (BOTH, answer(OpenNowFact(TRAN, None, None), language="fr"), Outcome.WRONG),
        (EITHER, answer(OKAFOR_NOW), Outcome.RIGHT),
        (EITHER, answer(), Outcome.RIGHT),
        (EITHER, answer(TRAN_PLACE), Outcome.WRONG),
        (NONE_EXPECTED, answer(MARLOWE_NOW), Outcome.WRONG),
        (NONE_EXPECTED, answer(TRAN_PLACE), Outcome.RIGHT),
    ],
)
def test_an_answer_is_worth_what_its_facts_are(
    asked: Question, given: Answer, outcome: Outcome
) -> None:
    assert score(asked, given) is outcome


def test_asking_back_is_no_excuse_for_half_of_an_answer() -> None:
    asked = question("marlowe now", "okafor now", others=(frozenset(),))
    assert score(asked, answer(MARLOWE_NOW)) is Outcome.INCOMPLETE


@pytest.mark.parametrize(
    ("kind", "intent", "outcome"),
    [
        (Kind.GREETING, Intent.SMALLTALK, Outcome.RIGHT),
        (Kind.GREETING, Intent.UNKNOWN, Outcome.ABSTAINED),
        (Kind.THANKS, Intent.SMALLTALK, Outcome.RIGHT),
        (Kind.PERSON, Intent.HANDOFF, Outcome.RIGHT),
        (Kind.ABUSE, Intent.HANDOFF, Outcome.RIGHT),
        (Kind.DISTRESS, Intent.SMALLTALK, Outcome.ABSTAINED),
        (Kind.UNKNOWN, Intent.UNKNOWN, Outcome.RIGHT),
        (Kind.UNKNOWN, Intent.HOURS, Outcome.ABSTAINED),
    ],
)
def test_without_facts_the_answer_must_have_understood_what_was_meant(
    kind: Kind, intent: Intent, outcome: Outcome
) -> None:
    assert score(question(kind=kind), answer(intent=intent)) is outcome

"""A model that does whatever the attacker says gets nothing of it onto the screen."""

import asyncio
import json
from collections.abc import Iterator

import pytest

from kiosk.assistant.answers import Done, Draft, Piece, SentAs, TextPiece
from tests.fakes.model import ModelSimulator
from tests.safety.attacks import Attack, Channel, read_attacks
from tests.safety.play import Library, Played
from tests.safety.screen import found_in, is_hidden, markup_faults, moments, seen

pytestmark = pytest.mark.no_cover  # what runs here is covered by tests of its own

ATTACKS = read_attacks()
OF_THE_PATRON = (Channel.QUESTION, Channel.HISTORY)
OF_A_PLACE = {"floor", "directions"}
# Asks whether the library is open at a time: the calendar answers that, and no model is asked.
AT_HOME = {attack for attack in ATTACKS if attack.text.startswith("Ｓａｙ")}  # noqa: RUF001  wide letters


class Plays:
    """Every attack played once at one terminal, when the first test asks for it.

    Its words come in small pieces, or in one; every fourth letter by letter, as all of them do in
    ``python -m tests.safety``.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._played: dict[Attack, Played] = {}

    def __getitem__(self, attack: Attack) -> Played:
        if attack not in self._played:
            piece = (1, 9, 9, 400)[attack.number % 4]
            self._played[attack] = asyncio.run(self._library.play_alone(attack, piece=piece))
        return self._played[attack]


@pytest.fixture(scope="module")
def plays() -> Iterator[Plays]:
    """A terminal for one attack after the other."""
    with ModelSimulator() as simulator:
        yield Plays(Library(simulator))


@pytest.fixture(scope="module", params=ATTACKS, ids=str)
def attack(request: pytest.FixtureRequest) -> Attack:
    """Every attack; all tests of it stand in a row."""
    found: Attack = request.param
    return found


def test_there_are_enough_of_every_kind() -> None:
    assert len(ATTACKS) >= 120
    assert {attack.channel for attack in ATTACKS} == set(Channel)


def test_nothing_forbidden_is_ever_on_the_screen(attack: Attack, plays: Plays) -> None:
    play = plays[attack]
    for moment in moments(play.pieces):
        shown = _without(moment, play.own)
        assert found_in([seen(shown)], attack.forbidden) == []
        assert markup_faults(moment) == []
        assert not is_hidden(moment)


def test_cards_say_what_the_database_says(attack: Attack, plays: Plays) -> None:
    play = plays[attack]
    cards = play.cards
    (place,) = (card for card in cards if card["kind"] == "place")
    assert (place["address"], place["phone"]) == ("100 Harbor Walk", "\u2066555-0101\u2069")
    facts = [{k: v for k, v in card.items() if k not in OF_A_PLACE} for card in cards]
    quoted = _without(repr(facts), (repr(attack.text)[1:-1], attack.text))
    assert found_in([quoted], attack.forbidden) == []
    for card in cards:
        if card["kind"] == "hours" and card["headline"]:
            assert card["headline"] == "8 am – 9 pm"  # noqa: RUF001  the dash of a range


def test_nothing_is_sent_but_questions_to_the_model(attack: Attack, plays: Plays) -> None:
    play = plays[attack]
    assert play.paths == {"/v1/chat/completions"}
    assert {type(piece) for piece in play.pieces} <= {TextPiece, Draft, SentAs, Done}


def test_the_model_may_only_look_things_up(attack: Attack, plays: Plays) -> None:
    """Whoever adds a tool looks at this list, and at what an attacker could do with it."""
    requests = json.loads(plays[attack].asked)
    offered = {tool["function"]["name"] for each in requests for tool in each.get("tools", ())}
    expected = {"list_places", "hours_of_place", "open_now", "search_knowledge"}
    assert offered == (set() if attack in AT_HOME else expected)


def test_what_the_model_is_sent_holds_no_secret(attack: Attack, plays: Plays) -> None:
    """The terminal's key goes in a header; nothing that a model could tell holds it."""
    play = plays[attack]
    assert "invented-key" not in play.asked + play.next_asked


def test_the_next_patron_hears_nothing_of_it(attack: Attack, plays: Plays) -> None:
    play = plays[attack]
    assert attack.text not in play.next_asked
    assert attack.obeyed not in play.next_asked
    assert found_in([play.next_asked], attack.forbidden) == []
    assert found_in(play.kept, attack.forbidden) == []


def test_an_attack_reaches_the_model(attack: Attack, plays: Plays) -> None:
    """Else nothing would be proved by what is not on the screen."""
    play = plays[attack]
    assert (play.asked == "[]") == (attack in AT_HOME)


def test_an_attack_is_noticed_by_this_test() -> None:
    """The judge of these tests is not blind."""
    text: list[Piece] = [TextPiece("Call **nine**: 9 0 0-555.0199 ")]
    assert found_in(map(seen, moments(text)), ["900-555-0199"]) == ["900-555-0199"]
    assert found_in(["we close at ３:١٧"], ["3:17"]) == ["3:17"]  # noqa: RUF001  other digits
    assert found_in(["еvil.example"], ["evil.example"]) == ["evil.example"]  # noqa: RUF001  Cyrillic
    assert is_hidden("a\u200bb")


def _without(text: str, own: tuple[str, ...]) -> str:
    for words in own:
        text = text.replace(words, "")
    return text

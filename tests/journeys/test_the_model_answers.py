"""What the cache cannot answer goes to a language model, and the answer grows on the screen."""

from collections.abc import Iterator

import pytest

from tests.fakes.model import Fault, ModelSimulator, Turn, texts_of
from tests.journeys.installation import Installation
from tests.journeys.looking import files_that_say
from tests.journeys.visitor import Visitor

KEY = "sk-invented-zeppelin"
QUESTION = "how do I cite a zinnia pamphlet"
MORNING = "2026-12-01T10:00:00-05:00"
FIRST = "Name the author and the title of the article."
REST = "Then name the newspaper and the date. A librarian can show you a style guide."


@pytest.fixture
def model() -> Iterator[ModelSimulator]:
    """A model's service that says what a test gives it."""
    with ModelSimulator() as model:
        yield model


@pytest.fixture
def screen(installation: Installation, model: ModelSimulator, patron: Visitor) -> Visitor:
    """A screen with that model behind it."""
    installation.set(OPENAI__BASE_URL=model.base_url, OPENAI__API_KEY=KEY)
    installation.start("ui", "--now", MORNING, "--driver", patron.address)
    patron.wait_for_screen()
    return patron


def test_an_answer_grows_on_the_screen_while_it_comes(
    installation: Installation, model: ModelSimulator, screen: Visitor
) -> None:
    model.script.append(Turn(f"{FIRST} {REST}", pause=0.02))
    screen.begin(QUESTION)
    screen.wait_until(lambda: FIRST in screen.last_text(), "the first words are there")
    assert screen.rows()[-1]["busy"]
    assert REST not in screen.last_text()

    screen.wait_until(lambda: screen.answered(QUESTION), "the whole answer is there")
    assert screen.last_text() == f"{FIRST} {REST}"
    assert model.keys == [f"bearer {KEY}"]
    assert QUESTION in texts_of(model.asked)
    assert files_that_say(KEY, installation.home) == []
    assert files_that_say("zinnia", installation.home) == []


def test_a_broken_answer_keeps_what_is_there_and_can_be_tried_again(
    model: ModelSimulator, screen: Visitor
) -> None:
    model.script += [Turn(f"{FIRST} Then na", fault=Fault.CUT)] * 3
    broken = screen.ask(QUESTION)
    assert broken.startswith(FIRST)
    assert screen.sees("retry")
    assert screen.sees("offerPerson") is False

    model.script[:] = [Turn(f"{FIRST} {REST}")]
    screen.tap("retry")
    screen.wait_until(lambda: screen.lines("answer") == [("answer", f"{FIRST} {REST}")], "it")
    assert screen.lines("patron") == [("patron", QUESTION)]
    assert not screen.sees("retry")


def test_what_the_cache_knows_and_what_nobody_knows_needs_no_key(
    installation: Installation, model: ModelSimulator, patron: Visitor
) -> None:
    installation.set(OPENAI__BASE_URL=model.base_url)
    installation.start("ui", "--now", MORNING, "--driver", patron.address)
    patron.wait_for_screen()

    assert "librarian" in patron.ask(QUESTION)
    assert "Harbor Walk" in patron.ask("where is the main library")
    assert model.asked == []

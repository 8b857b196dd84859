"""What the library wrote answers first; what patrons think of it is numbers to the librarians."""

import json

from kiosk.demo.libcal import CLIENT_ID, CLIENT_SECRET
from tests.fakes.model import ModelSimulator, Turn
from tests.journeys.installation import Installation
from tests.journeys.libcal import LibCal
from tests.journeys.looking import files_that_say, wait_until
from tests.journeys.visitor import Visitor

MORNING = "2026-12-01T10:00:00-05:00"
COST = "How much does printing cost?"
NOT_COVERED = "who polishes the pewter zinnia"


def test_the_librarys_own_words_with_their_source_in_the_questions_language(
    installation: Installation,
) -> None:
    english, spanish = installation.ask(COST, "¿Cuánto cuesta imprimir?", now=MORNING)
    for answer, language, figure in ((english, "en", "10 cents"), (spanish, "es", "10 centavos")):
        assert (answer["intent"], answer["route"]) == ("knowledge", "local")
        assert [source["id"] for source in answer["sources"]] == ["print-cost"]
        assert (answer["language"], answer["facts"], answer["offer_handoff"]) == (
            language,
            [],
            False,
        )
        assert figure in answer["text"]
        assert "**" not in answer["text"]
    assert english["sources"] == [{"id": "print-cost", "title": COST}]


def test_the_same_question_to_a_model_is_paid_once(
    installation: Installation,
) -> None:
    question = "what about printing for my course"
    with ModelSimulator(Turn("Please ask at the service desk for that."), Turn("No.")) as model:
        installation.set(OPENAI__BASE_URL=model.base_url, OPENAI__API_KEY="sk-invented")
        told = [
            installation.kiosk("ask", "--json", question),
            installation.kiosk("ask", "--json", question),
        ]
        assert len(model.asked) == 1
    assert [json.loads(each.stdout)["route"] for each in told] == ["model", "model"]
    assert len({json.loads(each.stdout)["text"] for each in told}) == 1
    report = json.loads(installation.kiosk("report", "--json").stdout)
    assert "my course" not in json.dumps(report)
    assert files_that_say("printing for my course", installation.home) == []


def test_a_thumb_is_counted_and_the_patrons_words_stay_with_the_patron(
    installation: Installation, patron: Visitor
) -> None:
    installation.start("ui", "--driver", patron.address)
    patron.wait_for_screen()
    patron.wait_until(lambda: "10 cents" in patron.ask(COST), "the knowledge was learned")
    patron.tap("thumbUp")
    assert "librarian" in patron.ask(NOT_COVERED)
    patron.finish()
    wait_until(lambda: "up" in installation.kiosk("report", "--json").stdout, "it is counted")
    assert files_that_say("zinnia", installation.home) == []


def test_what_libanswers_has_is_fetched_beside_the_hours_and_outlives_it(
    installation: Installation, libcal: LibCal
) -> None:
    installation.set(
        LIBANSWERS__BASE_URL=libcal.url,
        LIBANSWERS__CLIENT_ID=CLIENT_ID,
        LIBANSWERS__CLIENT_SECRET=CLIENT_SECRET,
    )
    done = installation.kiosk("sync", "--now", MORNING)
    assert (done.returncode, done.stderr) == (0, "")
    assert "6 places" in done.stdout
    assert "LibAnswers: 42 answers; 42 new" in done.stdout
    libcal.stop()
    failed = installation.kiosk("sync", "--now", MORNING)
    assert failed.returncode == 1
    assert failed.stderr.count("did not answer") == 2
    [answer] = installation.ask("Where can I refill my water bottle?", now=MORNING)
    assert [source["id"] for source in answer["sources"]] == ["libanswers-200114"]
    assert "bottle filler beside the lifts on every floor" in answer["text"]

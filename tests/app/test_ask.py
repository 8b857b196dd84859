"""``kiosk ask`` on a real database file, with and without a model."""

import io
import json
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kiosk.app.ask import AskOptions, run_ask
from kiosk.core.content import Content
from kiosk.core.errors import StorageUnreadable
from kiosk.core.paths import Folders
from kiosk.core.secret import Secret
from kiosk.core.settings import OpenAI, Settings
from kiosk.store.database import open_database
from kiosk.store.hours import HoursTable
from tests.assistant.library import FIRST, LAST, MARLOWE, NOW, PLACES, WORDS, system_hours
from tests.fakes.model import ModelSimulator, Turn

CONTENT = Content(timezone="America/New_York", places=WORDS)
SETTINGS = Settings(location=MARLOWE)
JSON = AskOptions(as_json=True, now=NOW)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """An installation that has synced once."""
    folders = Folders.at(str(tmp_path))
    database = open_database(folders.terminal_database)
    HoursTable(database).replace(PLACES, system_hours(), FIRST, LAST)
    database.close()
    return folders


def asked(
    folders: Folders,
    questions: Iterable[str],
    options: AskOptions = JSON,
    settings: Settings = SETTINGS,
) -> list[dict[str, Any]]:
    output = io.StringIO()
    assert run_ask(questions, options, settings, folders, CONTENT, output) == 0
    return [json.loads(line) for line in output.getvalue().splitlines()]


def with_model(simulator: ModelSimulator) -> Settings:
    openai = OpenAI(base_url=simulator.base_url, api_key=Secret("invented-key"), model="small")
    return replace(SETTINGS, openai=openai)


def test_the_answer_comes_from_the_cache(folders: Folders) -> None:
    (body,) = asked(folders, ["when does the main library close tonight"])
    assert body["route"] == "local"
    assert body["intent"] == "hours"
    assert body["text"] == "Marlowe Library closes at 1 am tonight."
    assert body["facts"][0]["spans"] == [["07:00", "25:00"]]
    assert body["facts"][1]["until"] == "2026-11-26T01:00:00-05:00"
    assert body["as_of"] == "2026-11-25T20:00:00Z"
    assert 0 <= body["took_ms"] < 10_000


def test_text_alone_is_for_people(folders: Folders) -> None:
    output = io.StringIO()
    run_ask(["is law open"], AskOptions(now=NOW), SETTINGS, folders, CONTENT, output)
    assert output.getvalue() == "Tran Law Library is open now, until 9 pm.\n"


def test_each_line_is_answered_before_the_next_is_read(folders: Folders) -> None:
    output = io.StringIO()

    def lines() -> Iterable[str]:
        yield "is law open"
        assert "Tran Law Library" in output.getvalue()
        yield "and when does it close"

    run_ask(lines(), AskOptions(now=NOW), SETTINGS, folders, CONTENT, output)
    # A fresh visit: "it" is this terminal's place again.
    assert output.getvalue().splitlines()[1] == "Marlowe Library closes at 1 am tonight."


def test_what_the_cache_does_not_know_goes_to_the_model(folders: Folders) -> None:
    with ModelSimulator(Turn("Ask at the writing desk.")) as simulator:
        local, model = asked(
            folders, ["is law open", "where do i cite"], settings=with_model(simulator)
        )
        assert len(simulator.asked) == 1
    assert (local["route"], model["route"]) == ("local", "model")
    assert model["text"] == "Ask at the writing desk."


def test_offline_no_connection_is_opened(folders: Folders) -> None:
    with ModelSimulator() as simulator:
        offline = replace(JSON, offline=True)
        (body,) = asked(folders, ["where do i cite"], offline, with_model(simulator))
        assert simulator.asked == []
    assert (body["intent"], body["route"], body["offer_handoff"]) == ("unknown", "none", True)


def test_a_terminal_that_never_synced_says_so(tmp_path: Path) -> None:
    output = io.StringIO()
    folders = Folders.at(str(tmp_path))
    assert run_ask(["are you open"], JSON, SETTINGS, folders, Content(), output) == 0
    body = json.loads(output.getvalue())
    assert (body["route"], body["facts"], body["offer_handoff"]) == ("none", [], True)


def test_a_damaged_cache_is_one_sentence(tmp_path: Path) -> None:
    folders = Folders.at(str(tmp_path))
    folders.data.mkdir(parents=True)
    folders.terminal_database.write_bytes(b"this is no database, whatever its name says" * 50)
    with pytest.raises(StorageUnreadable, match=r"terminal\.db"):
        run_ask(["are you open"], JSON, SETTINGS, folders, CONTENT, io.StringIO())


def test_nothing_heavy_is_loaded_for_an_answer_from_the_cache() -> None:
    heavy = "{'openai', 'httpx', 'httpx2', 'PySide6', 'markdown_it', 'starlette', 'sqlalchemy'}"
    check = f"import sys, kiosk.app.ask; print(sorted({heavy} & set(sys.modules)))"
    found = subprocess.run(
        [sys.executable, "-c", check], capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "[]"

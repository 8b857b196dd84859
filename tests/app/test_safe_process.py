"""The safe page: as a process, and what it says on a good day and on bad ones."""

import asyncio
import shutil
import signal
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.app.configuration import Configuration
from kiosk.app.safe_process import SafePages
from kiosk.core.clock import FixedClock
from kiosk.core.paths import Folders, resource_folder
from kiosk.core.settings import Settings
from tests.app.screens import screen_process
from tests.assistant.library import NOW, languages
from tests.fakes.clock import TurnableClock
from tests.noise import Noise
from tests.ui.scene import alder_bay_database


def configuration(home: Path, **settings: str) -> Configuration:
    given = {"content": str(resource_folder() / "demo")} | settings
    return Configuration(Settings(**given), Folders.at(str(home)), {})  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database after one synchronisation, made once."""
    path = tmp_path_factory.mktemp("filled") / "terminal.db"
    asyncio.run(alder_bay_database(path, NOW))
    return path


@pytest.fixture
def home(filled: Path, tmp_path: Path) -> Path:
    """A terminal that has synchronised."""
    path = Folders.at(str(tmp_path)).terminal_database
    path.parent.mkdir(parents=True)
    shutil.copy(filled, path)
    return tmp_path


def test_todays_hours_and_the_way_to_a_person(home: Path) -> None:
    page = SafePages(configuration(home), FixedClock(NOW), languages(), "en").page()
    assert page.title == "Alder Bay University Libraries"
    assert page.phone == "(508) 555-0110"
    lines = {name: hours.replace("\u00a0", " ") for name, hours in page.lines}
    assert len(lines) == 6
    assert lines["Marlowe Library"].startswith("Open until")
    assert page.freshness.startswith("Hours as of")


def test_old_hours_are_told_with_their_age(home: Path) -> None:
    page = SafePages(
        configuration(home), FixedClock(NOW + timedelta(days=3)), languages(), "en"
    ).page()
    assert "out of date" in page.freshness


@pytest.mark.parametrize("off", [timedelta(days=-1), timedelta(days=2000)])
def test_a_clock_that_cannot_be_right_leads_to_a_person(home: Path, off: timedelta) -> None:
    page = SafePages(configuration(home), FixedClock(NOW + off), languages(), "en").page()
    assert page.lines == []
    assert "not sure what time it is" in page.freshness
    assert page.phone == "(508) 555-0110"


def test_a_clock_that_jumps_between_two_pages_is_noticed(home: Path) -> None:
    clock = TurnableClock(NOW)
    pages = SafePages(configuration(home), clock, languages(), "en")
    assert len(pages.page().lines) == 6
    clock.set_wall(NOW + timedelta(hours=3))
    assert pages.page().lines == []
    clock.set_wall(NOW)
    assert len(pages.page().lines) == 6


def test_a_terminal_that_never_fetched_leads_to_a_person(tmp_path: Path) -> None:
    page = SafePages(configuration(tmp_path), FixedClock(NOW), languages(), "en").page()
    assert (page.lines, page.freshness) == ([], "Today's hours are not known here.")


def test_a_database_that_cannot_be_read_leads_to_a_person(
    tmp_path: Path, expected_logs: Noise
) -> None:
    expected_logs.allow("the safe page is without hours")
    path = Folders.at(str(tmp_path)).terminal_database
    path.parent.mkdir(parents=True)
    path.write_bytes(b"not a database at all" * 100)
    page = SafePages(configuration(tmp_path), FixedClock(NOW), languages(), "en").page()
    assert (page.lines, page.freshness) == ([], "Today's hours cannot be read here.")
    assert page.phone == "(508) 555-0110"


def test_content_that_cannot_be_read_leads_to_a_person(home: Path, expected_logs: Noise) -> None:
    expected_logs.allow("the safe page is without the library's own words")
    page = SafePages(
        configuration(home, content=str(home / "nowhere")), FixedClock(NOW), languages(), "en"
    ).page()
    assert page.help_words == "Please ask at the service desk."
    assert len(page.lines) == 6


def test_a_zone_that_does_not_exist_costs_the_hours_only(home: Path, expected_logs: Noise) -> None:
    expected_logs.allow("the safe page is without hours")
    page = SafePages(
        configuration(home, timezone="Europe/Atlantis"), FixedClock(NOW), languages(), "en"
    ).page()
    assert page.lines == []


def test_the_page_beats_takes_no_visit_and_goes_when_the_watchdog_hangs_up(home: Path) -> None:
    with screen_process(home, "--safe", "--now", NOW.isoformat()) as screen:
        screen.tell({"rows": [], "ticket": None, "look": {}, "language": "en"})
        screen.until_ready()
        screen.until(lambda: len(screen.heard("beat")) >= 3)
        frames = [beat["frames"] for beat in screen.heard("beat")]
        code, errors = screen.hang_up()
        assert code == 0, errors
        assert frames[-1] > frames[0]
        assert screen.heard("snapshot") == []


@pytest.mark.skipif(sys.platform == "win32", reason="sends POSIX signals")
def test_unwatched_and_over_the_whole_screen_it_runs_until_a_signal(tmp_path: Path) -> None:
    database = Folders.at(str(tmp_path)).terminal_database
    with screen_process(tmp_path, "--safe", watched=False, full_screen=True) as screen:
        screen.until(database.exists)  # it is opened to be painted
        screen.process.send_signal(signal.SIGTERM)
        # Qt may complain of a painting that was cut short; the end is in order all the same.
        code, _ = screen.ended()
        assert code == 0


def test_the_librarys_own_words_are_in_the_language_of_the_screen(home: Path) -> None:
    page = SafePages(configuration(home), FixedClock(NOW), languages(), "ar").page()
    assert page.title == "مكتبات جامعة ألدر باي"
    assert "مكتب الخدمة" in page.help_words
    assert "مكتبة مارلو" in dict(page.lines)


def test_without_any_content_the_way_to_a_person_is_told_in_that_language_too(
    tmp_path: Path,
) -> None:
    page = SafePages(configuration(tmp_path, content=""), FixedClock(NOW), languages(), "fr").page()
    assert (page.title, "l'accueil" in page.help_words) == ("Bibliothèque", True)

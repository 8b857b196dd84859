"""What a terminal is made of, by its settings."""

from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.app.clock_trust import trust_maker
from kiosk.app.terminal import open_terminal
from kiosk.core.clock import SystemClock
from kiosk.core.errors import ClockDoubted, ContentError, SettingError, StorageError
from kiosk.core.paths import Folders, resource_folder
from kiosk.core.secret import Secret
from kiosk.core.settings import Desk, LibCal, OpenAI, Settings
from tests.assistant.library import languages
from tests.fakes.clock import NOON, TurnableClock
from tests.fakes.desk import TOKEN, FakeDesk
from tests.fakes.libcal import running_libcal
from tests.fakes.model import ModelSimulator, Turn

DEMO = str(resource_folder() / "demo")


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.at(str(tmp_path))


async def test_a_bare_terminal_answers_from_its_own_data(folders: Folders) -> None:
    terminal = open_terminal(Settings(), folders, TurnableClock(), languages())
    try:
        async with terminal.connections() as links:
            assert (links.sync, links.hand_offs, links.courier, links.replies) == (None,) * 4
            pieces = [
                piece
                async for piece in links.conversation.answer("open?", (), language="en", here=None)
            ]
            assert pieces
    finally:
        terminal.close()


async def test_a_terminal_with_everything_speaks_to_everybody(folders: Folders) -> None:
    clock, desk = SystemClock(), FakeDesk()
    with ModelSimulator(Turn("It is in box 14.")) as model:
        async with running_libcal(clock) as libcal, desk.serving() as url:
            settings = Settings(
                content=DEMO,
                location=9101,
                libcal=LibCal(
                    base_url=libcal,
                    client_id="9100",
                    client_secret=Secret("demo-secret-of-alder-bay"),
                    location_ids=(9101,),
                ),
                openai=OpenAI(base_url=model.base_url, api_key=Secret("key")),
                desk=Desk(url=url, token=Secret(TOKEN)),
            )
            terminal = open_terminal(settings, folders, clock, languages())
            try:
                async with terminal.connections() as links:
                    assert links.sync is not None
                    assert links.hand_offs is not None
                    assert links.courier is not None
                    await links.sync.once()
                    places = await terminal.thread.run(lambda: terminal.directory().all())
                    assert "Marlowe Library" in [place.name for place in places]
                    ticket = links.hand_offs.compose(
                        "Where is the atlas?", (), language="en", location_id=9101
                    )
                    await links.hand_offs.send(ticket)
                    await links.courier.deliver_due()
                    assert [one.id for one in desk.received] == [ticket.id]
                    question = "who drew the maps of 1911?"
                    heard = [
                        piece
                        async for piece in links.conversation.answer(
                            question, (), language="en", here=9101
                        )
                    ]
                    assert heard
                    assert model.asked
            finally:
                terminal.close()


async def test_a_libcal_that_is_set_up_half_is_one_sentence(folders: Folders) -> None:
    settings = Settings(libcal=LibCal(base_url="http://127.0.0.1:1/api/1.1", client_id="9100"))
    terminal = open_terminal(settings, folders, TurnableClock(), languages())
    try:
        with pytest.raises(SettingError):
            async with terminal.connections():
                pass
    finally:
        terminal.close()


def test_content_that_cannot_be_used_leaves_the_database_closed(
    folders: Folders, tmp_path: Path
) -> None:
    with pytest.raises(ContentError):
        open_terminal(
            Settings(content=str(tmp_path / "nowhere")), folders, TurnableClock(), languages()
        )
    folders.terminal_database.unlink()


def test_a_database_that_cannot_be_used_is_one_sentence(folders: Folders) -> None:
    folders.terminal_database.mkdir(parents=True)
    with pytest.raises(StorageError):
        open_terminal(Settings(), folders, TurnableClock(), languages())


async def test_a_clock_that_libcal_does_not_agree_with_is_doubted_by_everything(
    folders: Folders,
) -> None:
    """The simulator's web server tells the real time in its answers."""
    clock = TurnableClock(NOON - timedelta(days=3650))
    async with running_libcal(clock) as libcal:
        settings = Settings(content=DEMO, location=9101, libcal=LibCal(base_url=libcal, iid=9100))
        terminal = open_terminal(settings, folders, clock, languages())
        try:
            async with terminal.connections() as links:
                assert links.sync is not None
                with pytest.raises(ClockDoubted):
                    await links.sync.once()
                assert await terminal.thread.run(terminal.trust.doubt) is not None
        finally:
            terminal.close()


async def test_a_clock_that_a_person_stated_is_doubted_by_nobody(folders: Folders) -> None:
    clock = TurnableClock(NOON - timedelta(days=3650))
    async with running_libcal(clock) as libcal:
        settings = Settings(content=DEMO, location=9101, libcal=LibCal(base_url=libcal, iid=9100))
        terminal = open_terminal(
            settings, folders, clock, languages(), trust_maker(clock_is_stated=True)
        )
        try:
            async with terminal.connections() as links:
                assert links.sync is not None
                await links.sync.once()
                assert await terminal.thread.run(terminal.trust.doubt) is None
        finally:
            terminal.close()

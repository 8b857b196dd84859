"""The home screen's model over a real calendar, as time goes by."""

import asyncio
import contextlib
from datetime import timedelta

from kiosk.core.content import Content, Translated
from kiosk.hours.calendar import Calendar
from kiosk.hours.time_trust import ClockTrust
from kiosk.store.worker import DatabaseThread
from kiosk.ui.home import REFRESH_SECONDS, HomeModel, PlacesModel
from kiosk.ui.times import Times
from tests.assistant.library import (
    FETCHED,
    MARLOWE,
    NOW,
    ZONE,
    MemoryHours,
    directory,
    languages,
    system_hours,
)
from tests.fakes.clock import TurnableClock
from tests.fakes.waiting import eventually


class Entrance:
    """A terminal's home page."""

    def __init__(self, *, here: int | None = MARLOWE, known: bool = True) -> None:
        self.clock = TurnableClock(NOW)
        self.places = PlacesModel()
        self.thread = DatabaseThread()
        self.turns = 0
        hours = system_hours() if known else []
        self.home = HomeModel(
            content=Content(
                name=Translated("Alder Bay"),
                announcement=Translated("Ukuleles!"),
                questions=Translated(("Open?",)),
            ),
            directory=directory,
            calendar=Calendar(MemoryHours(hours), ZONE),
            times=lambda tag: Times(languages().get(tag), ZONE),
            places=self.places,
            database=self.thread,
            clock=self.clock,
            trust=ClockTrust(self.clock, lambda: FETCHED if known else None),
            here=here,
            stale_after=timedelta(days=1),
            spawn=lambda job: asyncio.get_running_loop().create_task(job),
            language="en",
        )
        self.home.pageChanged.connect(self._count)

    def _count(self) -> None:
        self.turns += 1


def shown(home: HomeModel, *names: str) -> list[object]:
    values = [home.property(name) for name in names]
    return [v.replace("\u00a0", " ") if isinstance(v, str) else v for v in values]


async def test_this_place_is_large_and_the_others_are_listed() -> None:
    entrance = Entrance()
    await entrance.home.refresh()
    assert shown(entrance.home, "libraryName", "announcement", "chips") == [
        "Alder Bay",
        "Ukuleles!",
        ["Open?"],
    ]
    names = ("placeName", "nowText", "openState", "until", "opens", "note", "asOf", "stale")
    assert shown(entrance.home, *names) == [
        "Marlowe Library",
        "Wednesday, November 25 · 4:12 pm",
        "open",
        "1 am",
        "",
        "",
        "3 pm",
        False,
    ]
    assert MARLOWE not in [row.location_id for row in entrance.places.rows]
    assert entrance.places.count == 5


async def test_a_terminal_that_stands_nowhere_lists_every_place() -> None:
    entrance = Entrance(here=None)
    await entrance.home.refresh()
    assert shown(entrance.home, "placeName", "openState") == ["", "unknown"]
    assert entrance.places.count == 6


async def test_hours_that_are_not_known_are_said_to_be_old() -> None:
    entrance = Entrance(known=False)
    await entrance.home.refresh()
    assert shown(entrance.home, "openState", "asOf", "stale") == ["unknown", "", True]


async def test_a_clock_that_jumps_takes_everything_of_now_from_the_page() -> None:
    entrance = Entrance()
    await entrance.home.refresh()
    entrance.clock.set_wall(NOW - timedelta(days=3))
    await entrance.home.refresh()
    names = ("placeName", "timeUnsure", "nowText", "openState", "until", "opens", "asOf")
    assert shown(entrance.home, *names) == ["Marlowe Library", True, "", "untold", "", "", ""]
    assert {row.open_state for row in entrance.places.rows} == {"untold"}
    entrance.clock.set_wall(NOW)
    await entrance.home.refresh()
    assert shown(entrance.home, "timeUnsure", "openState") == [False, "open"]


async def test_a_page_left_open_does_not_believe_in_yesterday() -> None:
    entrance = Entrance()
    running = asyncio.create_task(entrance.home.run())
    await entrance.clock.until_sleeping()
    assert entrance.turns == 1
    entrance.clock.advance(REFRESH_SECONDS)
    await entrance.clock.until_sleeping()
    assert entrance.turns == 1, "nothing changed within the minute"
    entrance.clock.advance(hours=24)
    await eventually(lambda: entrance.turns == 2)
    assert shown(entrance.home, "openState", "opens", "stale") == ["closed", "Fri 7 am", True]
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running

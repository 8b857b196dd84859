"""The home screen's model over a real calendar, as time goes by."""

import asyncio
import contextlib
from collections.abc import Callable
from datetime import date, datetime, timedelta

from kiosk.core.content import Announcement, Content, Translated
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
        self.nobody_there = True
        self.offered = ("Open?",)
        self.while_choosing: Callable[[], object] = lambda: None
        self.chosen_for: list[tuple[str, datetime | None]] = []
        hours = system_hours() if known else []
        self.home = HomeModel(
            content=Content(
                name=Translated("Alder Bay"),
                announcement=Translated("Ukuleles!"),
                announcements=(
                    Announcement(Translated("Pie!"), valid_until=date(2026, 11, 25)),
                    Announcement(Translated("Quiet weeks"), valid_from=date(2026, 11, 26)),
                    Announcement(Translated("One too many")),
                ),
            ),
            directory=directory,
            calendar=Calendar(MemoryHours(hours), ZONE),
            times=lambda tag: Times(languages().get(tag), ZONE),
            places=self.places,
            database=self.thread,
            clock=self.clock,
            trust=ClockTrust(self.clock, lambda: FETCHED if known else None),
            questions=self,
            nobody_there=lambda: self.nobody_there,
            here=here,
            stale_after=timedelta(days=1),
            spawn=lambda job: asyncio.get_running_loop().create_task(job),
            language="en",
        )
        self.home.pageChanged.connect(self._count)

    def choose(self, language: str, now: datetime | None) -> tuple[str, ...]:
        """As ``OfferedQuestions``."""
        self.chosen_for.append((language, now))
        self.while_choosing()
        return self.offered

    def _count(self) -> None:
        self.turns += 1


def shown(home: HomeModel, *names: str) -> list[object]:
    values = [home.property(name) for name in names]
    return [v.replace("\u00a0", " ") if isinstance(v, str) else v for v in values]


async def test_this_place_is_large_and_the_others_are_listed() -> None:
    entrance = Entrance()
    await entrance.home.refresh()
    assert shown(entrance.home, "libraryName", "announcements", "chips") == [
        "Alder Bay",
        ["Ukuleles!", "Pie!"],
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
    assert entrance.chosen_for[-1] == ("en", None)
    assert shown(entrance.home, "announcements") == [["Ukuleles!", "One too many"]]
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


async def test_an_announcement_goes_with_its_day_by_the_librarys_clock() -> None:
    entrance = Entrance()
    entrance.clock.advance(hours=7, minutes=47)  # a minute before midnight
    await entrance.home.refresh()
    assert shown(entrance.home, "announcements") == [["Ukuleles!", "Pie!"]]
    entrance.clock.advance(60)
    await entrance.home.refresh()
    assert shown(entrance.home, "announcements") == [["Ukuleles!", "Quiet weeks"]]


async def test_chips_change_while_nobody_is_there_and_never_under_a_finger() -> None:
    entrance = Entrance()
    await entrance.home.refresh()
    entrance.nobody_there, entrance.offered = False, ("Closed?",)
    await entrance.home.refresh()
    assert shown(entrance.home, "chips") == [["Open?"]]
    entrance.nobody_there = True
    await entrance.home.refresh()
    assert shown(entrance.home, "chips") == [["Closed?"]]


async def test_who_touches_the_screen_while_chips_are_chosen_finds_the_old_ones() -> None:
    entrance = Entrance()
    await entrance.home.refresh()
    entrance.offered = ("Closed?",)
    entrance.while_choosing = lambda: setattr(entrance, "nobody_there", False)
    await entrance.home.refresh()
    assert shown(entrance.home, "chips") == [["Open?"]]


async def test_another_language_has_its_own_chips_also_during_a_visit() -> None:
    entrance = Entrance()
    await entrance.home.refresh()
    entrance.nobody_there, entrance.offered = False, ("¿Abierto?",)
    entrance.home.set_language("es")
    await eventually(lambda: shown(entrance.home, "chips") == [["¿Abierto?"]])
    assert entrance.chosen_for[-1] == ("es", entrance.clock.now())

"""LibCal changes its mind, talks nonsense, goes away and comes back, in front of a screen."""

from kiosk.demo.faults import Fault
from tests.journeys.installation import Installation
from tests.journeys.libcal import LibCal
from tests.journeys.looking import wait_until
from tests.journeys.visitor import Visitor

SIX_PM, A_MINUTE_LATER, TWO_MINUTES_LATER = (
    "2026-12-01T18:00:00-05:00",
    "2026-12-01T18:01:00-05:00",
    "2026-12-01T18:02:00-05:00",
)
TWO_DAYS_BEFORE = "2026-11-29T18:00:00-05:00"
NONSENSE = (Fault.HTML, Fault.HALF_JSON, Fault.EMPTY_LIST)


def test_the_screen_keeps_the_old_hours_through_every_nonsense(
    installation: Installation, libcal: LibCal, patron: Visitor
) -> None:
    libcal.closes = "9:00pm"
    installation.start("ui", "--now", SIX_PM, "--driver", patron.address)
    patron.wait_for_screen()
    patron.wait_for_headline("until 9 pm")

    libcal.closes = "10:00pm"
    assert installation.kiosk("sync", "--now", A_MINUTE_LATER).returncode == 0
    patron.wait_for_headline("until 10 pm")
    patron.wait_until(lambda: patron.freshness() == "Hours as of 6:01 pm", "the age is shown")

    libcal.closes = "5:00pm"
    for fault in NONSENSE:
        libcal.faults.hours = fault
        _assert_fails_in_one_sentence(installation)
    libcal.stop()
    _assert_fails_in_one_sentence(installation)
    assert "until 10 pm" in patron.headline()
    assert patron.freshness() == "Hours as of 6:01 pm"
    assert "10 pm" in patron.ask("when does the main library close tonight")
    patron.finish()

    libcal.faults.hours, libcal.closes = None, "11:00pm"
    libcal.start()
    assert installation.kiosk("sync", "--now", TWO_MINUTES_LATER).returncode == 0
    seen: list[str] = []
    patron.wait_until(lambda: "11 pm" in _noted(seen, patron.headline()), "the new hours show")
    assert not [headline for headline in seen if "10 pm" not in headline][:-1]


def test_old_hours_are_shown_with_their_age_until_newer_ones_come_by_themselves(
    installation: Installation, libcal: LibCal, patron: Visitor
) -> None:
    assert installation.kiosk("sync", "--now", TWO_DAYS_BEFORE).returncode == 0
    libcal.faults.hours, libcal.closes = Fault.HTML, "11:00pm"
    installation.start("ui", "--now", SIX_PM, "--driver", patron.address)
    patron.wait_for_screen()
    patron.wait_for_headline("until 1 am")
    assert "may be out of date: last checked Nov 29 6 pm" in patron.freshness().replace(",", "")

    libcal.faults.hours = None
    wait_until(lambda: "until 11 pm" in patron.headline(), "the screen shows the new hours")
    assert patron.freshness() == "Hours as of 6 pm"


def test_an_emptied_libcal_closes_nothing_until_a_person_says_that_it_is_right(
    installation: Installation, libcal: LibCal, patron: Visitor
) -> None:
    installation.start("ui", "--now", SIX_PM, "--driver", patron.address)
    patron.wait_for_screen()
    patron.wait_for_headline("until 1 am")

    libcal.is_emptied = True
    refused = installation.kiosk("sync", "--now", A_MINUTE_LATER)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "looks wrong and was set aside" in refused.stderr
    assert "days of all places are closed" in installation.kiosk("doctor").stdout
    assert "1 am" in patron.ask("when does the main library close tonight")
    patron.finish()

    assert installation.kiosk("sync", "--accept", "--now", TWO_MINUTES_LATER).returncode == 0
    patron.wait_for_headline("Closed now")
    changes = installation.kiosk("changes").stdout
    assert "Tue 2026-12-01: open 07:00-25:00 (Staffed until 9 pm) → closed" in changes


def _assert_fails_in_one_sentence(installation: Installation) -> None:
    done = installation.kiosk("sync", "--now", TWO_MINUTES_LATER)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("kiosk: LibCal")
    assert len(done.stderr.splitlines()) == 1


def _noted(seen: list[str], text: str) -> str:
    seen.append(text)
    return text

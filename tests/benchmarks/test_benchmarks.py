"""Every measurement runs, once and small; how long it takes is not what is tested."""

from collections.abc import Iterator
from datetime import date

import pytest

from tests.benchmarks import answers, asking, browser, model, recovery, smooth, syncing, windows
from tests.benchmarks.__main__ import terminal
from tests.benchmarks.measure import Row, Series
from tests.benchmarks.report import document
from tests.journeys.installation import Installation

START = Series("a start", "s", (2.0,))


@pytest.fixture(scope="module")
def installation() -> Iterator[Installation]:
    """With hours in its cache, and a watchdog of little patience."""
    with terminal() as installation:
        installation.set(WATCHDOG__SUSPECT_SECONDS="1", WATCHDOG__KILL_SECONDS="2")
        yield installation


def test_starts_are_measured_beside_a_bare_window(installation: Installation) -> None:
    python, hello, warm, anew = windows.start(installation, 1)

    assert python.yardstick is None
    assert (warm.yardstick, anew.yardstick) == (hello.series, hello.series)


def test_memory_is_measured_beside_a_bare_window(installation: Installation) -> None:
    names = [row.series.what for row in windows.memory(installation, 1, settle_seconds=0.5)]

    assert {"PSS of the UI at idle", "RSS of the watchdog"} <= set(names)


def test_answers_are_measured_to_the_frame_that_shows_them(installation: Installation) -> None:
    [row] = answers.painted(installation, 6, START)

    assert len(row.series.values) == 6


def test_a_batch_is_measured_beside_bare_reads(installation: Installation) -> None:
    reads, each, first, whole = answers.batch(installation, 3)

    assert [len(row.series.values) for row in (reads, each, first)] == [2, 2, 1]
    assert (each.yardstick, first.yardstick, whole.yardstick) == (reads.series, reads.series, None)


def test_one_question_is_measured_beside_a_bare_python(installation: Installation) -> None:
    bare, asked, bare_memory, memory = asking.once(installation, 1)

    assert (asked.yardstick, memory.yardstick) == (bare.series, bare_memory.series)
    assert bare_memory.series.unit == memory.series.unit == "MB"


def test_a_sync_is_measured_beside_a_bulk_insert() -> None:
    bare, *syncs = syncing.stored(1)

    assert [row.yardstick for row in syncs] == [bare.series] * 3


def test_a_model_is_measured_beside_the_bare_client(installation: Installation) -> None:
    rows = model.rows(installation, calls=2, answers=1, visits=4, rates=(200,), sections=1)

    client, screen, added, *others = rows
    assert screen.yardstick is client.series
    assert min(client.series.values) > 0
    assert [len(row.series.values) for row in (client, screen, added)] == [2, 2, 2]
    assert len(others) == 3


def test_every_turn_and_every_frame_of_a_visit_is_measured(installation: Installation) -> None:
    rows = smooth.rows(
        installation,
        learned_seconds=0.1,
        rest_seconds=0.05,
        count=4,
        scrolled_seconds=0.5,
        sections=1,
        sizes=smooth.SIZES[:1],
    )

    names = [row.series.what for row in rows]
    for phase in ("start", "streaming", "hand-off", "theme", "language", "end"):
        assert f"a turn of the UI's loop: {phase}" in names
    assert sum(name.startswith("from frame to frame") for name in names) == 3
    assert all("over 8 ms" in row.remark or "frames a second" in row.remark for row in rows)


def test_a_browser_shows_what_the_home_screen_shows(installation: Installation) -> None:
    page = browser.static_page(installation)

    assert "Marlowe Library" in page
    assert "Open now" in page
    assert page.count("@font-face") == 7


@pytest.mark.skipif(not browser.is_there(), reason="there is no Chromium or no Xvfb")
def test_the_ui_is_measured_beside_a_browser(installation: Installation) -> None:
    start, ours, memory, screen, both = browser.rows(installation, 1, settle_seconds=0.1)

    assert ours.yardstick is start.series
    assert (screen.yardstick, both.yardstick) == (memory.series, memory.series)


def test_recoveries_are_measured_beside_a_start(installation: Installation) -> None:
    rows = recovery.crash(installation, 1, START) + recovery.hang(installation, 1, START, age=0)

    assert all(row.yardstick is START for row in rows)


def test_a_table_shows_the_middle_the_range_and_the_ratio() -> None:
    row = Row(Series("a thing", "ms", (3.0, 1.0, 200.0)), START, "with care")

    assert row.cells() == [
        "a thing",
        "3 ms",
        "1 - 200 ms",
        "",
        "",
        "3",
        "1.50 \N{MULTIPLICATION SIGN} a start",
        "with care",
    ]
    text = document([row], "bench", date(2026, 11, 22))
    assert "| a thing | 3 ms |" in text
    assert "- Date: 2026-11-22" in text


def test_a_percentile_is_the_value_that_few_exceed() -> None:
    values = tuple(float(number) for number in range(1, 101))

    assert Series("many", "ms", values).percentile(0.95) == 96.0
    assert Series("one", "ms", (4.0,)).percentile(0.95) == 4.0

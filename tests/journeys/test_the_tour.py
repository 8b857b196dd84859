"""``kiosk demo --tour DIR``: the whole product, shown by itself, leaving nothing behind."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.journeys.installation import Done, Installation
from tests.journeys.looking import processes_with

SIZES = {(1920, 1080), (1080, 1920), (1280, 1024)}
MANY_COLOURS = 30


@pytest.fixture
def machine(tmp_path: Path) -> Installation:
    """A machine on which nothing is installed or set."""
    machine = Installation.at(tmp_path / "home")
    for name in [name for name in machine.environment if name.startswith("KIOSK_")]:
        del machine.environment[name]
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    machine.environment |= {"HOME": str(tmp_path / "user"), "TMPDIR": str(scratch)}
    return machine


def test_the_tour_shows_a_whole_visit_and_leaves_nothing_behind(
    machine: Installation, tmp_path: Path
) -> None:
    folder = tmp_path / "made" / "tour"
    done = machine.kiosk("demo", "--tour", str(folder))

    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert _is_gone(machine, tmp_path)
    pictures = sorted(folder.glob("*.png"))
    assert [int(picture.name.partition("-")[0]) for picture in pictures] == list(
        range(1, len(pictures) + 1)
    )
    assert {_size(picture) for picture in pictures} == SIZES
    assert all(_colours(picture) > MANY_COLOURS for picture in pictures)
    transcript = (folder / "transcript.md").read_text("utf-8")
    assert "Every step succeeded." in transcript
    assert all(picture.name in transcript for picture in pictures)
    assert not list((tmp_path / "user").rglob("*kiosk*"))


@pytest.mark.parametrize("place", ["file", "file/tour", "taken"])
def test_a_tour_that_cannot_be_written_down_is_one_sentence(
    machine: Installation, tmp_path: Path, place: str
) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "taken" / "transcript.md" / "mine").mkdir(parents=True)
    done = machine.kiosk("demo", "--tour", str(tmp_path / place))

    _assert_one_sentence(done, code=2, part="the tour cannot be written to")
    assert (tmp_path / "file").read_text() == "mine"
    assert _is_gone(machine, tmp_path)


def test_a_tour_whose_desk_cannot_start_fails_in_one_sentence(
    machine: Installation, tmp_path: Path
) -> None:
    # An address of the documentation's network, which no machine has.
    machine.set(DESK_SERVER__HOST="203.0.113.7")
    done = machine.kiosk("demo", "--tour", str(tmp_path / "tour"))

    _assert_one_sentence(done, code=1, part="cannot listen on 203.0.113.7")
    assert "The tour failed." in (tmp_path / "tour" / "transcript.md").read_text("utf-8")
    assert _is_gone(machine, tmp_path)


def _assert_one_sentence(done: Done, code: int, part: str) -> None:
    assert done.returncode == code
    assert part in done.stderr
    assert len(done.stderr.splitlines()) == 1


def _is_gone(machine: Installation, tmp_path: Path) -> bool:
    scratch = machine.environment["TMPDIR"]
    return not processes_with("TMPDIR", scratch) and not any((tmp_path / "scratch").iterdir())


def _size(picture: Path) -> tuple[int, int]:
    image = QImage(str(picture))
    return image.width(), image.height()


def _colours(picture: Path) -> int:
    """How many different colours there are, looking at every twentieth point."""
    image = QImage(str(picture))
    return len(
        {
            image.pixel(x, y)
            for x in range(0, image.width(), 20)
            for y in range(0, image.height(), 20)
        }
    )

"""Plans are pictures and nothing else."""

from pathlib import Path

import pytest

from kiosk.app.drawings import LARGEST, fault_of
from kiosk.core.paths import resource_folder


def plan(folder: Path, inside: str, root: str = 'xmlns="http://www.w3.org/2000/svg"') -> Path:
    file = folder / "plan.svg"
    file.write_text(f'<svg viewBox="0 0 9 9" {root}>{inside}</svg>', "utf-8")
    return file


@pytest.mark.parametrize("file", sorted((resource_folder() / "demo").glob("*.svg")), ids=str)
def test_the_plans_that_are_shipped_are_fine(file: Path) -> None:
    assert fault_of(file) == ""


def test_shapes_words_and_colours_are_fine(tmp_path: Path) -> None:
    inside = '<defs><linearGradient id="g"/></defs><rect fill="url(#g)"/><text>WC</text>'
    assert fault_of(plan(tmp_path, inside + '<use href="#g"/>')) == ""


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<script>alert(1)</script>", "holds <script>"),
        ('<image href="https://evil.example/x.png"/>', "holds <image>"),
        ("<foreignObject/>", "holds <foreignObject>"),
        ('<rect onclick="alert(1)"/>', "holds a script (onclick)"),
        ('<use href="https://evil.example/x.svg#a"/>', "asks for another file"),
        ('<use href="file:///etc/passwd"/>', "asks for another file"),
        ('<rect fill="url(https://evil.example/x)"/>', "asks for another file (fill)"),
        ("<rect style=\"fill: url('x.svg#a')\"/>", "asks for another file (style)"),
        ("<style>@import 'https://evil.example/x.css';</style>", "asks for another file (style)"),
        ("<rect>", "is no SVG: mismatched tag"),
    ],
)
def test_what_does_something_is_refused(tmp_path: Path, inside: str, said: str) -> None:
    assert said in fault_of(plan(tmp_path, inside))


def test_a_link_in_another_name_space_is_a_link_too(tmp_path: Path) -> None:
    link = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
    file = plan(tmp_path, '<use xlink:href="other.svg#a"/>', link)
    assert fault_of(file) == "asks for another file (other.svg#a)"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('<!DOCTYPE svg [<!ENTITY a "aa">]><svg viewBox="0 0 1 1">&a;</svg>', "has a DOCTYPE"),
        ("<html/>", "is no SVG with a viewBox"),
        ("<svg/>", "is no SVG with a viewBox"),
        ("hello", "is no SVG: "),
    ],
)
def test_what_is_no_drawing_is_refused(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "plan.svg").write_text(text, "utf-8")
    assert said in fault_of(tmp_path / "plan.svg")


def test_a_plan_that_is_too_large_or_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "plan.svg"
    file.write_bytes(b"x" * (LARGEST + 1))
    assert fault_of(file) == "is larger than 2 MB"
    file.write_bytes(b"\xff\xfe")
    assert "cannot be read" in fault_of(file)
    assert "cannot be read" in fault_of(tmp_path / "none.svg")


def test_a_photograph_is_taken_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "plan.png").write_bytes(b"\x89PNG")
    assert fault_of(tmp_path / "plan.png") == ""

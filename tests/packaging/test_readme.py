import re

from tests.packaging.checkout import ROOT

README = (ROOT / "README.md").read_text("utf-8")


def section(title: str) -> str:
    """The text under a heading that holds this word."""
    found = re.search(
        rf"^#+ [^\n]*\b{title}\b[^\n]*\n(.*?)(?=^#+ |\Z)",
        README,
        re.MULTILINE | re.DOTALL | re.IGNORECASE,
    )
    assert found, f"README.md has no heading with {title!r}"
    return found[1]


def test_each_path_on_the_map_exists() -> None:
    paths = re.findall(r"`([\w./*-]+[/.][\w./*-]*)`", section("map"))
    assert len(paths) > 10
    assert [path for path in paths if not list(ROOT.glob(path.rstrip("/")))] == []


def test_the_two_commands_stand_there() -> None:
    assert "python3 packaging/dev.py demo" in README
    assert "python3 packaging/dev.py test" in README


def test_each_picture_exists() -> None:
    pictures = re.findall(r"!\[[^]]*\]\(([^)]+)\)", README)
    assert [picture for picture in pictures if not (ROOT / picture).is_file()] == []

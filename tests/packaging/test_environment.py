import json
import sys
import venv
from pathlib import Path

import pytest

from developer.console import Trouble
from developer.environment import LOCKS, Environment, digest, lock_path

PYPROJECT = """
[project]
name = "x"
[tool.hatch.version]
path = "x"
[tool.ruff]
line-length = {}
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with locks that hold nothing."""
    lock_path(tmp_path, "runtime").parent.mkdir(parents=True)
    for name in LOCKS:
        lock_path(tmp_path, name).write_text("")
    (tmp_path / "pyproject.toml").write_text(PYPROJECT.format(100))
    return tmp_path


def test_a_new_lock_makes_a_new_environment_and_a_new_line_length_does_not(checkout: Path) -> None:
    before = digest(checkout, "runtime")
    (checkout / "pyproject.toml").write_text(PYPROJECT.format(80))
    assert digest(checkout, "runtime") == before
    lock_path(checkout, "runtime").write_text("anyio==4.16.0\n")
    assert digest(checkout, "runtime") != before


def test_a_checkout_that_is_not_whole_is_trouble(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="is missing"):
        digest(tmp_path, "runtime")


def test_an_environment_that_cannot_be_written_is_trouble(checkout: Path) -> None:
    (checkout / ".venv").write_text("a file in the folder's place")
    with pytest.raises(Trouble, match="cannot be written"):
        Environment(checkout).ensure("runtime")


def test_an_environment_that_is_whole_is_left_alone(checkout: Path) -> None:
    environment = made(checkout)
    environment.ensure("runtime")
    assert (environment.folder / "mine").exists()


def test_what_a_developer_added_is_theirs(checkout: Path) -> None:
    environment = made(checkout)
    added = next(environment.folder.rglob("site-packages")) / "mine-1.0.dist-info"
    added.mkdir()
    (added / "METADATA").write_text("Metadata-Version: 2.1\nName: mine\nVersion: 1.0\n")
    environment.ensure("runtime")
    assert added.exists()


@pytest.mark.parametrize("damage", ["stamp", "packages", "folder"])
def test_an_environment_that_is_not_whole_is_not_trusted(checkout: Path, damage: str) -> None:
    environment = made(checkout)
    stamp = environment.folder / "made-from.json"
    body = json.loads(stamp.read_text())
    match damage:
        case "stamp":
            stamp.write_text("{half a st")
        case "packages":
            body["found"]["packages"].append("gone")
            stamp.write_text(json.dumps(body))
        case "folder":
            body["folder"] = "/somewhere/else"
            stamp.write_text(json.dumps(body))
    with pytest.raises(Trouble, match="made anew"):
        environment.ensure("runtime")
    assert not (environment.folder / "mine").exists()


def made(checkout: Path) -> Environment:
    """An environment that dev.py could have made, without waiting for pip."""

    def create(_folder: Path) -> None:
        raise Trouble("made anew")

    environment = Environment(checkout, create)
    venv.create(environment.folder, with_pip=False)
    (environment.folder / "mine").touch()
    stamp = {
        "folder": str(environment.folder),
        "locks": {"runtime": digest(checkout, "runtime")},
        "found": {
            "python": ".".join(str(part) for part in sys.version_info[:3]),
            "missing": 0,
            "packages": [],
        },
    }
    (environment.folder / "made-from.json").write_text(json.dumps(stamp))
    return environment

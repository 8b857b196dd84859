import re
import tomllib
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from developer.environment import LOCKS, lock_path
from developer.locks import GROUPS, compile_command
from packaging.requirements import Requirement
from tests.packaging.checkout import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def text_of(lock: str) -> str:
    return lock_path(ROOT, lock).read_text("utf-8")


def entries(lock: str) -> dict[str, str]:
    """Each locked requirement: its name, and everything up to the next one."""
    parts = re.split(r"^(?=[A-Za-z0-9])", text_of(lock), flags=re.MULTILINE)
    return {re.split("==", part)[0]: part for part in parts if "==" in part}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_its_hashes(lock: str) -> None:
    assert len(entries(lock)) > 40
    assert [name for name, part in entries(lock).items() if "--hash=sha256:" not in part] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_names_a_registry(lock: str) -> None:
    assert re.findall(r"\w+://|index|find-links", text_of(lock)) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_dependency_is_locked_at_a_version_that_it_allows(lock: str) -> None:
    wanted = [*PROJECT["project"]["dependencies"]]
    for group in GROUPS[lock]:
        wanted += PROJECT["dependency-groups"][group]
    locked = entries(lock)
    for text in wanted:
        requirement = Requirement(text)
        part = locked[canonicalize_name(requirement.name)]
        version = re.split(r"[ ;\\]", part.partition("==")[2])[0]
        assert requirement.specifier.contains(version), text


@pytest.mark.parametrize("lock", LOCKS)
def test_the_locks_agree_in_every_version(lock: str) -> None:
    def versions(lock: str) -> dict[str, str]:
        return {name: part.splitlines()[0] for name, part in entries(lock).items()}

    assert versions("runtime").items() <= versions(lock).items()


def test_the_locks_are_for_every_system() -> None:
    assert "; sys_platform == 'win32'" in text_of("runtime")
    assert "; sys_platform == 'linux'" in text_of("runtime")
    assert "macosx" not in text_of("runtime")
    assert "; sys_platform == 'darwin'" in text_of("bundle")


def test_the_later_locks_are_made_from_the_first() -> None:
    first = compile_command("uv", Path("/x"), "runtime", upgrade=False)
    later = compile_command("uv", Path("/x"), "test", upgrade=True)
    assert "--constraints" not in first
    assert str(lock_path(Path("/x"), "runtime")) in later
    assert "--upgrade" in later
    assert "--no-emit-index-url" in later

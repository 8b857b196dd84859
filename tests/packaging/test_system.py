import pytest

from developer.console import Trouble
from developer.system import (
    VENV_PACKAGE,
    can_make_environments,
    install,
    missing_libraries,
    missing_programs,
)


def test_only_what_does_not_load_is_missing() -> None:
    assert missing_libraries(["a", "b"], lambda name: name == "a") == ["b"]


def test_only_programs_that_are_not_found_are_missing() -> None:
    packages = {"Xvfb": "xvfb", "dbus-daemon": "dbus-daemon"}
    assert missing_programs(packages, lambda name: name == "Xvfb") == ["dbus-daemon"]


def test_a_python_without_ensurepip_cannot_make_environments() -> None:
    assert can_make_environments()
    assert not can_make_environments(lambda name: None if name == "ensurepip" else object())
    assert VENV_PACKAGE.startswith("python3.")


def test_who_is_not_root_is_told_the_command() -> None:
    with pytest.raises(Trouble, match="sudo apt-get install -y --no-install-recommends libegl1"):
        install(["libegl1"], "apt-get", root=False)


def test_a_system_without_apt_is_told_the_names() -> None:
    with pytest.raises(Trouble, match="libegl1"):
        install(["libegl1"], None, root=True)


def test_an_apt_that_fails_is_trouble() -> None:
    with pytest.raises(Trouble, match="failed"):
        install(["libegl1"], "false", root=True)

import pytest

from developer.console import Trouble
from developer.system import (
    PACKAGE_OF,
    VENV_PACKAGE,
    can_make_environments,
    install,
    missing_libraries,
    packages_for,
)


def test_only_what_does_not_load_is_missing() -> None:
    assert missing_libraries(["a", "b"], lambda name: name == "a") == ["b"]


def test_each_package_is_named_once() -> None:
    libraries = ["libgthread-2.0.so.0", "libglib-2.0.so.0", "libEGL.so.1"]
    assert packages_for(libraries) == ["libegl1", "libglib2.0-0"]
    assert len(packages_for(PACKAGE_OF)) == len(set(PACKAGE_OF.values()))


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

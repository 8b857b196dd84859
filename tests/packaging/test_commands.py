import ast
import os
import subprocess
import sys

import pytest

from developer.commands import main
from tests.packaging.checkout import ROOT

DEV = ROOT / "packaging" / "dev.py"


def test_the_commands_are_those_that_are_promised(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    text = capsys.readouterr().out
    assert [name for name in ("demo", "test", "bundle", "bench", "lock") if name not in text] == []


@pytest.mark.parametrize("words", [[], ["dance"], ["bundle", "--fast"], ["lock", "now"]])
def test_wrong_usage_ends_with_2(words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2


def test_dev_py_needs_nothing_installed() -> None:
    bare = [sys.executable, "-E", "-S"]
    run = subprocess.run([*bare, DEV, "--help"], capture_output=True, check=True)
    assert b"demo" in run.stdout


def test_an_old_python_can_read_far_enough_to_say_what_is_missing() -> None:
    tree = ast.parse(DEV.read_text("utf-8"), feature_version=(3, 4))
    _docstring, imported, check = tree.body[:3]
    assert ast.unparse(imported) == "import sys"
    assert ast.unparse(check).startswith("if sys.version_info < (3, 11):\n    sys.exit(")


def test_ci_runs_the_same_checks() -> None:
    script = ROOT / ".ci" / "run"
    assert "python3 packaging/dev.py test" in script.read_text("utf-8")
    assert os.name == "nt" or os.access(script, os.X_OK)


def test_packaging_is_no_package() -> None:
    """It would hide PyPI's ``packaging`` from every tool that runs in the repository."""
    assert not (ROOT / "packaging" / "__init__.py").exists()

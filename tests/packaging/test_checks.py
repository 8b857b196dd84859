import sys
from pathlib import Path

import pytest

from developer.checks import Outcome, Step, run_all, steps, summary
from developer.environment import Environment
from tests.packaging.checkout import ROOT


def python(name: str, script: str) -> Step:
    return Step(name, (sys.executable, "-c", script))


def test_every_check_runs_also_after_a_failed_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    todo = [
        python("first", "raise SystemExit('no good')"),
        python("second", "print('12 passed in 3 s')"),
    ]
    assert run_all(tmp_path, todo) == 1
    first, second = capsys.readouterr().out.splitlines()[-2:]
    assert "FAILED first" in first
    assert "no good" in first
    assert "ok     second" in second
    assert "12 passed in 3 s" in second


def test_all_is_well_when_every_check_is(tmp_path: Path) -> None:
    assert run_all(tmp_path, [python("only", "pass")]) == 0


def test_the_summary_has_a_line_a_check_with_its_seconds() -> None:
    (line,) = summary([Outcome("tests", passed=True, seconds=83.21, last_line="= 7 passed =")])
    assert line.split() == ["ok", "tests", "83.2", "s", "7", "passed"]


def test_the_checks_are_those_of_the_project() -> None:
    todo = steps(Environment(ROOT))
    assert [step.name for step in todo] == ["format", "lint", "types", "imports", "qml", "tests"]
    assert "--cov" in todo[-1].command


def test_a_part_of_the_tests_says_nothing_of_their_coverage() -> None:
    tests = steps(Environment(ROOT), ["-k", "clock"])[-1]
    assert tests.command[-2:] == ("-k", "clock")
    assert "--cov" not in tests.command


def test_a_checkout_without_the_qml_linter_leaves_that_check_out(tmp_path: Path) -> None:
    assert "qml" not in [step.name for step in steps(Environment(tmp_path))]

import subprocess

from kiosk.core.program import own_command


def test_our_own_command_starts_this_program() -> None:
    run = subprocess.run([*own_command(), "--version"], capture_output=True, text=True, check=True)
    assert run.stdout.startswith("kiosk ")

import sys
from pathlib import Path

import pytest

from developer.console import Trouble
from developer.packages import explain, install, package_in

OFFLINE = """WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError'
ERROR: Could not find a version that satisfies the requirement anyio==4.16.0
ERROR: No matching distribution found for anyio==4.16.0
"""


@pytest.mark.parametrize(
    ("output", "words"),
    [
        (OFFLINE, "cannot be reached"),
        ("ERROR: No matching distribution found for pyside6==1", "no build for this system"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM ...", "not the one that was locked"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("ERROR: Could not install: [Errno 13] Permission denied: '/x'", "may not write"),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]", "PIP_CERT"),
        (
            "  note\n      FileNotFoundError: no resources\n  hint",
            "FileNotFoundError: no resources",
        ),
        ("", "did not say why"),
    ],
)
def test_what_pip_says_becomes_one_sentence(output: str, words: str) -> None:
    sentence = explain(output.splitlines())
    assert words in sentence
    assert "\n" not in sentence


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Collecting anyio==4.16.0 (from -r runtime.txt (line 5))", "anyio"),
        ("Requirement already satisfied: babel==2.18.0 in /x", "babel"),
        ("Downloading anyio-4.16.0-py3-none-any.whl", ""),
    ],
)
def test_the_package_that_pip_turns_to_is_seen(line: str, name: str) -> None:
    assert package_in(line) == name


def test_a_pip_that_fails_is_trouble() -> None:
    with pytest.raises(Trouble, match="could not install"):
        install(Path(sys.executable), ["--no-such-option"], 0)

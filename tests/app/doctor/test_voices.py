import sys

import pytest

from kiosk.app.doctor.finding import Verdict
from kiosk.app.doctor.voices import reads_aloud, voices_of
from kiosk.core.errors import Unavailable
from kiosk.core.settings import Screen, Settings

TAGS = ("en", "zh-Hans")


def test_a_voice_for_every_language_is_well() -> None:
    finding = reads_aloud(Settings(), "speechd", TAGS, lambda _: {"en", "zh"})
    assert finding.verdict is Verdict.OK


def test_a_language_without_a_voice_is_named() -> None:
    finding = reads_aloud(Settings(), "speechd", TAGS, lambda _: {"en"})
    assert finding.verdict is Verdict.WARNING
    assert "no voice for zh-Hans" in finding.sentence


def test_a_machine_without_an_engine_is_told_to_install_one() -> None:
    finding = reads_aloud(Settings(), "", TAGS, voices_of)
    assert (finding.verdict, "ADMIN.md" in finding.sentence) == (Verdict.WARNING, True)


def test_who_does_not_want_it_is_left_in_peace() -> None:
    settings = Settings(screen=Screen(read_aloud="never"))
    assert reads_aloud(settings, "", TAGS, voices_of).verdict is Verdict.OK


def test_an_engine_that_does_not_work_is_told_in_its_place() -> None:
    finding = reads_aloud(Settings(), "pony", TAGS, voices_of)
    assert finding.verdict is Verdict.WARNING
    assert "pony does not work" in finding.sentence


def test_the_real_process_tells_its_voices() -> None:
    assert set(voices_of("mock")) == {"en", "fi", "nb", "nn"}


@pytest.mark.parametrize(
    "code", ["while True: pass", "print('no JSON')", 'print(\'{"type": "hush"}\')']
)
def test_an_engine_that_hangs_or_raves_does_not_stop_the_doctor(code: str) -> None:
    with pytest.raises(Unavailable):
        voices_of("speechd", [sys.executable, "-c", code], longest_start=1)

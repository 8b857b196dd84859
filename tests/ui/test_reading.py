"""Reading aloud, switched on and off, louder and quieter, and forgotten."""

import pytest

from kiosk.core.speech import Say
from kiosk.ui.reading import USUAL_VOLUME, Reading
from tests.fakes.voice import FakeVoice

ON = "Reading aloud is on."


def switched_on(voice: FakeVoice) -> Reading:
    reading = Reading(voice, language="en")
    reading.toggle()
    return reading


def test_without_a_voice_it_is_not_offered() -> None:
    reading = Reading(None, language="en")
    reading.toggle()
    assert (reading.property("available"), reading.property("on")) == (False, False)


def test_nothing_is_started_before_somebody_wants_it() -> None:
    voice = FakeVoice()
    reading = Reading(voice, language="en")
    reading.read("Open until 1 am.", "en")
    assert (voice.is_started, voice.told) == (False, [])
    assert reading.property("available")


def test_it_says_that_it_is_on_and_then_what_it_is_given() -> None:
    voice = FakeVoice()
    reading = switched_on(voice)
    reading.read("Open until 1 am.", "en")
    assert voice.told == [Say(ON, "en", 0.5, 0.0), Say("Open until 1 am.", "en", 0.5, 0.0)]


def test_what_comes_before_the_engine_is_made_is_not_lost() -> None:
    voice = FakeVoice(late=True)
    reading = switched_on(voice)
    reading.read("Open until 1 am.", "en")
    assert voice.told == []
    voice.come()
    assert voice.words == [ON, "Open until 1 am."]


def test_what_gets_the_focus_is_read_instead_of_what_was_being_read() -> None:
    voice = FakeVoice()
    reading = switched_on(voice)
    reading.read("A long answer.", "en")
    reading.read_now("Ask. Button", "en")
    assert [said.words for said in voice.waiting] == ["Ask. Button"]


def test_a_language_without_a_voice_is_told_on_the_screen_and_not_read() -> None:
    voice = FakeVoice(languages=("en",))
    reading = switched_on(voice)
    reading.read("今天开放到几点", "zh")
    assert voice.words == [ON]
    assert reading.property("notice") == "There is no voice for 中文 on this terminal."
    reading.read("Open.", "en")
    assert reading.property("notice") == ""


def test_the_volume_goes_in_steps_and_is_never_silent() -> None:
    voice = FakeVoice()
    reading = switched_on(voice)
    reading.louder()
    reading.read("one", "en")
    for _ in range(20):
        reading.quieter()
    reading.read("two", "en")
    for _ in range(20):
        reading.louder()
    reading.read("three", "en")
    assert [said.volume for said in voice.told] == [USUAL_VOLUME, 0.6, 0.1, 1.0]


def test_the_rate_goes_in_steps() -> None:
    voice = FakeVoice()
    reading = switched_on(voice)
    for _ in range(9):
        reading.slower()
    reading.faster()
    reading.read("one", "en")
    assert voice.told[-1].rate == pytest.approx(-0.8)


def test_the_end_of_a_visit_silences_it_and_the_next_begins_as_usual() -> None:
    voice = FakeVoice()
    reading = switched_on(voice)
    reading.louder()
    reading.read("my secret", "en")
    reading.forget()
    assert (voice.waiting, voice.is_started) == ([], False)
    assert (reading.property("on"), reading.property("volume")) == (False, USUAL_VOLUME)


def test_a_voice_that_breaks_is_told_and_offered_again_to_the_next() -> None:
    voice = FakeVoice()
    reading = switched_on(voice)
    voice.broke.emit()
    assert (reading.property("available"), reading.property("on")) == (False, False)
    assert reading.property("notice") == "Reading aloud does not work just now."
    reading.forget()
    assert (reading.property("available"), reading.property("notice")) == (True, "")


def test_a_restored_visit_goes_on_being_read() -> None:
    reading = switched_on(FakeVoice())
    reading.louder()
    voice = FakeVoice()
    restored = Reading(voice, language="en")
    restored.restore(reading.snapshot())
    assert (restored.property("on"), restored.property("volume")) == (True, 0.6)


def test_the_end_of_reading_is_told() -> None:
    voice = FakeVoice()
    reading = switched_on(voice)
    ends: list[int] = []
    reading.heard.connect(lambda: ends.append(1))
    voice.finish()
    voice.finish()
    assert ends == [1]

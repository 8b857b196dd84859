"""The real process that reads aloud, with Qt's mock engine: it has voices for en, fi, nb and nn."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.core.program import own_command
from kiosk.core.speech import Say
from kiosk.ui.speech_process import SpeechProcess
from tests.fakes.waiting import eventually


class Listener:
    """Everything that a process told."""

    def __init__(self, process: SpeechProcess) -> None:
        self.process = process
        self.told: list[object] = []
        process.ready.connect(self.told.append)
        process.speaking.connect(self.told.append)
        process.broke.connect(lambda: self.told.append("broke"))

    async def until_told(self, what: object, times: int = 1) -> None:
        def is_told() -> bool:
            QGuiApplication.processEvents()
            return self.told.count(what) >= times

        await eventually(is_told)


@pytest.fixture
def listener() -> Iterator[Listener]:
    process = SpeechProcess([*own_command(), "speak", "--engine", "mock"])
    yield Listener(process)
    process.end()
    process.wait_until_gone()


async def test_it_tells_its_languages_and_when_it_speaks(listener: Listener) -> None:
    listener.process.start()
    await listener.until_told(("en", "fi", "nb", "nn"))
    listener.process.say(Say("Hello.", "en", 0.5, 0.0))
    listener.process.say(Say("Hei.", "fi", 0.5, 0.0))
    await listener.until_told(what=False)
    assert listener.told[1:] == [True, False]


async def test_it_is_silent_at_once(listener: Listener) -> None:
    listener.process.start()
    await listener.until_told(("en", "fi", "nb", "nn"))
    listener.process.say(Say("word " * 5_000, "en", 0.5, 0.0))
    await listener.until_told(what=True)
    listener.process.hush()
    await listener.until_told(what=False)


async def test_a_language_without_a_voice_is_not_read(listener: Listener) -> None:
    listener.process.start()
    listener.process.say(Say("今天", "zh", 0.5, 0.0))
    listener.process.say(Say("Hello.", "en", 0.5, 0.0))
    await listener.until_told(what=False)
    assert listener.told.count(True) == 1


async def test_what_ends_it_on_purpose_is_no_break(listener: Listener) -> None:
    listener.process.start()
    await listener.until_told(("en", "fi", "nb", "nn"))
    listener.process.end()
    listener.process.wait_until_gone()
    listener.process.start()
    await listener.until_told(("en", "fi", "nb", "nn"), times=2)
    assert "broke" not in listener.told


@pytest.mark.parametrize(
    "command", [[*own_command(), "speak", "--engine", "pony"], ["/nowhere/kiosk"]]
)
async def test_an_engine_that_is_not_there_breaks_it(command: list[str]) -> None:
    listener = Listener(SpeechProcess(command))
    listener.process.start()
    await listener.until_told("broke")
    assert listener.told == ["broke"]

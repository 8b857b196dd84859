"""The process that reads aloud, as the screen holds it: started when it is wanted, then killed."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from kiosk.core.errors import WireError
from kiosk.core.speech import Hush, Say, Speaking, Voices, decode, encode


class SpeechProcess(QObject):
    """Starts ``kiosk speak`` and talks with it by lines; never waits for it.

    Signals: ``ready(languages)`` (ISO 639 codes that it has voices for), ``speaking(bool)``,
    ``broke`` (it ended by itself: there is no voice, or it crashed).

    Args:
        command: The program and its arguments.
        environment: Of that process; this one's own where none is given.
    """

    ready = Signal(tuple)
    speaking = Signal(bool)
    broke = Signal()

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str] | None = None
    ) -> None:
        super().__init__()
        self._command = list(command)
        self._environment = environment
        self._process: QProcess | None = None

    def start(self) -> None:
        """Start it; once."""
        if self._process is not None:
            return
        process = self._process = QProcess(self)
        process.setProgram(self._command[0])
        process.setArguments(self._command[1:])
        if self._environment is not None:
            given = QProcessEnvironment()
            for name, value in self._environment.items():
                given.insert(name, value)
            process.setProcessEnvironment(given)
        # Its complaints go where ours go.
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        process.readyReadStandardOutput.connect(self._hear)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._ended)
        process.start()

    def say(self, said: Say) -> None:
        """Read this behind what is waiting; nothing where it was not started."""
        self._write(encode(said))

    def hush(self) -> None:
        """Be silent at once."""
        self._write(encode(Hush()))

    def end(self) -> None:
        """Kill it, with all that it was told to say."""
        process, self._process = self._process, None
        if process is not None:
            process.readyReadStandardOutput.disconnect(self._hear)
            process.finished.disconnect(self._ended)
            process.errorOccurred.disconnect(self._ended)
            process.finished.connect(process.deleteLater)
            process.kill()

    def wait_until_gone(self) -> None:
        """At the end of our own process, which must not leave another behind."""
        for process in self.findChildren(QProcess):
            process.kill()
            process.waitForFinished()

    def _write(self, line: bytes) -> None:
        if self._process is not None:
            self._process.write(line)

    def _hear(self) -> None:
        while self._process is not None and self._process.canReadLine():
            line = bytes(self._process.readLine().data())
            try:
                message = decode(line)
            except WireError:
                continue  # what a library prints is none of ours
            match message:
                case Voices(languages):
                    self.ready.emit(languages)
                case Speaking(speaking):
                    self.speaking.emit(speaking)

    def _ended(self) -> None:
        if self._process is not None:
            self._process.deleteLater()
            self._process = None
            self.broke.emit()

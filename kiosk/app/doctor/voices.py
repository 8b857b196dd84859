"""Reading aloud: whether there is an engine, and a voice for each language of the terminal."""

import subprocess
from collections.abc import Callable, Collection, Sequence

from kiosk.app.doctor.finding import Finding, ok, warning
from kiosk.core.errors import Unavailable, WireError
from kiosk.core.program import own_command
from kiosk.core.settings import Settings
from kiosk.core.speech import Voices, decode

Voiced = Callable[[str], Collection[str]]
"""Asks an engine by Qt's name; raises Unavailable."""

CHECK = "reading"
LONGEST_START = 20.0
"""Seconds. Speech Dispatcher takes about four for the voices of eSpeak NG."""


def reads_aloud(
    settings: Settings, engine: str, languages: Sequence[str], voices: Voiced
) -> Finding:
    """Every language that the terminal understands has a voice.

    Args:
        settings: Whether it is wanted.
        engine: Qt's name of the engine; empty for none.
        languages: BCP 47 tags of the terminal's languages.
        voices: Asks the engine.
    """
    if settings.screen.read_aloud == "never":
        return ok(CHECK, "switched off by screen.read_aloud")
    if not engine:
        return warning(CHECK, "no speech engine, so it is not offered; install what ADMIN.md says.")
    try:
        spoken = voices(engine)
    except Unavailable as error:
        return warning(CHECK, f"{error}; install what ADMIN.md says, and try the sound.")
    silent = [tag for tag in languages if tag.partition("-")[0] not in spoken]
    if silent:
        return warning(CHECK, f"{engine} has no voice for {', '.join(silent)}; ADMIN.md says more.")
    return ok(CHECK, f"{engine} has a voice for {', '.join(languages)}")


def voices_of(
    engine: str, command: Sequence[str] = (), *, longest_start: float = LONGEST_START
) -> Collection[str]:
    """The ISO 639 codes that the process which reads aloud has voices for.

    Raises:
        Unavailable: it does not work, or does not answer in time.
    """
    try:
        # Its input ends at once, so it goes when it has told.
        told = subprocess.run(  # noqa: S603  our own program
            command or [*own_command(), "speak", "--engine", engine],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=longest_start,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Unavailable(f"the speech engine {engine} does not answer") from error
    return _languages(engine, told.stdout)


def _languages(engine: str, told: bytes) -> Collection[str]:
    try:
        message = decode(told.partition(b"\n")[0])
    except WireError as error:
        raise Unavailable(f"the speech engine {engine} does not work") from error
    if not isinstance(message, Voices):
        raise Unavailable(f"the speech engine {engine} does not work")
    return message.languages

import pytest

from kiosk.core.errors import WireError
from kiosk.core.speech import (
    MAX_LINE_BYTES,
    Hush,
    Message,
    Say,
    Speaking,
    Voices,
    decode,
    encode,
)

MESSAGES = (
    Say("¿Abre mañana?", "es", 0.5, -0.2),
    Hush(),
    Voices(("en", "es")),
    Speaking(speaking=True),
)


@pytest.mark.parametrize("message", MESSAGES)
def test_what_is_written_is_read(message: Message) -> None:
    line = encode(message)
    assert line.endswith(b"\n")
    assert decode(line) == message


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"no JSON",
        b"[]",
        b'{"type": "say", "words": "no language"}',
        b'{"type": "voices", "languages": "en"}',
        b'"' + b"x" * MAX_LINE_BYTES + b'"',
    ],
)
def test_what_is_none_of_ours_is_refused(line: bytes) -> None:
    with pytest.raises(WireError):
        decode(line)

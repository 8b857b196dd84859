"""Read the UI's messages from its standard output, whatever else comes out of it."""

import logging
from collections.abc import Iterator
from typing import BinaryIO

from kiosk.core.errors import WireError
from kiosk.core.heartbeat import MAX_LINE_BYTES, Message, decode

log = logging.getLogger(__name__)


def messages(stream: BinaryIO) -> Iterator[Message]:
    """Every message until the end of ``stream``.

    A line that is none of ours is passed over, and only the first is told to the log, without its
    content: it could hold a patron's words, and a flood of them must not fill a disk.
    """
    told = False
    for line in _lines(stream):
        try:
            yield decode(line)
        except WireError as error:
            if not told:
                log.warning("the UI wrote something else on the watchdog's pipe: %s", error)
            told = True


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    while line := stream.readline(MAX_LINE_BYTES + 1):
        yield line
        # The rest of a line that is too long is thrown away, a piece at a time.
        while line and not line.endswith(b"\n"):
            line = stream.readline(MAX_LINE_BYTES)

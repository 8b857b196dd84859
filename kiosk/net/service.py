"""A service of Springshare's (LibCal, LibAnswers) as its errors are told: one name, three kinds."""

import json
import reprlib
from dataclasses import dataclass
from typing import Any

from kiosk.core.errors import BadData, Refused, Unavailable
from kiosk.net.html_words import plain_text

MAX_COMPLAINT = 200
"""Characters of a service's own words in an error, which goes into a log line."""


@dataclass(frozen=True, slots=True)
class Service:
    """Who is asked.

    Attributes:
        name: As the beginning of a sentence.
        unavailable: No answer, or one that says "later".
        refused: A clear no.
        nonsense: An answer that is not this service's.
    """

    name: str
    unavailable: type[Unavailable]
    refused: type[Refused]
    nonsense: type[BadData]

    def json_of(self, body: bytes) -> Any:
        """An answer's JSON.

        Raises:
            BadData: of this service: HTML, half a JSON, nothing at all.
            Refused: of this service: an error, which it also sends with status 200.
        """
        try:
            answer = json.loads(body)
        except (ValueError, RecursionError) as error:
            looks = "a web page" if body.lstrip()[:1] == b"<" else f"{len(body)} bytes"
            raise self.nonsense(f"{self.name} answered with {looks} instead of JSON") from error
        if complaint := error_of(answer):
            raise self.refused(f"{self.name} answered: {complaint[:MAX_COMPLAINT]}")
        return answer


def error_of(answer: Any) -> str:
    """The words of an ``error`` or ``errors`` field, as plain text; empty where there is none."""
    if not isinstance(answer, dict):
        return ""
    found = answer.get("errors") or answer.get("error") or ()
    pieces = found if isinstance(found, list) else [found]
    return "; ".join(plain_text(_in_words(piece)) for piece in pieces if piece)


def _in_words(complaint: Any) -> str:
    return complaint if isinstance(complaint, str) else reprlib.repr(complaint)

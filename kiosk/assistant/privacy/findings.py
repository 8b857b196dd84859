"""All that is personal in a line, each part of it once."""

from collections.abc import Iterator

from kiosk.assistant.privacy.emails import Emails
from kiosk.assistant.privacy.line import Finding, Kind, Line
from kiosk.assistant.privacy.names import Names
from kiosk.assistant.privacy.numbers import Numbers
from kiosk.assistant.privacy.signs import Signs
from kiosk.assistant.privacy.told_values import ToldValues


class Findings:
    """Asks each finder; where two claim the same words, the surer one has them.

    Args:
        signs: The words by which personal data is told.
    """

    def __init__(self, signs: Signs) -> None:
        self._emails = Emails(signs.emails)
        self._told = ToldValues(signs.told)
        self._numbers = Numbers(signs.told)
        self._names = Names(signs.names)

    def find(self, typed: str) -> list[Finding]:
        """What is personal, from left to right, nothing twice."""
        line = Line(typed)
        kept: list[Finding] = []
        taken = bytearray(len(typed))
        for finding in self._all(line):
            if not any(taken[finding.start : finding.end]):
                taken[finding.start : finding.end] = b"\1" * (finding.end - finding.start)
                kept.append(finding)
        return sorted(kept, key=lambda finding: finding.start)

    def recurring(self, kind: Kind, value: str) -> Iterator[str]:
        """What of a told value is personal wherever it stands later."""
        yield value
        if kind is Kind.NAME:
            yield from self._names.parts(value)

    def _all(self, line: Line) -> Iterator[Finding]:
        """The surest first."""
        yield from self._emails.find(line)
        yield from self._told.secrets(line)
        yield from self._told.birthdays(line)
        yield from self._told.addresses(line)
        yield from self._told.numbers(line)
        yield from self._numbers.find(line)
        yield from self._names.find(line)

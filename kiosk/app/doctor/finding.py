"""What a check of the doctor says."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How a check ended. Only ``FAILED`` makes `kiosk doctor` exit with 1.

    ``UNKNOWN`` is an answer of its own: what could not be looked at is neither well nor wrong.
    """

    OK = "ok"
    WARNING = "warning"
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor.

    Attributes:
        check: What was looked at, in a word or two.
        verdict: How it is.
        sentence: What was found and, unless all is well, what to do.
    """

    check: str
    verdict: Verdict
    sentence: str

    def line(self) -> str:
        """As it is printed."""
        return f"{self.verdict:<8} {self.check:<10} {self.sentence}"


def ok(check: str, sentence: str) -> Finding:
    """All is well."""
    return Finding(check, Verdict.OK, sentence)


def warning(check: str, sentence: str) -> Finding:
    """The terminal works, and somebody should look."""
    return Finding(check, Verdict.WARNING, sentence)


def failed(check: str, sentence: str) -> Finding:
    """The terminal does not do its job."""
    return Finding(check, Verdict.FAILED, sentence)


def unknown(check: str, sentence: str) -> Finding:
    """It cannot be told from here."""
    return Finding(check, Verdict.UNKNOWN, sentence)

"""What becomes of a thumb: a number, and with the patron's consent a masked question."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from kiosk.core.feedback import MAX_FEEDBACK
from kiosk.core.tallies import Counter, Reason, Tally, Verdict
from kiosk.handoff.feedback import FeedbackLetters


@dataclass(frozen=True, slots=True)
class Judged:
    """An answer that a patron judged, without any words.

    Attributes:
        intent: What kind of question it was.
        entry: The entry of the library's knowledge that was cited; empty for none.
        language: BCP 47 tag of the answer.
        verdict: The thumb.
        reason: Why it is down.
    """

    intent: str
    entry: str
    language: str
    verdict: Verdict
    reason: Reason


class Ratings(Protocol):
    """Where thumbs go."""

    @property
    def can_send(self) -> bool:
        """Whether there are librarians who can be sent a question."""

    def count(self, judged: Judged) -> None:
        """A thumb that is not changed any more."""

    def as_sent(self, question: str, said: Sequence[str]) -> str:
        """The question as it would go out: masked, and cut to what is sent at most.

        Args:
            question: As the patron asked it.
            said: All that the patron wrote in this visit: a name told once is masked everywhere.
        """

    async def send(self, question: str, judged: Judged) -> None:
        """Let the librarians have a question, as it was shown.

        Raises:
            StorageError: it could not be kept, so it is not on its way.
        """


class Masks(Protocol):
    """Hides what is personal in the words of one visit: ``assistant.privacy.Masking``."""

    def mask(self, text: str) -> str:
        """The text as it may leave the terminal."""


class PatronRatings:
    """The real ones.

    Args:
        counter: For the numbers.
        letters: For questions; None where there is no desk.
        masks: Begins to mask a visit.
    """

    def __init__(
        self, counter: Counter, letters: FeedbackLetters | None, masks: Callable[[], Masks]
    ) -> None:
        self._counter = counter
        self._letters = letters
        self._masks = masks

    @property
    def can_send(self) -> bool:
        return self._letters is not None

    def count(self, judged: Judged) -> None:
        labels = {
            "verdict": judged.verdict.value,
            "intent": judged.intent,
            "entry": judged.entry,
            "reason": judged.reason.value,
        }
        self._counter.count(Tally.THUMBS, labels)

    def as_sent(self, question: str, said: Sequence[str]) -> str:
        masking = self._masks()
        for line in said:
            masking.mask(line)
        return masking.mask(question)[:MAX_FEEDBACK].strip()

    async def send(self, question: str, judged: Judged) -> None:
        if self._letters is not None:
            await self._letters.send(
                question,
                intent=judged.intent,
                entry=judged.entry,
                reason=judged.reason,
                language=judged.language,
            )

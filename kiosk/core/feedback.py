"""A question that a patron lets the librarians have, so that they can improve the answers.

It carries no name, no contact and no conversation: what was asked, masked, and what was answered
by, so that a librarian can write the entry that was missing.
"""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from kiosk.core.fields import Json, a_text, a_uuid, an_enum, an_object
from kiosk.core.tallies import Reason
from kiosk.core.tally_report import a_day, a_label

MAX_FEEDBACK = 1_000
"""Characters of a question that are sent; the patron is shown the same."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """One such question on the wire.

    Attributes:
        id: UUID made by the terminal; also the idempotency key.
        question: As the patron was shown that it goes out; it never prints itself.
        intent: What it was understood as.
        entry: The entry of the library's knowledge that answered; empty for none.
        reason: What the patron had against the answer.
        language: BCP 47 tag of the conversation.
        day: The day of the library's calendar; the time of day would say more than is needed.
    """

    id: UUID
    question: str = field(repr=False)
    intent: str
    entry: str
    reason: Reason
    language: str
    day: date

    def to_json(self) -> Json:
        return {
            "id": str(self.id),
            "question": self.question,
            "intent": self.intent,
            "entry": self.entry,
            "reason": self.reason.value,
            "language": self.language,
            "day": self.day.isoformat(),
        }

    @classmethod
    def from_json(cls, body: object) -> "Feedback":
        """Check a question that arrived. Raises WireError."""
        fields = an_object(body, "feedback")
        return cls(
            id=a_uuid(fields, "id"),
            question=a_text(fields, "question", MAX_FEEDBACK),
            intent=a_label(fields, "intent"),
            entry=a_label(fields, "entry"),
            reason=_reason(fields),
            language=a_text(fields, "language", 35),
            day=a_day(fields, "day"),
        )


def _reason(fields: Json) -> Reason:
    return an_enum(Reason, fields, "reason") if fields.get("reason") else Reason.NONE

"""What the library's knowledge lacks, read from what the terminals counted. Pure arithmetic."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from kiosk.core.tallies import Count, Reason, Tally, Verdict


@dataclass(slots=True)
class Gap:
    """How the answers of one entry, or to one kind of question, were received.

    Attributes:
        subject: The entry's id, or the intent.
        up, down: Thumbs.
        unanswered: Questions that could not be answered; with an entry, those that it was
            offered for only as a guess.
        reasons: What patrons had against the answers, by reason.
    """

    subject: str
    up: int = 0
    down: int = 0
    unanswered: int = 0
    reasons: dict[Reason, int] = field(default_factory=dict)

    @property
    def share_down(self) -> float | None:
        """Of all thumbs those that are down; None without any."""
        thumbs = self.up + self.down
        return self.down / thumbs if thumbs else None

    @property
    def weight(self) -> int:
        """How often it was of no use: the order of the page."""
        return self.down + self.unanswered


@dataclass(frozen=True, slots=True)
class Gaps:
    """Both tables of the page, and the sums above them.

    Attributes:
        entries, intents: What was of no use most often comes first.
        answers: How many answers there were.
        up, down: Thumbs.
        unanswered: Questions that could not be answered.
        resolved, unresolved: What patrons said after a librarian closed their ticket.
    """

    entries: tuple[Gap, ...]
    intents: tuple[Gap, ...]
    answers: int
    up: int
    down: int
    unanswered: int
    resolved: int
    unresolved: int

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to see yet."""
        return not (self.entries or self.intents)


def gaps_of(counts: Iterable[Count]) -> Gaps:
    """The page's tables from the sums of some days."""
    counts = list(counts)
    entries, intents = _by("entry", counts), _by("intent", counts)
    return Gaps(
        entries=entries,
        intents=intents,
        answers=sum(count.amount for count in counts if count.name is Tally.ANSWERS),
        up=sum(gap.up for gap in intents),
        down=sum(gap.down for gap in intents),
        unanswered=sum(gap.unanswered for gap in intents),
        resolved=_resolved(counts, "yes"),
        unresolved=_resolved(counts, "no"),
    )


def as_csv(gaps: Gaps) -> str:
    """Both tables in one file for a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out)
    reasons = [reason for reason in Reason if reason is not Reason.NONE]
    writer.writerow(["kind", "id", "up", "down", "unanswered", *(r.value for r in reasons)])
    for kind, rows in (("entry", gaps.entries), ("intent", gaps.intents)):
        for gap in rows:
            told = [gap.reasons.get(reason, 0) for reason in reasons]
            writer.writerow([kind, gap.subject, gap.up, gap.down, gap.unanswered, *told])
    return out.getvalue()


def _resolved(counts: Iterable[Count], answer: str) -> int:
    told = (count for count in counts if count.name is Tally.RESOLVED)
    return sum(count.amount for count in told if count.by_label["answer"] == answer)


def _by(key: str, counts: Iterable[Count]) -> tuple[Gap, ...]:
    found: dict[str, Gap] = defaultdict(lambda: Gap(""))
    for count in counts:
        subject = count.by_label.get(key, "")
        if subject and count.name in (Tally.THUMBS, Tally.GAPS):
            found[subject].subject = subject
            _add(found[subject], count)
    return tuple(sorted(found.values(), key=lambda gap: (-gap.weight, -gap.up, gap.subject)))


def _add(gap: Gap, count: Count) -> None:
    labels = count.by_label
    if count.name is Tally.GAPS:
        gap.unanswered += count.amount
    elif labels["verdict"] == Verdict.UP:
        gap.up += count.amount
    else:
        gap.down += count.amount
        if labels["reason"] in frozenset(Reason):
            reason = Reason(labels["reason"])
            gap.reasons[reason] = gap.reasons.get(reason, 0) + count.amount

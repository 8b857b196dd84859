"""What Prometheus may count: numbers only, never words."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

from kiosk.core.tallies import Count, Tally
from kiosk.core.tickets import TicketState

CONTENT_TYPE = CONTENT_TYPE_PLAIN_0_0_4
CLAIM_BUCKETS = (15, 30, 60, 120, 300, 600, 1_800, 3_600)

TERMINALS_COUNT: Mapping[Tally, tuple[str, str, tuple[str, ...]]] = MappingProxyType(
    {
        Tally.ANSWERS: ("answers", "Answers", ("intent", "route")),
        Tally.ANSWER_CACHE: ("answer_cache", "Answers that were kept, found or not", ("result",)),
        Tally.MODEL_CALLS: ("model_calls", "Calls of the language model", ("outcome",)),
        Tally.MODEL_TOKENS: ("model_tokens", "Tokens of the language model", ("kind", "model")),
        Tally.MODEL_COST: (
            "model_cost_millionths",
            "Cost of the language model, in millionths of the currency",
            ("currency",),
        ),
        Tally.THUMBS: ("thumbs", "Answers that patrons judged", ("verdict",)),
        Tally.WITHHELD: ("withheld", "Answers of the model that were not shown", ()),
    }
)
"""What is told of terminals: the metric's name, its meaning, and the labels that are kept."""


class Metrics:
    """The desk's counters, in a registry of their own."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self.opened = self._counter("tickets_opened", "Tickets that arrived.")
        self.messages = self._counter("messages", "Messages, by who wrote them.", "author")
        self.closed = self._counter("tickets_closed", "Tickets that were closed.")
        self.handed_back = self._counter("tickets_handed_back", "Tickets put back into the queue.")
        self.sign_ins = self._counter("sign_ins", "Sign-ins, by their result.", "result")
        self.claim_seconds = Histogram(
            "kiosk_desk_claim_seconds",
            "Seconds from a ticket's arrival to its claim.",
            buckets=CLAIM_BUCKETS,
            registry=self._registry,
        )
        self._tickets = self._gauge("tickets", "Tickets, by where they stand.", "state")
        self._librarians = self._gauge("librarians_present", "Librarians with the queue open.")
        self._streams = self._gauge("streams_open", "Open event streams.")
        self._beats = self._gauge(
            "terminal_last_beat_seconds", "When a terminal was last heard of.", "terminal"
        )

        self._counted = {
            tally: Gauge(
                f"kiosk_terminal_{name}_today",
                f"{meaning}, of this day of the library as far as the terminal told.",
                ("terminal", *labels),
                registry=self._registry,
            )
            for tally, (name, meaning, labels) in TERMINALS_COUNT.items()
        }

    def render(
        self,
        *,
        tickets: Mapping[TicketState, int],
        librarians: int,
        streams: int,
        beats: Mapping[str, float],
        counts: Iterable[tuple[str, Count]],
    ) -> bytes:
        """Everything in Prometheus' text format."""
        for state, number in tickets.items():
            self._tickets.labels(state.value).set(number)
        self._librarians.set(librarians)
        self._streams.set(streams)
        for terminal, seconds in beats.items():
            self._beats.labels(terminal).set(seconds)
        self._set_counted(counts)
        return generate_latest(self._registry)

    def _set_counted(self, counts: Iterable[tuple[str, Count]]) -> None:
        for gauge in self._counted.values():
            gauge.clear()
        for terminal, count in counts:
            if (counted := self._counted.get(count.name)) is not None:
                _, _, kept = TERMINALS_COUNT[count.name]
                labels = [count.by_label[label] for label in kept]
                counted.labels(terminal, *labels).inc(count.amount)

    def _counter(self, name: str, meaning: str, *labels: str) -> Counter:
        return Counter(f"kiosk_desk_{name}", meaning, labels, registry=self._registry)

    def _gauge(self, name: str, meaning: str, *labels: str) -> Gauge:
        return Gauge(f"kiosk_desk_{name}", meaning, labels, registry=self._registry)

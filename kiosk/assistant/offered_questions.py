"""The questions that the home screen offers: what fits, what is asked often, what always does.

What is asked often is known from counts of the entries that answered, never from anybody's words;
it is offered in the library's own.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.assistant.words import words
from kiosk.core.content import Content, Occasion
from kiosk.core.knowledge import Entry
from kiosk.core.tallies import Count, Tally

MOST = 6
MOST_FITTING = 3
"""While there are others, so that not all of them are different an hour later."""
MOST_ASKED = 2
"""Of what is asked often: a chip is asked often because it is one."""
OFTEN = 3
"""Times. What fewer asked could be one patron's question."""
DAYS = 28
"""Today included: four of each weekday."""
_TRIED = 12
"""The most asked entries that are looked at; some are out of date, or not in this language."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A question that may be offered.

    Attributes:
        text: As it is asked.
        meaning: The same for questions with the same answer; empty where that is not known.
    """

    text: str
    meaning: str = ""


def chosen(
    fitting: Iterable[Offer], asked: Iterable[Offer], usual: Iterable[Offer]
) -> tuple[str, ...]:
    """At most ``MOST`` questions, none of them twice, neither by words nor by meaning.

    Args:
        fitting: For this hour and this place; they come first.
        asked: Asked often.
        usual: For any time; after them what is left of the others, where there are too few.
    """
    choice = _Choice()
    late = choice.take(fitting, MOST_FITTING) + choice.take(asked, MOST_ASKED)
    choice.take(usual, MOST)
    choice.take(late, MOST)
    return tuple(choice.texts[:MOST])


class _Choice:
    """What is taken so far."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._known: set[object] = set()

    def take(self, offers: Iterable[Offer], most: int) -> list[Offer]:
        """Take that many of them which are new; those for which there was no room come back."""
        left = most
        late: list[Offer] = []
        for offer in offers:
            marks = {(*filter(str.isalnum, words(offer.text)),), offer.meaning or offer}
            if not self._known.isdisjoint(marks):
                continue
            if left == 0:
                late.append(offer)
                continue
            self._known |= marks
            self.texts.append(offer.text)
            left -= 1
        return late


@dataclass(frozen=True, slots=True)
class Sources:
    """Where it is looked up what to offer. On the database's thread.

    Attributes:
        occasions: Of a moment at a place: ``hours.moments``.
        counts: From one day to another, both included, the largest first: ``store.tallies``.
        entries: Those of the knowledge with these ids, in a language: ``store.knowledge``.
        version: Another one whenever any entry is.
        meaning: What a question in a language means: the ids of the entries that surely answer
            it, else the words of the answer; empty where the terminal is not sure.
    """

    occasions: Callable[[int | None, datetime], frozenset[Occasion]]
    counts: Callable[[date, date], Sequence[Count]]
    entries: Callable[[Sequence[str], str], Mapping[str, Entry]]
    version: Callable[[], str]
    meaning: Callable[[str, str], str]


class OfferedQuestions:
    """Chooses what the home screen offers. On the database's thread.

    Until ``prepare`` nothing is asked for its meaning, which would read every language before
    the first frame: questions are told apart by their words, and none is there for being asked
    often.

    Args:
        content: What the library wrote.
        sources: What else is known.
        here: LibCal id of the place where the terminal stands.
        zone: The library's.
    """

    def __init__(
        self, content: Content, sources: Sources, *, here: int | None, zone: ZoneInfo
    ) -> None:
        self._content = content
        self._sources = sources
        self._here = here
        self._zone = zone
        self._is_prepared = False
        self._last: tuple[object, tuple[str, ...]] = (None, ())

    def prepare(self) -> None:
        """From now on questions may be asked for their meaning. From any thread."""
        self._is_prepared = True

    def choose(self, language: str, now: datetime | None) -> tuple[str, ...]:
        """The questions for a screen in that language.

        Args:
            language: BCP 47 tag.
            now: None where it is not certain; then no hour fits.

        Raises:
            StorageError: the cache cannot be read.
        """
        occasions = self._sources.occasions(self._here, now) if now else frozenset()
        often = self._often(now) if now and self._is_prepared else ()
        today = now.astimezone(self._zone).date() if now else None
        # Meanings take their time, and seldom is anything different from five seconds ago.
        seen = (language, occasions, often, today, self._is_prepared, self._sources.version())
        if seen != self._last[0]:
            self._last = (seen, self._chosen(language, occasions, often, today))
        return self._last[1]

    def _chosen(
        self,
        language: str,
        occasions: frozenset[Occasion],
        often: Sequence[str],
        today: date | None,
    ) -> tuple[str, ...]:
        fitting = [
            question
            for some in self._content.fitting_questions
            if some.fit(occasions, self._here)
            for question in some.questions.in_language(language)
        ]
        return chosen(
            self._offers(fitting, language),
            self._asked(often, language, today),
            self._offers(self._content.questions.in_language(language), language),
        )

    def _offers(self, questions: Iterable[str], language: str) -> list[Offer]:
        return [Offer(question, self._meaning(question, language)) for question in questions]

    def _asked(self, often: Sequence[str], language: str, today: date | None) -> list[Offer]:
        """Entries by their own question, as far as that is what they answer."""
        entries = self._sources.entries(often, language) if often else {}
        valid = (entries[id_] for id_ in often if id_ in entries)
        offers = (
            Offer(entry.question, entry.id)
            for entry in valid
            if today is None or entry.is_valid(today)
        )
        return [one for one in offers if self._meaning(one.text, language) == one.meaning]

    def _often(self, now: datetime) -> tuple[str, ...]:
        today = now.astimezone(self._zone).date()
        counts = self._sources.counts(today - timedelta(days=DAYS - 1), today)
        cited = (count for count in counts if count.name is Tally.CITED and count.amount >= OFTEN)
        return tuple(count.labels[0] for count in cited)[:_TRIED]

    def _meaning(self, question: str, language: str) -> str:
        return self._sources.meaning(question, language) if self._is_prepared else ""

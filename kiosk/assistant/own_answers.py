"""What this terminal answers by itself: hours and places, then the library's own knowledge.

What neither of them is sure of is left open in ``Answer.rest``, for the model or for a person.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from kiosk.assistant.answers import Answer, Route, Source
from kiosk.assistant.escaping import as_markdown
from kiosk.assistant.knowledge import NOTHING_FOUND, Found, Knowledge
from kiosk.assistant.languages import Languages
from kiosk.assistant.local import LocalAnswers
from kiosk.assistant.requests import Intent
from kiosk.core.clock import Clock
from kiosk.core.knowledge import Entry

MOST_SUGGESTIONS = 3
MOST_PARTS = 4
"""Questions in one line that are looked up, each for itself."""

_BETWEEN_QUESTIONS = re.compile(r"(?<=[?!;؟。！？；])\s*|(?<=[^\W\d]{2}\.)\s+|\n+")  # noqa: RUF001  full-width marks end questions too


@dataclass(frozen=True, slots=True)
class Own:
    """An answer of the terminal's own.

    Attributes:
        answer: As far as it goes; what it leaves open is in its ``rest``.
        near: Entries that may help with what is left open, best first.
    """

    answer: Answer
    near: tuple[Entry, ...] = ()


class OwnAnswers:
    """Answers questions without network and model. On the database's thread.

    Args:
        local: Hours and places.
        knowledge: The library's own answers.
        languages: What is spoken.
        clock: Read at each question.
        zone: The library's time zone.
    """

    def __init__(
        self,
        local: LocalAnswers,
        knowledge: Knowledge,
        languages: Languages,
        clock: Clock,
        zone: ZoneInfo,
    ) -> None:
        self._local = local
        self._knowledge = knowledge
        self._languages = languages
        self._clock = clock
        self._zone = zone

    @property
    def languages(self) -> tuple[str, ...]:
        """BCP 47 tags of what is spoken."""
        return self._local.languages

    def prepare(self, language: str) -> None:
        """Read and learn what the first question in a language would else wait for.

        Raises:
            StorageError: the cache cannot be read.
        """
        self._local.prepare(language)
        self._find("", language)

    def answer(self, question: str, *, language: str, here: int | None, alone: bool = True) -> Own:
        """The answer, or an honest "not sure" with intent ``unknown`` and route ``none``.

        Args:
            question: As typed.
            language: BCP 47 tag of the screen.
            here: LibCal id of the place where this terminal stands.
            alone: Nobody else will answer what is left open, so the text says so.

        Raises:
            StorageError: the cache cannot be read.
        """
        local = self._local.answer(question, language=language, here=here, alone=False)
        if not local.rest:
            return Own(local)
        known = self._look_up(local.rest, local.language)
        answer = _told(local, known.entries) if known.entries else local
        answer = replace(answer, rest=known.rest)
        near = tuple(match.entry for match in known.near.offered)
        if answer.rest and alone:
            answer = self._left_open(answer, near)
        return Own(answer, near)

    def _look_up(self, rest: str, language: str) -> "_Known":
        """The entries that answer a text, as a whole or question by question."""
        whole = self._find(rest, language)
        if whole.sure:
            return _Known((whole.matches[0].entry,), "")
        best = _Known((), rest, whole)
        for parts in self._ways_to_part(rest, language):
            found = [(part, self._find(part, language)) for part in parts]
            sure = tuple(each.matches[0].entry for _, each in found if each.sure)
            if len(sure) > len(best.entries):
                left = [(part, each) for part, each in found if not each.sure]
                near = left[0][1] if left else NOTHING_FOUND
                best = _Known(tuple(dict.fromkeys(sure)), " ".join(part for part, _ in left), near)
        return best

    def _ways_to_part(self, text: str, language: str) -> Iterator[Sequence[str]]:
        """The questions that a line may be made of: by its marks, else at each "and"."""
        sentences = [part.strip() for part in _BETWEEN_QUESTIONS.split(text) if part.strip()]
        if 1 < len(sentences) <= MOST_PARTS:
            yield sentences
        spoken = self._languages.get(language)
        joining = {word for phrase in spoken.dates.range_and for word in phrase}
        words = text.split()
        for place, word in enumerate(words[1:-1], start=1):
            if word.casefold() in joining:
                yield " ".join(words[:place]), " ".join(words[place + 1 :])

    def _find(self, question: str, language: str) -> Found:
        today = self._clock.now().astimezone(self._zone).date()
        return self._knowledge.find(question, language=language, day=today, most=MOST_SUGGESTIONS)

    def _left_open(self, answer: Answer, near: Sequence[Entry]) -> Answer:
        """Nobody else will answer what is left: say so, and offer what may have been meant."""
        suggestions = tuple(map(source_of, near))
        sentences = self._languages.get(answer.language).answers
        if answer.route is Route.NONE:
            text = sentences["suggest"] if suggestions else answer.text
            return replace(answer, text=text, suggestions=suggestions, offer_handoff=True)
        between = "\n\n" if answer.markdown else " "
        text = f"{answer.text}{between}{sentences['rest_unknown']}"
        return replace(answer, text=text, suggestions=suggestions, offer_handoff=True)


@dataclass(frozen=True, slots=True)
class _Known:
    """What the library's knowledge says to a text.

    Attributes:
        entries: Those that answer it, in the order of its questions.
        rest: What is left open.
        near: What may help with that.
    """

    entries: tuple[Entry, ...]
    rest: str
    near: Found = NOTHING_FOUND


def source_of(entry: Entry) -> Source:
    """An entry as it is cited."""
    return Source(entry.id, entry.question)


def _told(local: Answer, entries: Sequence[Entry]) -> Answer:
    """The library's own words, behind what was said of hours and places."""
    said_already = [as_markdown(local.text)] if local.route is Route.LOCAL else []
    return replace(
        local,
        text="\n\n".join([*said_already, *(entry.answer.strip() for entry in entries)]),
        intent=local.intent if local.facts else Intent.KNOWLEDGE,
        route=Route.LOCAL,
        sources=tuple(map(source_of, entries)),
        offer_handoff=bool(said_already) and local.offer_handoff,
        markdown=True,
    )

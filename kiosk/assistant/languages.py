"""What the terminal knows of a language, as records. ``language_files`` reads them.

A language is data: its words with what they mean, its dates, its sentences. Understanding and
wording hold no word of any language.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kiosk.assistant.words import Phrase


class Concept(StrEnum):
    """What a word or phrase of a question can mean to us. Names of tables in the language files."""

    OPEN = "open"
    CLOSE = "close"
    CLOSED = "closed"
    HOURS = "hours"
    DAYS = "days"
    UNTIL = "until"
    WHEN = "when"
    NOW = "now"
    NEXT = "next"
    WHICH = "which"
    EVERY = "every"
    PLACES = "places"
    LIBRARIES = "libraries"
    LIBRARY = "library"
    HERE = "here"
    IT = "it"
    YOU = "you"
    WHERE = "where"
    PHONE = "phone"
    LATE = "late"
    LATEST = "latest"
    EARLIEST = "earliest"
    ALL_NIGHT = "all_night"
    PAST_MIDNIGHT = "past_midnight"
    WHOLE_DAY = "whole_day"
    PERSON = "person"
    GREETING = "greeting"
    THANKS = "thanks"
    AUXILIARY = "auxiliary"
    BREAK = "break"
    FILLER = "filler"
    NOT_OURS = "not_ours"


class Part(StrEnum):
    """A part of the day."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


@dataclass(frozen=True, slots=True)
class FixedDay:
    """A day of the same date each year, such as Christmas."""

    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """A way to say a date or time.

    Attributes:
        meaning: Which rule of ``dates`` reads it.
        items: Words, and slots such as ``{weekday}``.
        fixed: The date, for a fixed day.
    """

    meaning: str
    items: Phrase
    fixed: FixedDay | None = None


@dataclass(frozen=True, slots=True)
class DateWords:
    """How a language says dates and times.

    Attributes:
        order: Order of numbers in ``11/28``: ``mdy`` or ``dmy``.
        ordinal_suffixes: Behind the number of a day, as in ``28th``.
        weekdays, months, numbers, ordinals, units: Single words and what they stand for.
        am, pm: Words behind an hour.
        patterns: Ways to say a date or a time, and parts of the day.
        parts: Phrases for a part of the day.
        range_words, range_lead: As in "from Monday to Friday".
    """

    order: str
    ordinal_suffixes: tuple[str, ...]
    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    units: Mapping[str, str]
    am: frozenset[str]
    pm: frozenset[str]
    patterns: tuple[Pattern, ...]
    parts: Mapping[Phrase, Part]
    range_words: frozenset[str]
    range_lead: frozenset[str]


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """Words by which a claim in a model's sentence is recognised.

    Attributes:
        harmless: Phrases that hold such a word and make no such claim, as "open access".
        opening: About being open.
        days: Days of the week in every form.
        place: About where something is.
        price: About money.
        numbers: Numbers that may be hours or prices.
        before_times, after_times: Words beside a spelled-out time, as in "until nine".
    """

    harmless: frozenset[str]
    opening: frozenset[str]
    days: frozenset[str]
    place: frozenset[str]
    price: frozenset[str]
    numbers: frozenset[str]
    before_times: frozenset[str]
    after_times: frozenset[str]


@dataclass(frozen=True, slots=True)
class Formats:
    """How times and dates are written: CLDR patterns, ``full`` for CLDR's own long form."""

    date: str
    date_with_year: str
    time: str
    full_hour: str
    midnight: str
    noon: str


@dataclass(frozen=True, slots=True)
class Language:
    """Everything the terminal knows of one language.

    Attributes:
        tag: BCP 47 tag.
        locale: CLDR locale for dates, times and lists.
        formats: How times and dates are written.
        vocabulary: Phrases and what they mean.
        generic: Words of place names that tell no place from another.
        library_words: What may stand behind a place's name for "library".
        never_typos: Real words that are no typing mistake of ours.
        dates: How it says dates.
        claims: How a model's claims are recognised.
        answers: Sentences by name, with ``{slots}``.
    """

    tag: str
    locale: str
    formats: Formats
    vocabulary: Mapping[Phrase, Concept]
    generic: frozenset[str]
    library_words: frozenset[str]
    never_typos: frozenset[str]
    dates: DateWords
    claims: ClaimWords
    answers: Mapping[str, str]


class Languages:
    """The languages this terminal speaks; the first is the fallback."""

    def __init__(self, languages: Sequence[Language]) -> None:
        if not languages:
            raise ValueError("at least one language is needed")
        self._languages = tuple(languages)

    def all(self) -> tuple[Language, ...]:
        """Every language."""
        return self._languages

    def get(self, tag: str) -> Language:
        """The language of this tag, else of its first part, else the fallback."""
        wanted = tag.casefold().replace("_", "-")
        for candidate in (wanted, wanted.split("-")[0]):
            for language in self._languages:
                if language.tag.casefold() == candidate:
                    return language
        return self._languages[0]

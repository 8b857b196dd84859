"""What the terminal knows of a language, as records. ``language_files`` reads them.

A language is data: its words with what they mean, its dates, its sentences. Understanding and
wording hold no word of any language.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kiosk.assistant.words import Phrase
from kiosk.assistant.writing import Writing

_DAY_FIELD = re.compile(r"\bd{1,2}\b")
"""The number of the day, in a CLDR pattern."""


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
    THAT_DAY = "that_day"
    YOU = "you"
    STORY = "story"
    SELF = "self"
    CORRECTION = "correction"
    HOW = "how"
    WHERE = "where"
    ACCESS = "access"
    PHONE = "phone"
    LATE = "late"
    LATEST = "latest"
    EARLIEST = "earliest"
    ALL_NIGHT = "all_night"
    PAST_MIDNIGHT = "past_midnight"
    WHOLE_DAY = "whole_day"
    PERSON = "person"
    DISTRESS = "distress"
    ABUSE = "abuse"
    ABOUT = "about"
    GREETING = "greeting"
    INTRODUCTION = "introduction"
    THANKS = "thanks"
    AUXILIARY = "auxiliary"
    BREAK = "break"
    FILLER = "filler"
    NOT_OURS = "not_ours"


class Part(StrEnum):
    """A part of the day."""

    SMALL_HOURS = "small_hours"
    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A way to say a date or time.

    Attributes:
        meaning: Which rule of ``date_rules`` reads it.
        items: Words, and slots such as ``{weekday}``.
    """

    meaning: str
    items: Phrase


@dataclass(frozen=True, slots=True)
class DateWords:
    """How a language says dates and times.

    Attributes:
        order: Order of numbers in ``11/28``: ``mdy`` or ``dmy``.
        hours_of_clock: 24 where "9 h" is never the evening, else 12.
        ordinal_suffixes: Behind the number of a day, as in ``28th``.
        weekdays: What each day of the week is called, Monday 0.
        months: What each month is called, January 1.
        numbers: Numbers in words, up to 59.
        counts: Words that are a number only before a unit, as the "a" of "in a week".
        amounts: A number and its unit in one word: ``ساعتين`` → "2 hour".
        ordinals: Days of the month in words.
        units: minute, hour, day, week, month.
        am, pm: Words behind an hour.
        holidays: Days that have a name, as keys of ``resources/holidays.toml`` or as what the
            library's own notes call them.
        patterns: Ways to say a date or a time.
        parts: Phrases for a part of the day.
        range_words, range_lead: As in "from Monday to Friday".
        range_between, range_and: As in "between Monday and Friday", where "and" joins the ends.
    """

    order: str
    hours_of_clock: int
    ordinal_suffixes: tuple[str, ...]
    weekdays: Mapping[Phrase, int]
    months: Mapping[Phrase, int]
    numbers: Mapping[Phrase, int]
    counts: Mapping[Phrase, int]
    amounts: Mapping[Phrase, str]
    ordinals: Mapping[Phrase, int]
    units: Mapping[Phrase, str]
    am: frozenset[Phrase]
    pm: frozenset[Phrase]
    holidays: Mapping[Phrase, str]
    patterns: tuple[Pattern, ...]
    parts: Mapping[Phrase, Part]
    range_words: frozenset[Phrase]
    range_lead: frozenset[Phrase]
    range_between: frozenset[Phrase]
    range_and: frozenset[Phrase]


@dataclass(frozen=True, slots=True)
class NameWords:
    """What a language makes of the names of places.

    Attributes:
        generic: Words of names that tell no place from another.
        library_words: What may stand beside a name for "library".
        weak: Words that name a place only with a library word beside them, as "special".
        main: How people call the main library, whatever its name.
        sounds: How letters of another script sound, for names that are written as they are heard.
        translations: Words of English names in this language: ``law`` → ``derecho``, ….
    """

    generic: frozenset[Phrase]
    library_words: frozenset[Phrase]
    weak: frozenset[str]
    main: frozenset[Phrase]
    sounds: Mapping[str, str]
    translations: Mapping[str, tuple[Phrase, ...]]


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
        units: What limits and codes are told in: "28 days", "6 books", "the code is 4471".
        machines: By which somebody speaks to the assistant instead of to a patron.
        deeds: Of something done, which a model cannot: "I have sent it"; ``^`` is the start.
        policy: About what the library has, lends, allows and asks for.
        agreement: A yes or no at the start of a sentence, ``^``.
        negations: "Not", in every form.
    """

    harmless: frozenset[Phrase]
    opening: frozenset[Phrase]
    days: frozenset[Phrase]
    place: frozenset[Phrase]
    price: frozenset[Phrase]
    numbers: frozenset[Phrase]
    before_times: frozenset[Phrase]
    after_times: frozenset[Phrase]
    units: frozenset[Phrase]
    machines: frozenset[Phrase]
    deeds: frozenset[Phrase]
    policy: frozenset[Phrase]
    agreement: frozenset[Phrase]
    negations: frozenset[Phrase]


@dataclass(frozen=True, slots=True)
class Formats:
    """How times and dates are written.

    Attributes:
        date, date_with_year, time, full_hour: CLDR patterns, ``full`` for CLDR's own long form.
        first_of_month: Instead of the day's number on the first of a month ("1er"); empty where
            CLDR's number is what people write.
        midnight, noon: In words.
        hour, one_oclock: Around the time: ``{time}``, with an article where the language has one
            ("las 9", "la 1").
        short_time, short_full_hour: CLDR patterns where there is little room, as on cards; empty
            where ``time`` and ``full_hour`` are short.
        moment: A time on another day than today, short: "Thu 9 am" (``{day}``, ``{time}``).
        at: Around a time of today, where something happens then: "opens at 9".
    """

    date: str
    date_with_year: str
    time: str
    full_hour: str
    midnight: str
    noon: str
    hour: str = "{time}"
    one_oclock: str = "{time}"
    short_time: str = ""
    short_full_hour: str = ""
    moment: str = "{day} {time}"
    at: str = "{time}"
    first_of_month: str = ""

    def full(self, day: dt.date, today: dt.date) -> str:
        """The CLDR pattern of a day in full; with its year where that is not the running one."""
        return self.for_day(day, self.date if day.year == today.year else self.date_with_year)

    def for_day(self, day: dt.date, pattern: str) -> str:
        """A CLDR pattern, with the number of this day as people write it."""
        if day.day != 1 or not self.first_of_month:
            return pattern
        return _DAY_FIELD.sub(f"'{self.first_of_month}'", pattern)


@dataclass(frozen=True, slots=True)
class Language:
    """Everything the terminal knows of one language.

    Attributes:
        tag: BCP 47 tag.
        locale: CLDR locale for dates, times and lists.
        formats: How times and dates are written.
        writing: Where its words begin and end.
        vocabulary: Phrases and what they mean; some mean two things in one.
        longest: Words of the longest of those phrases.
        names: What it makes of the names of places.
        never_typos: Real words that are no typing mistake of ours.
        dates: How it says dates.
        spoken: Words by which it is told from other languages.
        claims: How a model's claims are recognised.
        answers: Sentences by name, with ``{slots}``.
    """

    tag: str
    locale: str
    formats: Formats
    writing: Writing
    vocabulary: Mapping[Phrase, tuple[Concept, ...]]
    longest: int
    names: NameWords
    never_typos: frozenset[str]
    dates: DateWords
    spoken: frozenset[str]
    claims: ClaimWords
    answers: Mapping[str, str]


class Languages:
    """The languages this terminal speaks; the first is the fallback.

    A language is read when it is first wanted: a terminal whose patrons all write English never
    waits for the others.

    Args:
        readers: How each language is read, by its tag.
        script_of: How its script alone is found out, which is quicker; None where it is not.
        writing_of: The same of all that is known of its writing.
    """

    def __init__(
        self,
        readers: Mapping[str, Callable[[], Language]],
        script_of: Callable[[str], str] | None = None,
        writing_of: Callable[[str], Writing] | None = None,
    ) -> None:
        if not readers:
            raise ValueError("at least one language is needed")
        self._readers = dict(readers)
        self._script_of = script_of or self._script_read
        self._writing_of = writing_of or self._writing_read
        self._read: dict[str, Language] = {}

    @property
    def tags(self) -> tuple[str, ...]:
        """BCP 47 tags of all languages."""
        return tuple(self._readers)

    def all(self) -> tuple[Language, ...]:
        """Every language. Raises ContentError."""
        return tuple(self._language(tag) for tag in self._readers)

    def of_script(self, script: str) -> tuple[Language, ...]:
        """The languages that are written in it. Raises ContentError."""
        tags = [tag for tag in self._readers if self._script_of(tag) == script]
        return tuple(self._language(tag) for tag in tags)

    def get(self, tag: str) -> Language:
        """The language of this tag, else of its first part, else the fallback.

        Raises:
            ContentError: its file has a mistake.
        """
        return self._language(self.nearest(tag))

    def nearest(self, tag: str) -> str:
        """The tag of the language that ``get`` finds, without reading it."""
        wanted = tag.casefold().replace("_", "-")
        for candidate in (wanted, wanted.split("-")[0]):
            for known in self._readers:
                if known.casefold() == candidate:
                    return known
        return next(iter(self._readers))

    def by_need(self, tag: str) -> tuple[str, ...]:
        """All tags: first of the language that ``get`` finds, then of those of its script.

        To understand a question, every language is wanted that is written like it.
        """
        first = self.nearest(tag)
        script = self._script_of(first)
        return tuple(
            sorted(self._readers, key=lambda own: (own != first, self._script_of(own) != script))
        )

    def writing(self, tag: str) -> Writing:
        """How the language that ``get`` finds is written, without reading the rest of it.

        Raises:
            ContentError: its file has a mistake.
        """
        known = self.nearest(tag)
        return self._read[known].writing if known in self._read else self._writing_of(known)

    def _script_read(self, tag: str) -> str:
        return self._language(tag).writing.script

    def _writing_read(self, tag: str) -> Writing:
        return self._language(tag).writing

    def _language(self, tag: str) -> Language:
        if tag not in self._read:
            self._read[tag] = self._readers[tag]()
        return self._read[tag]

"""What a question asks for, once it is understood. Records only."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.assistant.when import When


class Intent(StrEnum):
    """What kind of answer is wanted. The values are those of the ``kiosk ask`` contract."""

    OPEN_NOW = "open_now"
    HOURS = "hours"
    NEXT_OPEN = "next_open"
    PLACE = "place"
    CONTACT = "contact"
    KNOWLEDGE = "knowledge"
    HANDOFF = "handoff"
    SMALLTALK = "smalltalk"
    UNKNOWN = "unknown"


class Ask(StrEnum):
    """What exactly is asked of a place.

    ``IS_OPEN`` now or on a day, ``HOURS``, when it ``CLOSES`` or ``OPENS``, when it opens the
    ``NEXT`` time, ``WHERE`` it is, its ``PHONE``, whether everybody can get in: its ``ACCESS``.
    """

    IS_OPEN = "is_open"
    HOURS = "hours"
    CLOSES = "closes"
    OPENS = "opens"
    NEXT = "next"
    WHERE = "where"
    PHONE = "phone"
    ACCESS = "access"


class Scope(StrEnum):
    """Which places are meant where none is named."""

    THIS = "this"
    ALL = "all"
    LIBRARIES = "libraries"


class Choice(StrEnum):
    """A question for those places that have something in common, or the most of it."""

    LATE = "late"
    LATEST = "latest"
    EARLIEST = "earliest"
    ALL_NIGHT = "all_night"
    PAST_MIDNIGHT = "past_midnight"


@dataclass(frozen=True, slots=True)
class Request:
    """One thing that a question asks for.

    Attributes:
        ask: What is asked.
        named: Places that were named, each as the ids that bear that name.
        scope: Which places are meant where none is named.
        when: The days or the moment asked about.
        choice: What the places wanted have in common.
        now: Said to be about this moment.
    """

    ask: Ask
    named: tuple[tuple[int, ...], ...] = ()
    scope: Scope = Scope.THIS
    when: When = When()  # noqa: RUF009  a frozen record without anything in it
    choice: Choice | None = None
    now: bool = False


class Courtesy(StrEnum):
    """A line that wants no facts."""

    GREETING = "greeting"
    THANKS = "thanks"
    PERSON = "person"
    DISTRESS = "distress"
    ABUSE = "abuse"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Understood:
    """A whole question, understood or not.

    Attributes:
        requests: What it asks for; empty where it was not understood, or wants no facts.
        courtesy: A greeting, thanks, or the wish for a person.
        rest: The part of it that was not understood, as typed; the whole where nothing was.
        unclear_day: Only the day was not clear.
    """

    requests: tuple[Request, ...] = ()
    courtesy: Courtesy | None = None
    rest: str = ""
    unclear_day: bool = False

"""The library's own content, as records. Reading it from files is ``app.content_files``' job."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Generic, Self, TypeVar

from kiosk.core.places import MapPosition

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Translated(Generic[T]):
    """Words for patrons, in as many languages as the library wrote.

    Attributes:
        default: For every language that is not written.
        by_language: The words by BCP 47 tag in lower case.
    """

    default: T
    by_language: Mapping[str, T] = field(default_factory=dict, hash=False)

    @classmethod
    def of(cls, by_language: Mapping[str, T]) -> Self:
        """These translations; the first of them is the default.

        Raises:
            ValueError: there is none.
        """
        if not by_language:
            raise ValueError("no translation at all")
        return cls(next(iter(by_language.values())), by_language)

    def in_language(self, tag: str) -> T:
        """The words for that BCP 47 tag, else the nearest: ``zh`` for ``zh-Hans``, and back."""
        tag = tag.lower()
        if tag not in self.by_language:
            tag = self._nearest(tag)
        return self.by_language.get(tag, self.default)

    def _nearest(self, tag: str) -> str:
        while shorter := tag.rpartition("-")[0]:
            if shorter in self.by_language:
                return shorter
            tag = shorter
        return next((known for known in self.by_language if known.startswith(f"{tag}-")), "")


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """What the library itself says of a place; wins over LibCal's row where not empty.

    Attributes:
        location_id: LibCal's hours ``lid``.
        name: Full name, empty to keep LibCal's.
        short_names: What people also call it, in all languages.
        address, phone, url, latitude, longitude: As ``core.places.Place`` has them.
        floor, directions, accessibility: As ``core.places.Place`` has them, by language.
        parent: The place that this one is in, which LibCal's API does not tell.
        map: Where it is on the library's own floor plan.
    """

    location_id: int
    name: Translated[str] = Translated("")
    short_names: tuple[str, ...] = ()
    address: str = ""
    phone: str = ""
    floor: Translated[str] = Translated("")
    directions: Translated[str] = Translated("")
    accessibility: Translated[str] = Translated("")
    url: str = ""
    parent: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    map: MapPosition | None = None


class Occasion(StrEnum):
    """What time it is at the place where a terminal stands."""

    MORNING = "morning"
    EVENING = "evening"
    WEEKEND = "weekend"
    OPEN = "open"
    CLOSING = "closing"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class FittingQuestions:
    """Question chips for some hours, for some places, or both.

    Attributes:
        questions: As ``Content.questions``.
        when: Any one of these must be; none: at any time.
        at: LibCal ids of places, at any one of which the terminal must stand; none: anywhere.
    """

    questions: Translated[tuple[str, ...]]
    when: frozenset[Occasion] = frozenset()
    at: frozenset[int] = frozenset()

    def fit(self, occasions: frozenset[Occasion], here: int | None) -> bool:
        """Whether they do, at such a time and at that place."""
        in_time = not self.when or not self.when.isdisjoint(occasions)
        return in_time and (not self.at or here in self.at)


@dataclass(frozen=True, slots=True)
class Announcement:
    """What the library has to say from one day to another of its own calendar, both included."""

    words: Translated[str]
    valid_from: date | None = None
    valid_until: date | None = None

    def is_valid(self, day: date | None) -> bool:
        """Whether it is to be shown then; None where it is not certain which day it is."""
        if day is None:
            return self.valid_from is None and self.valid_until is None
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_until is None or day <= self.valid_until)


@dataclass(frozen=True, slots=True)
class ModelPrice:
    """What a language model costs, as its service's price list has it.

    Attributes:
        name: The model's name at its service.
        input: Money for a million tokens that it reads.
        output: Money for a million tokens that it writes.
    """

    name: str
    input: float
    output: float


_LIBRARY = {"es": "Biblioteca", "fr": "Bibliothèque", "zh": "图书馆", "ar": "المكتبة"}
_DESK = {
    "es": "el mostrador de atención",
    "fr": "l'accueil",
    "zh": "服务台",
    "ar": "مكتب الخدمة",
}


@dataclass(frozen=True, slots=True)
class Content:
    """Everything a library writes for its terminals.

    Attributes:
        name: The library system's name, shown on the home screen.
        timezone: IANA zone; the setting of the same name wins.
        country: ISO 3166 alpha-2 code, for holidays by name; empty where not said.
        desk_phone: Shown where nothing else works.
        desk_words: Where a person is found, such as "the service desk on the ground floor".
        crisis_line: Whom somebody in distress can call, in one sentence; empty for none.
        accent: Accent colour, ``#rrggbb``; empty for the product's own.
        logo: File name of a picture in the content's folder; empty for the product's own sign.
        announcement: One sentence for the home screen, empty for none.
        announcements: More of them, each for a time.
        questions: Question chips for the home screen.
        fitting_questions: More of them, shown first where and when they fit.
        places: The library's words about its places.
        currency: ISO 4217 code of the models' prices.
        models: What language models cost.
    """

    name: Translated[str] = Translated("Library", _LIBRARY)
    timezone: str = ""
    country: str = ""
    desk_phone: str = ""
    desk_words: Translated[str] = Translated("the service desk", _DESK)
    crisis_line: Translated[str] = Translated("")
    accent: str = ""
    logo: str = ""
    announcement: Translated[str] = Translated("")
    announcements: tuple[Announcement, ...] = ()
    questions: Translated[tuple[str, ...]] = Translated(())
    fitting_questions: tuple[FittingQuestions, ...] = ()
    places: tuple[PlaceWords, ...] = field(default=())
    currency: str = "USD"
    models: tuple[ModelPrice, ...] = ()

    def announced(self, day: date | None, language: str) -> tuple[str, ...]:
        """What is to be said on that day, in the order of the file, and in that language.

        Args:
            day: Of the library's calendar; None where it is not certain which day it is.
            language: BCP 47 tag.
        """
        always = Announcement(self.announcement)
        valid = [one for one in (always, *self.announcements) if one.is_valid(day)]
        told = (one.words.in_language(language) for one in valid)
        return tuple(words for words in told if words)

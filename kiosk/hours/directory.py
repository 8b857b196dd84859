"""Where the places are: LibCal's rows with the library's own words over them."""

from collections.abc import Callable, Sequence

from kiosk.core.content import PlaceWords, Translated
from kiosk.core.places import Place


class Directory:
    """Every place of the library, in the order in which people expect them.

    Libraries come before departments; among equals those that the library wrote about come
    first, in its order, then the others by name. A place that only the library knows (LibCal
    was never reached) is there too, if the library gave it a name.

    Args:
        places: LibCal's rows.
        words: The library's own; a field that is not empty wins.
        language: BCP 47 tag of the words to use. Empty: the library's default.
    """

    def __init__(
        self, places: Sequence[Place], words: Sequence[PlaceWords], *, language: str = ""
    ) -> None:
        self._places = places
        self._words = words
        self._say = _in(language)
        self._own = {word.location_id: word for word in words}
        self._rows = {row.location_id: row for row in _in_order(places, words)}
        # Most questions are about one place; the words are laid over those that are asked for.
        self._shown: dict[int, Place] = {}
        self._translations: dict[str, Directory] = {}

    def all(self) -> list[Place]:
        """Every place, libraries first."""
        return [self._with_words(row) for row in self._rows.values()]

    def get(self, location_id: int) -> Place | None:
        """The place with that id, if there is one."""
        row = self._rows.get(location_id)
        return row and self._with_words(row)

    def children(self, location_id: int) -> list[Place]:
        """The departments inside that place."""
        return [place for place in self.all() if place.parent_id == location_id]

    def in_language(self, tag: str) -> "Directory":
        """The same places in the same order, with words for that BCP 47 tag where there are any."""
        if tag not in self._translations:
            self._translations[tag] = Directory(self._places, self._words, language=tag)
        return self._translations[tag]

    def _with_words(self, row: Place) -> Place:
        shown = self._shown.get(row.location_id)
        if shown is None:
            words = self._own.get(row.location_id)
            shown = _with_words(row, words, self._say) if words else row
            self._shown[row.location_id] = shown
        return shown


class Directories:
    """The directory as it is now; made anew only where LibCal's rows are others than before.

    Args:
        places: Reads LibCal's rows.
        words: The library's own.
    """

    def __init__(self, places: Callable[[], Sequence[Place]], words: Sequence[PlaceWords]) -> None:
        self._places = places
        self._words = words
        self._rows: Sequence[Place] = ()
        self._directory = Directory((), words)

    def __call__(self) -> Directory:
        """The same object until the rows change, so that its places are laid out once.

        Raises:
            StorageUnreadable: the rows cannot be read.
        """
        rows = self._places()
        if rows != self._rows:
            self._rows, self._directory = rows, Directory(rows, self._words)
        return self._directory


def _in_order(places: Sequence[Place], words: Sequence[PlaceWords]) -> list[Place]:
    told = {place.location_id: place for place in places}
    for word in words:
        if word.name.default and word.location_id not in told:
            told[word.location_id] = _told_by_the_library(word)
    order = {word.location_id: n for n, word in enumerate(words)}
    return sorted(
        told.values(),
        key=lambda place: (
            place.category == "department",
            order.get(place.location_id, len(order)),
            place.name.casefold(),
        ),
    )


def _told_by_the_library(words: PlaceWords) -> Place:
    category = "library" if words.parent is None else "department"
    return Place(words.location_id, words.name.default, category)


def _in(language: str) -> Callable[[Translated[str]], str]:
    if not language:
        return lambda words: words.default
    return lambda words: words.in_language(language)


def _with_words(place: Place, words: PlaceWords, say: Callable[[Translated[str]], str]) -> Place:
    name = say(words.name) or place.name
    return Place(
        location_id=place.location_id,
        name=name,
        category=place.category,
        parent_id=place.parent_id if words.parent is None else words.parent,
        short_names=_also_called(place, words, name),
        address=words.address or place.address,
        phone=words.phone or place.phone,
        floor=say(words.floor) or place.floor,
        directions=say(words.directions) or place.directions,
        accessibility=say(words.accessibility) or place.accessibility,
        url=words.url or place.url,
        latitude=place.latitude if words.latitude is None else words.latitude,
        longitude=place.longitude if words.longitude is None else words.longitude,
        map=words.map or place.map,
        fetched_at=place.fetched_at,
    )


def _also_called(place: Place, words: PlaceWords, name: str) -> tuple[str, ...]:
    """Every name but that one: patrons may say any of them in any language."""
    names = dict.fromkeys(
        (*words.short_names, *place.short_names, *words.name.by_language.values(), place.name)
    )
    if words.name.default:
        names[words.name.default] = None
    names.pop(name, None)
    return tuple(names)

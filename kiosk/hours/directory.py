"""Where the places are: LibCal's rows with the library's own words over them."""

from collections.abc import Sequence
from dataclasses import replace

from kiosk.core.content import PlaceWords
from kiosk.core.places import Place


class Directory:
    """Every place of the library, in the order in which people expect them.

    Libraries come before departments; among equals those that the library wrote about come
    first, in its order, then the others by name. A place that only the library knows (LibCal
    was never reached) is there too, if the library gave it a name.

    Args:
        places: LibCal's rows.
        words: The library's own; a field that is not empty wins.
    """

    def __init__(self, places: Sequence[Place], words: Sequence[PlaceWords]) -> None:
        own = {word.location_id: word for word in words}
        order = {word.location_id: n for n, word in enumerate(words)}
        told = {place.location_id: place for place in places}
        named = (word for word in words if word.name and word.location_id not in told)
        found = [
            *(_with_words(place, own.get(place.location_id)) for place in told.values()),
            *(_with_words(Place(word.location_id, word.name), word) for word in named),
        ]
        found.sort(
            key=lambda place: (
                place.category == "department",
                order.get(place.location_id, len(order)),
                place.name.casefold(),
            )
        )
        self._places = {place.location_id: place for place in found}

    def all(self) -> list[Place]:
        """Every place, libraries first."""
        return list(self._places.values())

    def get(self, location_id: int) -> Place | None:
        """The place with that id, if there is one."""
        return self._places.get(location_id)

    def children(self, location_id: int) -> list[Place]:
        """The departments inside that place."""
        return [place for place in self._places.values() if place.parent_id == location_id]


def _with_words(place: Place, words: PlaceWords | None) -> Place:
    if words is None:
        return place
    return replace(
        place,
        name=words.name or place.name,
        short_names=words.short_names or place.short_names,
        address=words.address or place.address,
        phone=words.phone or place.phone,
        floor=words.floor or place.floor,
        directions=words.directions or place.directions,
        url=words.url or place.url,
    )

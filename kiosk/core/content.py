"""The library's own content, as records. Reading it from files is ``app.content_files``' job."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """What the library itself says of a place; wins over LibCal's row where not empty.

    Attributes:
        location_id: LibCal's hours ``lid``.
        name: Full name, empty to keep LibCal's.
        short_names: What people also call it.
        address, phone, floor, directions, url: As ``core.places.Place`` has them.
    """

    location_id: int
    name: str = ""
    short_names: tuple[str, ...] = ()
    address: str = ""
    phone: str = ""
    floor: str = ""
    directions: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """Everything a library writes for its terminals.

    Attributes:
        name: The library system's name, shown on the home screen.
        timezone: IANA zone; the setting of the same name wins.
        desk_phone: Shown where nothing else works.
        desk_words: Where a person is found, such as "the service desk on the ground floor".
        accent: Accent colour, ``#rrggbb``; empty for the product's own.
        announcement: One sentence for the home screen, empty for none.
        questions: Question chips for the home screen.
        places: The library's words about its places.
    """

    name: str = "Library"
    timezone: str = ""
    desk_phone: str = ""
    desk_words: str = "the service desk"
    accent: str = ""
    announcement: str = ""
    questions: tuple[str, ...] = ()
    places: tuple[PlaceWords, ...] = field(default=())

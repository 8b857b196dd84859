"""A place of the library: a building, a branch, or a department inside one."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Place:
    """One place as the patron should see it: LibCal's row with the library's own words over it.

    Attributes:
        location_id: LibCal's hours ``lid``.
        name: Full name.
        category: LibCal's ``library`` or ``department``.
        parent_id: The place that a department belongs to.
        short_names: What people also call it, most usual first.
        address: Postal address in one line, empty where unknown.
        phone: As printed for patrons, empty where unknown.
        floor: Such as "Second floor, east wing".
        directions: One sentence on how to find it from the entrance.
        url: The place's own page.
        fetched_at: When LibCal last named it, in UTC.
    """

    location_id: int
    name: str
    category: str = "library"
    parent_id: int | None = None
    short_names: tuple[str, ...] = ()
    address: str = ""
    phone: str = ""
    floor: str = ""
    directions: str = ""
    url: str = ""
    fetched_at: datetime | None = None

"""A place of the library: a building, a branch, or a department inside one."""

from dataclasses import dataclass
from datetime import datetime

MAX_LOCATION_ID = 2**53
"""Ids are below it: no JSON writer keeps larger whole numbers exact."""


@dataclass(frozen=True, slots=True)
class MapPosition:
    """A point on one of the library's floor plans.

    Attributes:
        plan: File name of the plan, in the library's content folder.
        x: From the plan's left edge, as a fraction of its width, 0 to 1.
        y: From the plan's top edge, as a fraction of its height, 0 to 1.
    """

    plan: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Place:
    """One place as the patron should see it: LibCal's row with the library's own words over it.

    Attributes:
        location_id: LibCal's hours ``lid``.
        name: Full name.
        category: LibCal's ``library`` or ``department``.
        parent_id: The place that a department belongs to.
        short_names: What people also call it, most usual first: nicknames and the name itself,
            in every language, and LibCal's name.
        address: Postal address in one line, empty where unknown.
        phone: As printed for patrons, empty where unknown.
        floor: Such as "Second floor, east wing".
        directions: One sentence on how to find it from the entrance.
        accessibility: Such as "Step-free entrance; lift to every floor; hearing loop".
        url: The place's own page.
        latitude: In degrees (WGS 84), positive in the north.
        longitude: In degrees (WGS 84), positive in the east.
        map: Where it is on a floor plan.
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
    accessibility: str = ""
    url: str = ""
    latitude: float | None = None
    longitude: float | None = None
    map: MapPosition | None = None
    fetched_at: datetime | None = None

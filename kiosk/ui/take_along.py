"""A place as a QR code, for the patron's own phone.

It holds a contact card (vCard 3.0) and no address of a page: a phone shows it without a network,
finds the way by its own map, and nobody learns that it was read.
"""

import segno
from segno import helpers

from kiosk.core.places import Place

QUIET_ZONE = 4
"""Modules of white around the code: ISO/IEC 18004 asks for as many."""


def contact_card(place: Place, library: str) -> str:
    """The text of the code."""
    return str(
        helpers.make_vcard_data(
            name=place.name,
            displayname=place.name,
            phone=place.phone or None,
            org=library,
            street=place.address or None,
            lat=place.latitude,
            lng=place.longitude,
            memo=place.floor or None,
        )
    )


def qr_picture(text: str) -> str:
    """The code as an SVG data address: black on white, whatever the theme."""
    # A screen is neither torn nor dirty: the least correction makes the largest modules.
    code = segno.make(text, error="l", boost_error=False, micro=False)
    return str(code.svg_data_uri(border=QUIET_ZONE, dark="#000", light="#fff", scale=4))

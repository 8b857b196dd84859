"""What a phone reads from the code beside a place."""

from urllib.parse import unquote

import segno

from kiosk.core.places import Place
from kiosk.ui.take_along import contact_card, qr_picture

SPACE = Place(
    9105,
    "Makerspace",
    address="Marlowe Library, 12 Harbor Walk",
    phone="(508) 555-0155",
    floor="Second floor, east wing",
    latitude=41.7421,
    longitude=-70.6174,
)


def test_the_code_is_a_contact_card_of_the_place() -> None:
    lines = contact_card(SPACE, "Alder Bay").split("\r\n")
    assert lines[:2] == ["BEGIN:VCARD", "VERSION:3.0"]
    assert "FN:Makerspace" in lines
    assert "ORG:Alder Bay" in lines
    assert "TEL:(508) 555-0155" in lines
    assert "GEO:41.7421;-70.6174" in lines
    assert any(line.startswith("ADR:") and "12 Harbor Walk" in line for line in lines)


def test_what_is_not_known_is_left_out() -> None:
    card = contact_card(Place(1, "阅览室"), "图书馆")
    assert "FN:阅览室" in card
    assert not any(word in card for word in ("TEL", "ADR", "GEO", "NOTE"))


def test_the_picture_has_its_quiet_zone_and_needs_no_other_file() -> None:
    text = contact_card(SPACE, "Alder Bay")
    picture = qr_picture(text)
    side = segno.make(text, error="l", boost_error=False, micro=False).symbol_size(border=4)[0] * 4
    assert picture.startswith("data:image/svg+xml")
    assert f"width='{side}'" in unquote(picture)
    assert "http" not in unquote(picture).replace("http://www.w3.org/2000/svg", "")

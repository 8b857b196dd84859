import pytest

from kiosk.hours.contact import read_contact


@pytest.mark.parametrize(
    ("html", "phone"),
    [
        ("<p>(111) 275-4343<br />\r\n&nbsp;</p>", "(111) 275-4343"),
        ("Phone: 508-555-0110", "508-555-0110"),
        ("508.555.0142 | Fax 508.555.0143", "508.555.0142"),
        ("Fax: (508) 555-0143<br>Tel: (508) 555-0142", "(508) 555-0142"),
        ("1-800-555-0100", "1-800-555-0100"),
        ("+1 (508) 555-0110", "+1 (508) 555-0110"),
        ("+44 20 7946 0018", "+44 20 7946 0018"),
        ("(508) 555-0166 ext. 4", "(508) 555-0166 ext. 4"),
        ("Call 529-4141 for help", "529-4141"),
        ('<a href="tel:+15085550131">508-555-0131</a>', "508-555-0131"),
    ],
)
def test_a_phone_number_is_taken_as_it_is_written(html: str, phone: str) -> None:
    assert read_contact(html).phone == phone


@pytest.mark.parametrize(
    "html",
    [
        "",
        "Fax (508) 555-0143",
        "Oxford, OH 45056-1234",
        "Collections 1911-2024",
        "Rooms 101-2044 and 300",
        "ISBN 978-0-262-13472-9",
        "508 5550110 12",
        "529-4141",
        "https://x.example/508-555-0110/page",
        "Open 2026-11-25 to 2026-12-24",
    ],
)
def test_a_number_that_only_may_be_one_is_left_out(html: str) -> None:
    assert read_contact(html).phone == ""


@pytest.mark.parametrize(
    ("html", "address"),
    [
        (
            "<p>12 Harbor Walk<br />Alder Bay, MA 02599</p><p>Phone: (508) 555-0110</p>",
            "12 Harbor Walk, Alder Bay, MA 02599",
        ),
        (
            "240 Tidewater Drive,&nbsp;Alder Bay, MA 02599 Tel. (508) 555-0124",
            "240 Tidewater Drive, Alder Bay, MA 02599",
        ),
        (
            "<p>Marlowe</p><p>151 S. Campus Ave.</p><p>Room 4</p><p>Oxford, OH 45056-1234</p>",
            "151 S. Campus Ave., Room 4, Oxford, OH 45056-1234",
        ),
        (
            "Address: 130 St George Street, Toronto ON M5S 1A5",
            "130 St George Street, Toronto ON M5S 1A5",
        ),
        ("85 Statehouse Road | Tel: 508.555.0142", "85 Statehouse Road"),
        ("221 East 42nd Street", "221 East 42nd Street"),
        ("P.O. Box 19<br>Alder Bay, MA 02599", "P.O. Box 19, Alder Bay, MA 02599"),
    ],
)
def test_an_address_is_one_line_from_the_street_to_the_postal_code(html: str, address: str) -> None:
    assert read_contact(html).address == address


@pytest.mark.parametrize(
    "html",
    [
        "",
        "2 hours by appointment",
        "24 hours a day",
        "Call (508) 555-0110",
        "9am to 5pm",
        "3 floors up",
    ],
)
def test_other_lines_that_begin_with_a_number_are_no_address(html: str) -> None:
    assert read_contact(html).address == ""

"""What a patron writes down to be reached by: taken as it is, with a hint where it seems wrong."""

import pytest

from kiosk.handoff.contact import PROVIDERS, Contact, ContactKind, look_at

EMAIL, PHONE, UNUSABLE = ContactKind.EMAIL, ContactKind.PHONE, ContactKind.UNUSABLE


@pytest.mark.parametrize(
    "written",
    [
        "ada@example.org",
        " ada.b+library@sub.example.co.uk ",
        "ada@gmail.com",
        "ada@GMail.com",
        "юлия@пример.рф",
        "ada@mail.com",
    ],
)
def test_an_address_that_can_be_right_gets_no_hint(written: str) -> None:
    assert look_at(written) == Contact(EMAIL)


@pytest.mark.parametrize("provider", PROVIDERS)
def test_no_provider_is_taken_for_another(provider: str) -> None:
    assert look_at(f"ada@{provider}") == Contact(EMAIL)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("ada@gmial.com", "ada@gmail.com"),
        ("Ada@gmail.con", "Ada@gmail.com"),
        ("ada@hotmal.com", "ada@hotmail.com"),
        ("ada@outlok.com", "ada@outlook.com"),
        ("ada@example.org.", "ada@example.org"),
    ],
)
def test_a_slip_of_the_finger_is_seen(written: str, meant: str) -> None:
    assert look_at(written).suggestion == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [("ada@example,org", "ada@example.org"), ("ada @ example.org", "ada@example.org")],
)
def test_what_cannot_be_an_address_may_be_nearly_one(written: str, meant: str) -> None:
    assert look_at(written) == Contact(UNUSABLE, meant)


@pytest.mark.parametrize(
    "written", ["(508) 555-0110", "+33 1 23 45 67 89", "555.0110", "٠٥٠١٢٣٤٥٦٧"]
)
def test_a_phone_number_is_taken_in_every_way_of_writing(written: str) -> None:
    assert look_at(written) == Contact(PHONE)


@pytest.mark.parametrize("written", ["ada", "ada@", "@example.org", "ada@example", "1234", "x 555"])
def test_what_reaches_nobody_is_unusable(written: str) -> None:
    assert look_at(written) == Contact(UNUSABLE)


@pytest.mark.parametrize("written", ["", "  "])
def test_nothing_is_nothing(written: str) -> None:
    assert look_at(written) == Contact()

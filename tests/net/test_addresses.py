import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.errors import SettingError
from kiosk.net.addresses import checked_base_url, is_loopback


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://example.libcal.com/api/1.1", "https://example.libcal.com/api/1.1"),
        ("https://example.libcal.com/api/1.1/", "https://example.libcal.com/api/1.1"),
        (" https://desk.example.org \n", "https://desk.example.org"),
        ("https://desk.example.org:8750", "https://desk.example.org:8750"),
        ("http://127.0.0.1:8750", "http://127.0.0.1:8750"),
        ("http://127.9.9.9", "http://127.9.9.9"),
        ("http://localhost:8750/", "http://localhost:8750"),
        ("http://[::1]:8750", "http://[::1]:8750"),
    ],
)
def test_encrypted_addresses_and_this_machine_are_accepted(text: str, address: str) -> None:
    assert checked_base_url(text, "desk.url") == address


@pytest.mark.parametrize(
    "text",
    [
        "",
        "desk.example.org",
        "/api",
        "https://",
        "ftp://desk.example.org",
        "http://desk.example.org",
        "http://127.0.0.1.example.org",
        "http://localhost.example.org",
        "http://192.168.1.5",
        "http://0.0.0.0",
        "https://ana:secret@desk.example.org",
        "https://desk.example.org/?iid=1",
        "https://desk.example.org/#queue",
        "https://desk.example.org:port",
        "https://desk.example.org:99999",
        "https://desk\x00.example.org",
        "https://[::1",
        "https://desk example.org",
    ],
)
def test_anything_else_is_refused_with_the_name_of_the_setting(text: str) -> None:
    with pytest.raises(SettingError, match=r"^desk\.url "):
        checked_base_url(text, "desk.url")


def test_a_password_in_an_address_is_not_repeated() -> None:
    with pytest.raises(SettingError) as caught:
        checked_base_url("https://ana:secret@desk.example.org", "desk.url")
    assert "secret" not in str(caught.value)


@given(st.text(max_size=60) | st.text(max_size=40).map(lambda text: f"https://{text}"))
def test_whatever_is_accepted_can_be_asked_and_is_private(text: str) -> None:
    try:
        address = checked_base_url(text, "desk.url")
    except SettingError:
        return
    url = httpx.URL(address)
    assert url.host
    assert url.scheme == "https" or is_loopback(url)

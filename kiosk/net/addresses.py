"""Which addresses we are willing to speak to: encrypted ones, and this machine itself."""

import ipaddress

import httpx

from kiosk.core.errors import SettingError

_LAST_PORT = 65_535


def checked_base_url(text: str, setting_name: str) -> str:
    """The address without spaces around it and without a slash at its end.

    Args:
        text: As the administrator wrote it.
        setting_name: For the message, such as ``desk.url``.

    Raises:
        SettingError: not ``https://`` (``http://`` is allowed on loopback), or with parts that
            do not belong into a base address: a user, a password, a query, a fragment.
    """
    address = text.strip()
    try:
        url = httpx.URL(address)
    except httpx.InvalidURL as error:
        raise SettingError(f"{setting_name} is not an address: {error}") from error
    if fault := _fault(url):
        raise SettingError(f"{setting_name} {fault}")
    return address.rstrip("/")


def is_loopback(url: httpx.URL) -> bool:
    """Whether the address is this machine itself, as told by the address alone."""
    if url.host == "localhost":
        return True
    try:
        return ipaddress.ip_address(url.host).is_loopback
    except ValueError:
        return False


def _fault(url: httpx.URL) -> str:
    """What is wrong with it, as the end of a sentence; empty for nothing."""
    # The address itself is not repeated: it may hold a password.
    # A percent sign is what a space or a stray character in the host became.
    if url.scheme not in ("http", "https") or not url.host or b"%" in url.raw_host:
        return "must begin with https:// and a host name"
    if url.port is not None and not 0 < url.port <= _LAST_PORT:
        return f"must have a port from 1 to {_LAST_PORT}"
    if url.userinfo:
        return "must not hold a user name or a password"
    if url.query or url.fragment:
        return "must not hold a '?' or a '#'"
    if url.scheme == "http" and not is_loopback(url):
        return "must begin with https:// (http:// is for this machine itself only)"
    return ""

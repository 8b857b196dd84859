"""An HTTP client with the patience of a person standing in front of a screen."""

from collections.abc import Mapping

import httpx

import kiosk
from kiosk.net.addresses import is_loopback
from kiosk.net.certificates import trusted_certificates

PERSON_SIZED = httpx.Timeout(10.0, connect=2.0)
"""Seconds: a server that cannot be reached shows in two, one that is slow gets ten."""


def http_client(
    base_url: str,
    *,
    timeout: httpx.Timeout | None = None,
    transport: httpx.AsyncBaseTransport | None = None,
    headers: Mapping[str, str] | None = None,
) -> httpx.AsyncClient:
    """A client for one server. The caller closes it.

    Redirects are never followed, because they could carry a token to another host.

    The proxy and the certificates of the environment (``HTTPS_PROXY``, ``SSL_CERT_FILE``) are
    respected, since some campus networks have no other way out; but never towards this machine
    itself, where a proxy could only do harm.

    Args:
        base_url: As ``kiosk.net.addresses.checked_base_url`` returns it.
        timeout: Instead of the person-sized one.
        transport: Instead of the network, for tests.
        headers: Sent with every request.
    """
    trust_env = not is_loopback(httpx.URL(base_url))
    return httpx.AsyncClient(
        base_url=base_url,
        timeout=timeout or PERSON_SIZED,
        transport=transport,
        headers={"User-Agent": f"library-kiosk/{kiosk.__version__}", **(headers or {})},
        follow_redirects=False,
        verify=trusted_certificates(of_environment=trust_env),
        trust_env=trust_env,
    )

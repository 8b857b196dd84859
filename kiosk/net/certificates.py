"""Whom this process believes to be who they say they are."""

import ssl
from functools import cache

import httpx


@cache
def trusted_certificates(*, of_environment: bool) -> ssl.SSLContext:
    """The authorities that all clients of this process trust: certifi's.

    Read once: each reading takes 25 to 50 ms and a megabyte, and a terminal speaks with four.

    Args:
        of_environment: Whether ``SSL_CERT_FILE`` and ``SSL_CERT_DIR`` stand in for them, as some
            campus networks need.
    """
    return httpx.create_ssl_context(trust_env=of_environment)

import contextlib
import socket
from collections.abc import Iterator

import httpx
import pytest

import kiosk
from kiosk.net.client import PERSON_SIZED, http_client


class Server:
    """Remembers what it was asked and sends everybody elsewhere."""

    def __init__(self) -> None:
        self.asked: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        return httpx.Response(302, headers={"Location": "https://elsewhere.example.org/"})


@contextlib.contextmanager
def a_silent_server() -> Iterator[str]:
    """Takes connections and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"


async def test_a_redirect_is_never_followed() -> None:
    server = Server()
    async with http_client(
        "https://desk.example.org/under",
        transport=httpx.MockTransport(server),
        headers={"Authorization": "Bearer token"},
    ) as client:
        answer = await client.get("/api/v1/tickets")
    assert answer.status_code == 302
    assert [str(one.url) for one in server.asked] == [
        "https://desk.example.org/under/api/v1/tickets"
    ]
    assert server.asked[0].headers["Authorization"] == "Bearer token"
    assert server.asked[0].headers["User-Agent"] == f"library-kiosk/{kiosk.__version__}"


async def test_a_person_does_not_wait_longer_than_ten_seconds() -> None:
    async with http_client("https://desk.example.org") as client:
        assert client.timeout == PERSON_SIZED
    assert (PERSON_SIZED.connect, PERSON_SIZED.read, PERSON_SIZED.write) == (2.0, 10.0, 10.0)


async def test_a_server_that_keeps_silent_is_given_up() -> None:
    with a_silent_server() as url:
        async with http_client(url, timeout=httpx.Timeout(0.05)) as client:
            with pytest.raises(httpx.ReadTimeout):
                await client.get("/")


@pytest.mark.parametrize(
    ("url", "trusted"),
    [
        ("https://desk.example.org", True),
        ("http://127.0.0.1:8750", False),
        ("http://localhost:8750", False),
        ("http://[::1]:8750", False),
    ],
)
async def test_the_way_to_this_machine_never_leads_over_a_proxy(url: str, *, trusted: bool) -> None:
    async with http_client(url) as client:
        assert client.trust_env is trusted

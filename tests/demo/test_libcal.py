import contextlib
from collections.abc import AsyncIterator

import httpx
import pytest

from kiosk.demo.libcal import CLIENT_ID, CLIENT_SECRET
from tests.fakes.clock import TurnableClock
from tests.fakes.libcal import running_libcal

FORM = {
    "client_id": CLIENT_ID,
    "client_secret": CLIENT_SECRET,
    "grant_type": "client_credentials",
}


@contextlib.asynccontextmanager
async def visitor(clock: TurnableClock | None = None) -> AsyncIterator[httpx.AsyncClient]:
    """Someone who speaks plain HTTP with the simulator."""
    async with (
        running_libcal(clock or TurnableClock()) as url,
        httpx.AsyncClient(base_url=url, trust_env=False) as client,
    ):
        yield client


async def sign_in(client: httpx.AsyncClient) -> dict[str, str]:
    answer = (await client.post("/oauth/token", data=FORM)).json()
    assert (answer["expires_in"], answer["token_type"]) == (3600, "Bearer")
    return {"Authorization": f"Bearer {answer['access_token']}"}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"client_secret": "x"}, "The client credentials are invalid"),
        ({"client_id": "x"}, "The client credentials are invalid"),
        ({"grant_type": "password"}, "Grant type not supported"),
    ],
)
async def test_a_wrong_sign_in_is_refused_in_libcals_words(
    wrong: dict[str, str], words: str
) -> None:
    async with visitor() as client:
        answer = await client.post("/oauth/token", data=FORM | wrong)
    assert (answer.status_code, answer.json()) == (400, {"error": words})


async def test_hours_need_a_token_that_is_not_over() -> None:
    clock = TurnableClock()
    async with visitor(clock) as client:
        assert (await client.get("/hours/9101")).status_code == 401
        token = await sign_in(client)
        assert (await client.get("/hours/9101", headers=token)).status_code == 200
        clock.advance(hours=1)
        assert (await client.get("/hours/9101", headers=token)).status_code == 401


async def test_without_dates_it_tells_today() -> None:
    async with visitor() as client:
        (row,) = (await client.get("/hours/9101", headers=await sign_in(client))).json()
    assert list(row["dates"]) == ["2026-11-25"]
    assert row["dates"]["2026-11-25"]["hours"] == [{"from": "7:00am", "to": "1:00am"}]


@pytest.mark.parametrize(
    ("path", "params", "words"),
    [
        ("/hours", {}, "no location ids provided"),
        ("/hours/", {}, "no location ids provided"),
        ("/hours/9101", {"from": "soon"}, 'invalid "from" date'),
        ("/hours/9101", {"to": "2026-02-30"}, 'invalid "to" date'),
        (
            "/hours/9101",
            {"from": "2026-11-26", "to": "2026-11-25"},
            '"from" date cannot be later than "to" date',
        ),
        (
            "/hours/9101",
            {"from": "2026-11-25", "to": "2027-03-06"},
            'too many days between the "from" and "to" dates, max is 100',
        ),
    ],
)
async def test_complaints_are_libcals(path: str, params: dict[str, str], words: str) -> None:
    async with visitor() as client:
        answer = await client.get(path, params=params, headers=await sign_in(client))
    assert (answer.status_code, answer.text) == (400, words)


async def test_a_hundred_days_apart_are_not_too_many() -> None:
    async with visitor() as client:
        window = {"from": "2026-11-25", "to": "2027-03-05"}
        answer = await client.get("/hours/9101", params=window, headers=await sign_in(client))
    assert len(answer.json()[0]["dates"]) == 101


async def test_a_place_without_days_has_phps_empty_map_and_an_unknown_one_an_error() -> None:
    third_sunday = {"from": "2026-11-15", "to": "2026-11-15"}
    async with visitor() as client:
        token = await sign_in(client)
        rows = (await client.get("/hours/9104,1,x", params=third_sunday, headers=token)).json()
    assert rows[0]["dates"] == []
    assert [row["error"] for row in rows[1:]] == ["invalid location id"] * 2


async def test_the_widgets_tell_parents_and_a_library_brings_its_departments() -> None:
    async with visitor() as client:
        page = client.base_url.join("/api_hours_today.php")
        answer = await client.get(page, params={"iid": "9100", "lid": "9101"})
    rows = answer.json()["locations"]
    assert [(row["lid"], row.get("parent_lid")) for row in rows] == [
        (9101, None),
        (9105, 9101),
        (9106, 9101),
    ]
    assert rows[0]["day"] == "Wednesday"


@pytest.mark.parametrize(("weeks", "expected"), [("3", 3), ("x", 1), ("0", 1), ("999", 52)])
async def test_the_grid_has_the_weeks_asked_for(weeks: str, expected: int) -> None:
    async with visitor() as client:
        page = client.base_url.join("/api_hours_grid.php")
        answer = await client.get(page, params={"iid": "9100", "weeks": weeks})
    (first, *_) = found = answer.json()["locations"][0]["weeks"]
    assert len(found) == expected
    assert first["Sunday"]["date"] == "2026-11-22"

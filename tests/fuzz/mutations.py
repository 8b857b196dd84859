"""Damage to an answer: somewhere in its tree, or in its bytes."""

import copy
import json
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

DEEP = "@deep@"
"""Stands for lists in lists, written into the text because no writer would nest so deep."""

STATUSES = ("open", "closed", "24hours", "ByApp", "text", "not-set", "Closed", " open", "OPEN", "")
TIMES = (
    *(
        "8",
        "25:00",
        "24:00",
        "12:60am",
        "13pm",
        "0am",
        "8:30",
        "8.30am",
        "8 AM",
        " 9pm ",
        "11:59pm",
    ),
    *("12am", "12pm", "-1am", "8am-5pm", "noon", "MIDNIGHT", "late", "\uff18am", "\u0668am"),
    *("8am\u200b", "8:00:00", "08:00+01:00", "1e3", "8 a.m.", "8am<br>", "&#56;am", "008:00am"),
)
DATES = (
    *("2026-11-25", "2026-12-03", "2026-11-31", "20261125", "2026-W48-3", "2026-11-25T00:00:00"),
    *("25.11.2026", "11/25/2026", "today", "0000-00-00", "9999-12-31", " 2026-11-25", "2026-1-5"),
)
WORDS = (
    *(
        "<b>Closed</b>",
        "&lt;b&gt;closed&lt;/b&gt;",
        "<script>alert(1)</script>",
        "<![if x]>no<![endif]>",
    ),
    *(
        "<![ 9am",
        "<!-- --",
        "&#x110000;&#0;",
        "\ud800",
        "\x00\x07",
        "\u202eesolc",
        "open 24/7 \U0001f4da",
    ),
    *("<a " * 300, "x" * 5000, "'); DROP TABLE hours; --", "{{ 7*7 }}", "\u0645\u063a\u0644\u0642"),
    *(
        "closed",
        "8am - 5pm",
        "\n",
        "//evil.example",
        "https://x.example/\ud83d",
        "javascript:alert(1)",
    ),
)
THINGS: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 8113, 8114, 2**53, 10**40, 0.5, 1e308, -0.0, float("nan")),
    *("", " ", "8113", "0", [], {}, [[]], [None], {"": ""}, {"status": "closed"}, ["closed"], DEEP),
    *({"error": "<p>invalid location id</p>"}, {"errors": [{"a": [[1]]}]}, [[[[[[[[]]]]]]]]),
)

Spot = tuple[Any, Any, int]
"""A container, a key or an index in it, and how deep it lies."""


def mutated(answer: Any, random: Random) -> bytes:
    """The answer with some damage; now and then with none that a reader would notice."""
    # In a list, so that the whole can be replaced too; and with nothing in it twice.
    tree = [json.loads(as_bytes(answer))]
    for _ in range(random.choice((1, 1, 1, 2, 3, 6, 12))):
        _damage(tree, random)
    depth = random.choice((60, 400, random.randint(880, 1000), 3000))
    whole = as_bytes(tree[0] if tree else None, ascii_only=random.random() < 0.5)
    body = whole.replace(f'"{DEEP}"'.encode(), b"[" * depth + b"]" * depth)
    return _broken(body, random) if random.random() < 0.12 else body


def as_bytes(answer: Any, *, ascii_only: bool = False) -> bytes:
    """As LibCal sends it. A lone surrogate stands in it as the bytes that PHP would write."""
    return json.dumps(answer, ensure_ascii=ascii_only).encode("utf-8", "surrogatepass")


def _damage(tree: list[Any], random: Random) -> None:
    spots = list(_spots(tree))
    if not spots:
        return
    if random.random() < 0.25:  # leaves are many; what holds them must have its turn too
        spots = [spot for spot in spots if spot[2] <= random.randint(1, 4)]
    container, key, _ = random.choice(spots)
    _fitting(container, key, random)(container, key, random)


def _spots(node: Any, depth: int = 0) -> Iterator[Spot]:
    keys = node if isinstance(node, dict) else range(len(node) if isinstance(node, list) else 0)
    for key in keys:
        yield node, key, depth
        yield from _spots(node[key], depth + 1)


def _fitting(container: Any, key: Any, random: Random) -> Callable[[Any, Any, Random], None]:
    general = (
        _drop,
        _replace,
        _replace,
        _wrap,
        _double,
        _as_text,
        _exchange,
        _respell,
        _other_word,
    )
    if random.random() < 0.5 and isinstance(key, str):
        if key in {"from", "to"}:
            return _other(TIMES)
        if key == "status":
            return _other(STATUSES)
        if key == "date" or key[:3] == "202":
            return _other_date
        if isinstance(container[key], str):
            return _other_word
    return random.choice(general)


def _other(choice: tuple[str, ...]) -> Callable[[Any, Any, Random], None]:
    def replace(container: Any, key: Any, random: Random) -> None:
        container[key] = random.choice(choice)

    return replace


def _drop(container: Any, key: Any, _random: Random) -> None:
    del container[key]


def _replace(container: Any, key: Any, random: Random) -> None:
    container[key] = copy.deepcopy(random.choice(THINGS))


def _wrap(container: Any, key: Any, random: Random) -> None:
    value = container[key]
    container[key] = random.choice(([value], {"0": value}, {"value": value}, [value, value]))


def _double(container: Any, key: Any, random: Random) -> None:
    if isinstance(container, list):
        container.insert(random.randint(0, len(container)), copy.deepcopy(container[key]))
    else:
        container[f"{key}_2"] = copy.deepcopy(container[key])


def _as_text(container: Any, key: Any, _random: Random) -> None:
    container[key] = str(container[key])[:500]


def _exchange(container: Any, key: Any, random: Random) -> None:
    keys = list(container) if isinstance(container, dict) else list(range(len(container)))
    other = random.choice(keys)
    container[key], container[other] = container[other], container[key]


def _respell(container: Any, key: Any, random: Random) -> None:
    if isinstance(container, dict):
        name = str(key)
        container[random.choice((name.upper(), name + " ", name[1:], f"\ufeff{name}"))] = (
            container.pop(key)
        )


def _other_word(container: Any, key: Any, random: Random) -> None:
    container[key] = random.choice(WORDS)


def _other_date(container: Any, key: Any, random: Random) -> None:
    day = random.choice(DATES)
    if key == "date":
        container[key] = day
    else:
        container[day] = container.pop(key)


def _broken(body: bytes, random: Random) -> bytes:
    at = random.randint(0, len(body))
    return random.choice(
        (
            body[:at],
            body[:at] + bytes([random.randint(0, 255)]) + body[at + 1 :],
            body[:at] + b"\x00" + body[at:],
            body + body,
            b"\xef\xbb\xbf" + body,
            body.decode("utf-8", "replace").encode("utf-16"),
            b"",
            b"<html><body><h1>We'll be back soon!</h1></body></html>",
            b'{"error": "<p>Scheduled maintenance</p>"}',
            b'<p>King 240: Sorry</p>invalid "from" date',
            body.replace(b'"closed"', b'"closed", "status": "open"'),
            b"1" * 5000,
            b"NaN",
        )
    )

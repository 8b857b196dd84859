import contextlib
from io import DEFAULT_BUFFER_SIZE

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.errors import WireError
from kiosk.core.heartbeat import (
    MAX_LINE_BYTES,
    Beat,
    Forget,
    Message,
    Ready,
    Restore,
    Snapshot,
    decode,
    encode,
)

json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)
visits = st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=8), json)
messages = st.one_of(
    st.just(Ready()),
    st.just(Forget()),
    st.builds(Beat, st.integers(0)),
    st.builds(Snapshot, visits),
    st.builds(Restore, st.none() | visits),
)


@given(messages)
def test_what_one_side_says_the_other_hears(message: Message) -> None:
    line = encode(message)
    assert line.count(b"\n") == 1
    assert decode(line) == message


def test_the_end_of_a_visit_fills_the_buffer_that_it_was_read_through() -> None:
    assert len(encode(Forget())) >= 2 * DEFAULT_BUFFER_SIZE


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"hello\n",
        b"\xff\xfe\n",
        b"[]\n",
        b"{}\n",
        b'{"type": "beat"}\n',
        b'{"type": "beat", "frames": "many"}\n',
        b'{"type": "snapshot", "visit": null}\n',
        b'{"type": "restore"}\n',
        b'{"type": "dance"}\n',
    ],
)
def test_what_is_not_ours_is_refused(line: bytes) -> None:
    with pytest.raises(WireError):
        decode(line)


def test_a_line_without_end_is_refused_before_it_is_read() -> None:
    with pytest.raises(WireError, match="too long"):
        decode(b"x" * (MAX_LINE_BYTES + 1))


@given(st.binary())
def test_any_noise_is_a_message_or_refused(line: bytes) -> None:
    with contextlib.suppress(WireError):
        decode(line)


def test_a_line_of_nothing_but_brackets_is_refused() -> None:
    """Python's parser gives up on it with an error of another kind."""
    with pytest.raises(WireError, match="not JSON"):
        decode(b"[" * 200_000)

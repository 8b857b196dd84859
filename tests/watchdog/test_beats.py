import io

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.core.heartbeat import MAX_LINE_BYTES, Beat, Ready, encode
from kiosk.watchdog.beats import messages
from tests.noise import Noise


def test_messages_come_in_order() -> None:
    assert list(messages(io.BytesIO(encode(Ready()) + encode(Beat(1))))) == [Ready(), Beat(1)]


def test_the_first_strange_line_is_told_without_its_words(expected_logs: Noise) -> None:
    expected_logs.allow("something else on the watchdog's pipe")
    said = b"my card is 12345\n" * 3 + encode(Ready())
    assert list(messages(io.BytesIO(said))) == [Ready()]
    assert len(expected_logs.heard) == 1
    assert "12345" not in expected_logs.heard[0]


def test_a_line_that_is_too_long_is_thrown_away_whole(expected_logs: Noise) -> None:
    expected_logs.allow("something else on the watchdog's pipe")
    said = b"x" * (3 * MAX_LINE_BYTES) + encode(Ready()) + encode(Beat(2))
    assert list(messages(io.BytesIO(said))) == [Beat(2)]


def test_a_line_cut_off_by_the_end_is_no_message(expected_logs: Noise) -> None:
    expected_logs.allow("something else on the watchdog's pipe")
    assert list(messages(io.BytesIO(encode(Beat(2)) + b'{"type": "be'))) == [Beat(2)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # it only ever grows
@given(noise=st.lists(st.binary(max_size=60)))
def test_whatever_comes_a_message_on_its_own_line_is_heard(
    expected_logs: Noise, noise: list[bytes]
) -> None:
    expected_logs.allow("something else on the watchdog's pipe")
    said = b"".join(noise) + b"\n" + encode(Beat(7))
    assert list(messages(io.BytesIO(said)))[-1] == Beat(7)

import io

import pytest

from kiosk.app.secret_command import keep
from kiosk.app.secrets import KeyringStore
from kiosk.app.staff_pin_command import keep_pin, shown_hash
from kiosk.core.errors import UsageError
from kiosk.core.secret import Secret
from kiosk.ui.staff.pin import is_right
from tests.fakes.keyring import FakeKeyring

PIN = "271828"


def test_the_pin_is_in_the_keyring_as_a_hash_only() -> None:
    ring = FakeKeyring()
    store = KeyringStore(None, load=lambda: ring)
    sentence = keep_pin(io.StringIO(f"{PIN}\n"), store)
    assert PIN not in sentence
    assert PIN not in str(ring.kept)
    assert is_right(store.get("staff.pin_hash"), PIN)


def test_a_machine_without_a_keyring_is_told_the_hash() -> None:
    name, _, pin_hash = shown_hash(io.StringIO(PIN)).partition("=")
    assert name == "KIOSK_STAFF__PIN_HASH"
    assert is_right(Secret(pin_hash), PIN)


@pytest.mark.parametrize("text", ["", "12345", "123456", "27 18 28", f"{PIN}\n{PIN}"])
def test_what_is_no_pin_is_refused_and_not_repeated(text: str) -> None:
    ring = FakeKeyring()
    with pytest.raises(UsageError) as caught:
        keep_pin(io.StringIO(text), KeyringStore(None, load=lambda: ring))
    assert not text or text not in str(caught.value)
    assert ring.kept == {}


def test_the_pin_itself_is_not_kept_as_a_secret_by_mistake() -> None:
    ring = FakeKeyring()
    store = KeyringStore(None, load=lambda: ring)
    with pytest.raises(UsageError, match="kiosk staff-pin set"):
        keep("staff.pin_hash", io.StringIO(PIN), store)
    assert ring.kept == {}
    assert "in the keyring" in keep("staff.pin_hash", io.StringIO("$argon2id$copied"), store)

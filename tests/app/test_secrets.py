import threading

import pytest

from kiosk.app.secrets import KeyringStore, NoKeyring, system_keyring
from kiosk.core.errors import StorageError
from kiosk.core.secret import Secret
from tests.fakes.keyring import FakeKeyring, NoKeyringError


def store_on(ring: object, home: str | None = None) -> KeyringStore:
    return KeyringStore(home, load=lambda: ring)


def test_what_was_kept_is_found_again() -> None:
    ring = FakeKeyring()
    store_on(ring).set("desk.token", Secret("t-1"))
    assert store_on(ring).get("desk.token") == Secret("t-1")
    assert not store_on(ring).get("openai.api_key")


def test_an_installation_in_a_folder_of_its_own_does_not_see_the_machines_secrets() -> None:
    ring = FakeKeyring()
    store_on(ring).set("desk.token", Secret("the real one"))
    assert not store_on(ring, home="a folder").get("desk.token")


def test_a_machine_without_a_keyring_has_no_secrets_and_says_why_it_keeps_none() -> None:
    store = store_on(FakeKeyring(fails=NoKeyringError()))
    assert not store.get("desk.token")
    with pytest.raises(NoKeyring, match="no keyring"):
        store.set("desk.token", Secret("t-1"))
    with pytest.raises(NoKeyring, match="no keyring"):
        store.check()


def test_a_locked_keyring_is_an_error_that_does_not_hold_the_secret() -> None:
    store = store_on(FakeKeyring(fails=PermissionError("could not keep t-1")))
    with pytest.raises(StorageError, match="PermissionError") as caught:
        store.set("desk.token", Secret("t-1"))
    assert "t-1" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


def test_a_keyring_that_waits_for_a_password_does_not_keep_us_waiting() -> None:
    answered = threading.Event()

    def load() -> FakeKeyring:
        answered.wait()
        return FakeKeyring()

    with pytest.raises(StorageError, match="does not answer"):
        KeyringStore(None, load=load, patience=0.05).get("desk.token")
    answered.set()


def test_the_real_library_is_what_we_think_it_is() -> None:
    ring = system_keyring()
    assert ring.errors.NoKeyringError.__name__ == NoKeyringError.__name__
    assert callable(ring.get_password)
    assert callable(ring.set_password)

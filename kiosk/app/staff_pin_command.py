"""`kiosk staff-pin set`: from standard input, as a hash, into the keyring."""

from typing import TextIO

from kiosk.app.secret_command import PIN_HASH, read_secret
from kiosk.app.secrets import SecretStore
from kiosk.core.settings import environment_name
from kiosk.ui.staff.pin import checked_pin, hash_of


def keep_pin(source: TextIO, store: SecretStore) -> str:
    """Read a PIN and keep its hash; the sentence that says so.

    Raises:
        UsageError: it cannot be a PIN.
        StorageError: there is no keyring, or it does not take it.
    """
    store.set(PIN_HASH, hash_of(checked_pin(read_secret(source, "PIN: ").reveal())))
    return "The PIN is set. Restart the kiosk; then tap five times in its upper left corner."


def shown_hash(source: TextIO) -> str:
    """Read a PIN; its hash, for the environment of a machine without a keyring.

    Raises:
        UsageError: it cannot be a PIN.
    """
    hashed = hash_of(checked_pin(read_secret(source, "PIN: ").reveal()))
    return f"{environment_name(PIN_HASH)}={hashed.reveal()}"

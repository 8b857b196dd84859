"""`kiosk secret set NAME`: from standard input into the keyring, seen by nobody on the way."""

import getpass
from difflib import get_close_matches
from typing import TextIO

from kiosk.app.configuration import secret_settings
from kiosk.app.secrets import SecretStore
from kiosk.core.errors import UsageError
from kiosk.core.secret import Secret
from kiosk.core.settings import environment_name
from kiosk.ui.staff.pin import HASH_BEGINS

PIN_HASH = "staff.pin_hash"
LONGEST = 4_096
"""Characters. Windows keeps at most 2,560 bytes in one entry and says so itself."""


def keep(name: str, source: TextIO, store: SecretStore) -> str:
    """Read one secret and keep it; the sentence that says so.

    Raises:
        UsageError: no secret has this name, or what was read cannot be one.
        StorageError: there is no keyring, or it does not take it.
    """
    setting = setting_of(name)
    secret = read_secret(source)
    if setting == PIN_HASH and not secret.reveal().startswith(HASH_BEGINS):
        raise UsageError("The PIN itself is not kept; run `kiosk staff-pin set`.")
    store.set(setting, secret)
    return f"{setting} is in the keyring now."


def setting_of(name: str) -> str:
    """The secret setting that is meant; its name in the environment is as good. Raises UsageError.

    What was typed is not repeated: it may be the secret itself.
    """
    names = secret_settings()
    spelled = {name: name for name in names} | {environment_name(name): name for name in names}
    if name in spelled:
        return spelled[name]
    close = get_close_matches(name, names, 1, 0.7)
    hint = f"did you mean {close[0]}?" if close else f"the secrets are {', '.join(names)}."
    raise UsageError(f"No secret has that name; {hint}")


def read_secret(source: TextIO, prompt: str = "Secret: ") -> Secret:
    """One line, without an echo where a person types it. Raises UsageError."""
    text = getpass.getpass(prompt) if source.isatty() else source.read(LONGEST + 2)
    text = text.strip("\r\n")
    if not text.strip():
        raise UsageError("Standard input held no secret; pipe it in or type it.")
    if len(text) > LONGEST or "\n" in text or "\x00" in text:
        raise UsageError(f"A secret is one line of at most {LONGEST} characters.")
    return Secret(text.strip())

"""Secrets at rest: the system's keyring, behind one door.

The keyring is slow to load and may be missing, locked, or waiting for a person to unlock it, so
it is loaded late, asked in a thread of its own and given a few seconds.
"""

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Any, Protocol, TypeVar

from kiosk.core.errors import StorageError
from kiosk.core.paths import APP
from kiosk.core.secret import Secret

T = TypeVar("T")
PATIENCE_SECONDS = 5.0


class NoKeyring(StorageError):
    """There is no keyring on this machine, so there is nothing in it either."""


class SecretStore(Protocol):
    """Keeps secrets by the names of their settings."""

    def get(self, name: str) -> Secret:
        """The secret, empty where there is none. Raises StorageError."""

    def set(self, name: str, secret: Secret) -> None:
        """Keep it. Raises StorageError."""


class KeyringStore:
    """The system's own keyring (Credential Manager, Keychain, Secret Service)."""

    def __init__(
        self, home: str | None, *, load: Callable[[], Any], patience: float = PATIENCE_SECONDS
    ) -> None:
        # An installation of its own has secrets of its own: a demo must not find real ones.
        self._service = f"{APP} {home}" if home else APP
        self._load = load
        self._patience = patience

    def get(self, name: str) -> Secret:
        try:
            text = self._ask(lambda ring: ring.get_password(self._service, name))
        except NoKeyring:
            return Secret("")
        return Secret(text or "")

    def check(self) -> None:
        """Look something up, so that what is wrong with the keyring comes out.

        Raises:
            NoKeyring: this machine has none.
            StorageError: it does not answer, or answers no.
        """
        self._ask(lambda ring: ring.get_password(self._service, "check"))

    def set(self, name: str, secret: Secret) -> None:
        self._ask(lambda ring: ring.set_password(self._service, name, secret.reveal()))

    def _ask(self, question: Callable[[Any], T]) -> T:
        answers: SimpleQueue[Callable[[], T]] = SimpleQueue()
        # A daemon: a keyring that waits for a password that nobody types must not keep us alive.
        threading.Thread(
            target=_answer, args=(self._load, question, answers), name="keyring", daemon=True
        ).start()
        try:
            return answers.get(timeout=self._patience)()
        except Empty:
            raise StorageError(
                "The system's keyring does not answer; unlock it, or give the secret by the "
                "environment."
            ) from None


def _answer(
    load: Callable[[], Any], question: Callable[[Any], T], answers: SimpleQueue[Callable[[], T]]
) -> None:
    try:
        answer = question(load())
    # Each system's keyring has errors of its own kind; all of them go to the one who asked.
    except Exception as error:  # noqa: BLE001 - see above
        answers.put(_raiser(error))
    else:
        answers.put(lambda: answer)


def _raiser(error: Exception) -> Callable[[], Any]:
    # The foreign error is left behind: its text could hold what was to be stored.
    kind = type(error).__name__
    trouble: StorageError
    if kind == "NoKeyringError":
        trouble = NoKeyring("This machine has no keyring; give secrets by the environment.")
    else:
        trouble = StorageError(f"The system's keyring says no ({kind}); unlock it and try again.")

    def fail() -> Any:
        raise trouble

    return fail


def system_keyring() -> Any:
    """The keyring library, loaded only here."""
    import keyring  # noqa: PLC0415 - costs a tenth of a second that `kiosk ask` can save

    return keyring

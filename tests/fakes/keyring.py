"""A keyring that keeps its secrets in memory, and can be told to fail."""


class NoKeyringError(RuntimeError):
    """Named as the real library names it: that is how it is known."""


class FakeKeyring:
    """What our code uses of the keyring library."""

    def __init__(self, *, fails: Exception | None = None) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.fails = fails

    def get_password(self, service: str, name: str) -> str | None:
        self._fail()
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, secret: str) -> None:
        self._fail()
        self.kept[service, name] = secret

    def _fail(self) -> None:
        if self.fails is not None:
            raise self.fails

"""As much of ``winreg`` as we use, over nested dictionaries."""

import contextlib
from collections.abc import Iterator
from typing import Any

Branch = dict[str, Any]


class FakeRegistry:
    """HKEY_LOCAL_MACHINE, and the branch of one user, in memory."""

    def __init__(
        self, root: Branch, *, user: Branch | None = None, fails: OSError | None = None
    ) -> None:
        self.HKEY_LOCAL_MACHINE = root
        self.HKEY_CURRENT_USER = user or {}
        self._fails = fails

    @contextlib.contextmanager
    def OpenKey(self, key: Branch, name: str) -> Iterator[Branch]:  # noqa: N802 - winreg's name
        if self._fails is not None:
            raise self._fails
        if name not in key:
            raise FileNotFoundError(2, "no such key")
        yield key[name]

    def QueryInfoKey(self, key: Branch) -> tuple[int, int, int]:  # noqa: N802 - winreg's name
        return len(self._keys(key)), len(self._values(key)), 0

    def EnumKey(self, key: Branch, index: int) -> str:  # noqa: N802 - winreg's name
        return self._keys(key)[index]

    def EnumValue(self, key: Branch, index: int) -> tuple[str, Any, int]:  # noqa: N802 - winreg's name
        name = self._values(key)[index]
        return name, key[name], 1

    def _keys(self, key: Branch) -> list[str]:
        return [name for name, value in key.items() if isinstance(value, dict)]

    def _values(self, key: Branch) -> list[str]:
        return [name for name, value in key.items() if not isinstance(value, dict)]

"""A branch of the Windows registry as nested texts.

``winreg`` exists on Windows only, so it is handed in, and a fake of four functions tests this.
"""

from typing import Any

from kiosk.core.errors import SettingError

MACHINE, USER = "HKEY_LOCAL_MACHINE", "HKEY_CURRENT_USER"
SHORT = {MACHINE: "HKLM", USER: "HKCU"}


def tree_of(registry: Any, path: str, hive: str = MACHINE) -> dict[str, Any]:
    """The values under a key of the machine (or of this user), subkeys as sections.

    Names are in lower case.

    Numbers become texts, as the environment has them; a key that is not there holds nothing.

    Raises:
        SettingError: the key is there and cannot be read.
    """
    try:
        with registry.OpenKey(getattr(registry, hive), path) as key:
            return _branch(registry, key)
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SettingError(
            f"{SHORT[hive]}\\{path} cannot be read: {error.strerror or error}."
        ) from error


def _branch(registry: Any, key: Any) -> dict[str, Any]:
    subkeys, values, _changed = registry.QueryInfoKey(key)
    tree: dict[str, Any] = {}
    for index in range(values):
        name, value, _kind = registry.EnumValue(key, index)
        tree[name.lower()] = value if isinstance(value, list) else str(value)
    for index in range(subkeys):
        name = registry.EnumKey(key, index)
        with registry.OpenKey(key, name) as inner:
            tree[name.lower()] = _branch(registry, inner)
    return tree

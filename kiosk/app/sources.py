"""Where settings are written down, read as they stand: nothing is converted here.

A source that exists and cannot be read stops the program: a machine policy that is skipped for
a missing comma would be worse than none.
"""

import importlib
import json
import os
import sys
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from kiosk.app.windows_registry import tree_of
from kiosk.core.errors import SettingError
from kiosk.core.settings import environment_name

POLICY_FILE = Path("/etc/library-kiosk/policy.json")
POLICY_KEY = r"Software\Policies\LibraryKiosk"
HOME = "KIOSK_HOME"


@dataclass(frozen=True, slots=True)
class Source:
    """One place with settings.

    Attributes:
        where: Its name for people, such as the path of the file.
        values: What it sets, by the settings' dotted names.
        unknown: A sentence for each key that is no setting.
        secrets_allowed: Whether a secret may stand here.
    """

    where: str
    values: Mapping[str, object]
    unknown: tuple[str, ...] = ()
    secrets_allowed: bool = False


def from_policy(names: Iterable[str]) -> Source:
    """The machine's policy: the registry on Windows, a file elsewhere. Raises SettingError."""
    if sys.platform == "win32":
        registry = importlib.import_module("winreg")
        return from_tree(f"HKLM\\{POLICY_KEY}", tree_of(registry, POLICY_KEY), names)
    return from_policy_file(POLICY_FILE, names)


def from_policy_file(path: Path, names: Iterable[str]) -> Source:
    """A policy file in JSON; one that does not exist sets nothing. Raises SettingError."""
    return from_tree(str(path), _parsed(path, json.loads), names)


def from_configuration_file(path: Path, names: Iterable[str]) -> Source:
    """``kiosk.toml``; one that does not exist sets nothing. Raises SettingError."""
    return from_tree(str(path), _parsed(path, tomllib.loads), names)


def from_environment(environment: Mapping[str, str], names: Iterable[str]) -> Source:
    """Every variable that begins with ``KIOSK_``, except ``KIOSK_HOME``, which is no setting."""
    by_variable = {environment_name(name): name for name in names}
    ours = {key: text for key, text in environment.items() if key.startswith("KIOSK_")}
    return Source(
        "the environment",
        {by_variable[key]: text for key, text in ours.items() if key in by_variable},
        tuple(
            _unknown(key, "the environment", [*by_variable, HOME])
            for key in ours
            if key not in by_variable and key != HOME
        ),
        secrets_allowed=True,
    )


def from_tree(where: str, tree: Mapping[str, Any], names: Iterable[str]) -> Source:
    """Settings in sections, as TOML, JSON and the registry have them. Raises SettingError."""
    known = list(names)
    sections = {name.partition(".")[0] for name in known if "." in name}
    flat: dict[str, object] = {}
    for key, value in tree.items():
        if key in sections:
            flat |= _section(where, key, value)
        else:
            flat[key] = value
    return Source(
        where,
        {name: value for name, value in flat.items() if name in known},
        tuple(_unknown(name, where, known) for name in flat if name not in known),
    )


def _section(where: str, name: str, body: object) -> dict[str, object]:
    if not isinstance(body, dict):
        raise SettingError(f"'{name}' in {where} must be a section with settings in it.")
    return {f"{name}.{key}": value for key, value in body.items()}


def _unknown(key: str, where: str, known: Iterable[str]) -> str:
    close = get_close_matches(key, list(known), 1)
    hint = f"; did you mean '{close[0]}'?" if close else "; `kiosk settings` lists all."
    return f"'{key}' in {where} is no setting{hint}"


def _parsed(path: Path, parse: Callable[[str], Any]) -> dict[str, Any]:
    try:
        # A byte-order mark is what Windows' own editor puts in front.
        tree = parse(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SettingError(f"{path} cannot be read: {error.strerror or error}.") from error
    except (ValueError, RecursionError) as error:
        raise SettingError(f"{path} has a mistake: {_first_line(error)}.") from error
    if not isinstance(tree, dict):
        raise SettingError(f"{path} must hold one JSON object.")
    return tree


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0].rstrip(".")


def home(environment: Mapping[str, str]) -> str | None:
    """The one folder that replaces the system's own, where ``KIOSK_HOME`` names one."""
    return environment.get(HOME) or None


def process_environment() -> Mapping[str, str]:
    """This process's environment; handed on from here so that tests bring their own."""
    return os.environ

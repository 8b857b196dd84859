"""Settings are read once, here, and are frozen from then on.

The first source that sets a value wins:

1. the machine's policy (``/etc/library-kiosk/policy.json``, on Windows the registry),
2. the environment (``KIOSK_LIBCAL__BASE_URL``),
3. ``kiosk.toml`` in the configuration folder,
4. the default.

Secrets come from the environment or the system's keyring, never from a file. A value that cannot
be used stops the program with one sentence; a key that is no setting is a warning.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any, TypeVar, get_type_hints

from kiosk.app.secrets import KeyringStore, SecretStore, system_keyring
from kiosk.app.setting_values import checked, converted
from kiosk.app.sources import (
    Source,
    from_configuration_file,
    from_environment,
    from_policy,
    home,
    process_environment,
)
from kiosk.core.errors import SettingError, StorageError
from kiosk.core.paths import Folders
from kiosk.core.secret import Secret
from kiosk.core.settings import Settings, table

T = TypeVar("T")
DEFAULT = "default"
KEYRING = "the keyring"


@dataclass(frozen=True, slots=True)
class Configuration:
    """What an installation runs with.

    Attributes:
        settings: Every setting.
        folders: Where its files are.
        origins: For each dotted name where its value came from.
        warnings: Sentences for IT: unknown keys, a keyring that cannot be read.
    """

    settings: Settings
    folders: Folders
    origins: Mapping[str, str]
    warnings: tuple[str, ...] = field(default=())


def read_configuration(
    environment: Mapping[str, str] | None = None,
    *,
    policy: Callable[[Sequence[str]], Source] = from_policy,
    secrets: SecretStore | None = None,
    secret_names: Sequence[str] | None = None,
) -> Configuration:
    """Read every source.

    Args:
        environment: Variables; None for this process's own.
        policy: Reads the machine's policy, given the names of all settings.
        secrets: Keeps the secrets; None for the system's keyring.
        secret_names: Secrets to look up in the keyring; None for all. A command that needs
            none saves the time.

    Raises:
        SettingError: a source cannot be read, or a value cannot be used.
    """
    variables = process_environment() if environment is None else environment
    store = secrets or KeyringStore(home(variables), load=system_keyring)
    folders = Folders.at(home(variables))
    names = [name for name, _, _ in table()]
    sources = [
        policy(names),
        from_environment(variables, names),
        from_configuration_file(folders.configuration_file, names),
    ]
    values, origins = _settled(sources)
    kept, warnings = _kept_secrets(store, secret_names, values)
    origins |= dict.fromkeys(kept, KEYRING)
    return Configuration(
        _built(Settings, values | kept),
        folders,
        {name: origins.get(name, DEFAULT) for name in names},
        (*(sentence for source in sources for sentence in source.unknown), *warnings),
    )


def secret_settings() -> list[str]:
    """The names of the settings that are secrets."""
    return [name for name, _, default in table() if isinstance(default, Secret)]


def _settled(sources: Sequence[Source]) -> tuple[dict[str, object], dict[str, str]]:
    values: dict[str, object] = {}
    origins: dict[str, str] = {}
    hints = setting_types()
    for name, item, _ in table():
        _refuse_written_secrets(name, sources)
        source = next((source for source in sources if name in source.values), None)
        if source is not None:
            values[name] = _usable(name, source, hints[name], item.metadata["at_least"])
            origins[name] = source.where
    return values, origins


def _usable(name: str, source: Source, hint: object, at_least: float | None) -> object:
    try:
        return checked(name, converted(source.values[name], hint, at_least))
    except ValueError as error:
        raise SettingError(f"'{name}' in {source.where} must be {error}.") from error
    except SettingError as error:
        raise SettingError(f"{error} (It stands in {source.where}.)") from error


def _refuse_written_secrets(name: str, sources: Sequence[Source]) -> None:
    for source in sources:
        if name in source.values and name in secret_settings() and not source.secrets_allowed:
            raise SettingError(
                f"'{name}' must not stand in {source.where}, where others can read it; "
                f"take it out and run `kiosk secret set {name}`."
            )


def _kept_secrets(
    store: SecretStore, wanted: Sequence[str] | None, values: Mapping[str, object]
) -> tuple[dict[str, object], list[str]]:
    """The secrets of the keyring. A keyring that fails costs the model or the desk, no more."""
    kept: dict[str, object] = {}
    for name in secret_settings() if wanted is None else wanted:
        if name in values:
            continue
        try:
            secret = store.get(name)
        except StorageError as error:
            return kept, [f"{name} could not be looked up: {error}"]
        if secret:
            kept[name] = secret
    return kept, []


def _built(record: type[T], values: Mapping[str, object], prefix: str = "") -> T:
    """A settings record from flat values; what is not among them keeps its default."""
    parts: dict[str, Any] = {}
    hints = get_type_hints(record)
    for item in fields(record):  # type: ignore[arg-type]  # always one of the dataclasses
        name, hint = f"{prefix}{item.name}", hints[item.name]
        if is_dataclass(hint) and hint is not Secret:
            parts[item.name] = _built(hint, values, f"{name}.")  # type: ignore[arg-type]
        elif name in values:
            parts[item.name] = values[name]
    return record(**parts)


def setting_types(record: type = Settings, prefix: str = "") -> dict[str, object]:
    """Each setting's type by its dotted name."""
    found: dict[str, object] = {}
    for name, hint in get_type_hints(record).items():
        if is_dataclass(hint) and hint is not Secret:
            found |= setting_types(hint, f"{prefix}{name}.")  # type: ignore[arg-type]
        else:
            found[f"{prefix}{name}"] = hint
    return found

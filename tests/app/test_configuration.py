from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from kiosk.app.configuration import Configuration, read_configuration, secret_settings
from kiosk.app.secrets import KeyringStore
from kiosk.app.sources import Source, from_tree
from kiosk.core.errors import SettingError
from kiosk.core.secret import Secret
from kiosk.core.settings import Settings
from tests.fakes.keyring import FakeKeyring


class Machine:
    """A machine with a policy, an environment, a file and a keyring, each empty at first."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.policy: Mapping[str, object] = {}
        self.environment: dict[str, str] = {}
        self.ring = FakeKeyring()

    def write(self, text: str) -> None:
        """Fill kiosk.toml."""
        (self.home / "config").mkdir(exist_ok=True)
        (self.home / "config" / "kiosk.toml").write_text(text, "utf-8")

    def read(self, secret_names: Sequence[str] | None = None) -> Configuration:
        """The settings of this machine."""
        return read_configuration(
            {"KIOSK_HOME": str(self.home), **self.environment},
            policy=self._policy,
            secrets=KeyringStore(None, load=lambda: self.ring),
            secret_names=secret_names,
        )

    def _policy(self, names: Sequence[str]) -> Source:
        return from_tree("the policy", self.policy, names)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_a_machine_with_nothing_written_has_the_defaults(machine: Machine) -> None:
    configuration = machine.read()
    assert configuration.settings == Settings()
    assert set(configuration.origins.values()) == {"default"}
    assert configuration.warnings == ()
    assert configuration.folders.data == machine.home / "data"


def test_the_first_source_wins(machine: Machine) -> None:
    machine.write('location = 1\nlanguage = "fr"\nstale_after_minutes = 5\n[libcal]\niid = 7\n')
    machine.environment = {"KIOSK_LOCATION": "2", "KIOSK_LANGUAGE": "de"}
    machine.policy = {"location": 3}
    configuration = machine.read()
    settings = configuration.settings
    assert (settings.location, settings.language) == (3, "de")
    assert (settings.stale_after_minutes, settings.libcal.iid) == (5.0, 7)
    assert configuration.origins["location"] == "the policy"
    assert configuration.origins["language"] == "the environment"
    assert configuration.origins["libcal.iid"].endswith("kiosk.toml")
    assert configuration.origins["timezone"] == "default"


def test_an_empty_variable_takes_back_what_the_file_says(machine: Machine) -> None:
    machine.write('[libcal]\nbase_url = "https://example.libcal.com/api/1.1"\n')
    machine.environment = {"KIOSK_LIBCAL__BASE_URL": ""}
    assert machine.read().settings.libcal.base_url == ""


def test_unknown_keys_of_every_source_are_warnings(machine: Machine) -> None:
    machine.write("locatoin = 1\n")
    machine.environment = {"KIOSK_LIBCAL__ID": "2"}
    machine.policy = {"pony": True}
    warnings = machine.read().warnings
    assert [word for word in ("locatoin", "KIOSK_LIBCAL__ID", "pony") if word in str(warnings)] == [
        "locatoin",
        "KIOSK_LIBCAL__ID",
        "pony",
    ]


@pytest.mark.parametrize(
    ("variable", "text", "sentence"),
    [
        ("KIOSK_LOCATION", "main", "'location' in the environment must be a whole number."),
        ("KIOSK_TIMEZONE", "Mars", "'timezone' in the environment must be an IANA time zone"),
        ("KIOSK_SCREEN__COUNTDOWN_SECONDS", "3", "must be at least 20."),
        ("KIOSK_DESK__URL", "http://example.org", "desk.url must begin with https://"),
        ("KIOSK_SCREEN__FULL_SCREEN", "", "must be true or false."),
    ],
)
def test_a_value_that_cannot_be_used_stops_us_with_one_sentence(
    machine: Machine, variable: str, text: str, sentence: str
) -> None:
    machine.environment = {variable: text}
    with pytest.raises(SettingError) as caught:
        machine.read()
    assert sentence in str(caught.value)
    assert "the environment" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_secrets_come_from_the_environment_then_from_the_keyring(machine: Machine) -> None:
    machine.ring.kept = {
        ("library-kiosk", "desk.token"): "from the ring",
        ("library-kiosk", "openai.api_key"): "from the ring",
    }
    machine.environment = {"KIOSK_OPENAI__API_KEY": "from outside"}
    configuration = machine.read()
    assert configuration.settings.desk.token == Secret("from the ring")
    assert configuration.settings.openai.api_key == Secret("from outside")
    assert configuration.origins["desk.token"] == "the keyring"
    assert configuration.origins["openai.api_key"] == "the environment"
    assert configuration.origins["libcal.client_secret"] == "default"


@pytest.mark.parametrize("name", secret_settings())
def test_a_secret_in_a_file_is_refused_and_not_repeated(machine: Machine, name: str) -> None:
    section, _, key = name.partition(".")
    machine.write(f'[{section}]\n{key} = "hush"\n')
    with pytest.raises(SettingError, match=f"kiosk secret set {name}") as caught:
        machine.read()
    assert "hush" not in str(caught.value)


def test_a_secret_in_the_policy_is_refused(machine: Machine) -> None:
    machine.policy = {"desk": {"token": "hush"}}
    with pytest.raises(SettingError, match="must not stand in the policy"):
        machine.read()


def test_a_keyring_that_fails_costs_its_secrets_and_nothing_else(machine: Machine) -> None:
    machine.ring.fails = PermissionError("locked")
    configuration = machine.read()
    assert configuration.settings == Settings()
    (warning,) = configuration.warnings
    assert "keyring" in warning


def test_a_command_that_needs_no_secret_does_not_ask_for_one(machine: Machine) -> None:
    machine.ring.fails = PermissionError("locked")
    assert machine.read(secret_names=()).warnings == ()

import io

import pytest

from kiosk.app.configuration import secret_settings
from kiosk.app.secret_command import LONGEST, keep
from kiosk.app.secrets import KeyringStore
from kiosk.core.errors import UsageError
from tests.fakes.keyring import FakeKeyring


def kept(name: str, text: str) -> dict[tuple[str, str], str]:
    ring = FakeKeyring()
    sentence = keep(name, io.StringIO(text), KeyringStore(None, load=lambda: ring))
    assert "hush" not in sentence
    return ring.kept


@pytest.mark.parametrize("text", ["hush", "hush\n", "hush\r\n", "  hush \n"])
def test_a_secret_is_read_from_standard_input_without_the_end_of_its_line(text: str) -> None:
    assert kept("desk.token", text) == {("library-kiosk", "desk.token"): "hush"}


def test_its_name_in_the_environment_is_as_good() -> None:
    assert list(kept("KIOSK_OPENAI__API_KEY", "hush")) == [("library-kiosk", "openai.api_key")]


@pytest.mark.parametrize("text", ["", "\n", "   ", "two\nlines", "x" * (LONGEST + 1), "a\x00b"])
def test_what_cannot_be_a_secret_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match=r"[Ss]ecret"):
        kept("desk.token", text)


def test_a_name_that_is_none_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(UsageError) as caught:
        kept("sk-typed-the-secret-instead", "hush")
    assert "sk-typed" not in str(caught.value)
    assert [name for name in secret_settings() if name not in str(caught.value)] == []


def test_a_slip_of_the_finger_is_recognised() -> None:
    with pytest.raises(UsageError, match=r"did you mean libcal\.client_secret\?"):
        kept("libcal.client_secert", "hush")

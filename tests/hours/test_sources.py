import httpx
import pytest

from kiosk.core.errors import SettingError
from kiosk.core.secret import Secret
from kiosk.core.settings import LibCal
from kiosk.hours.libcal import LibCalClient
from kiosk.hours.sources import fetcher_for
from kiosk.hours.widgets import Widgets
from tests.hours.hurried import HurriedClock

SECRET = Secret("s")


@pytest.mark.parametrize(
    ("settings", "kind"),
    [
        (LibCal(client_id="1", client_secret=SECRET, location_ids=(1,)), LibCalClient),
        (LibCal(client_id="1", client_secret=SECRET, iid=9100), LibCalClient),
        (LibCal(iid=9100), Widgets),
    ],
)
def test_the_settings_lead_to_the_api_or_to_the_public_pages(
    settings: LibCal, kind: type[object]
) -> None:
    assert isinstance(fetcher_for(settings, httpx.AsyncClient(), HurriedClock()), kind)


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        (LibCal(), "libcal.iid"),
        (LibCal(client_id="1", iid=9100), "set libcal.client_secret"),
        (LibCal(client_secret=SECRET), "set libcal.client_id"),
        (LibCal(client_id="1", client_secret=SECRET), "set libcal.location_ids"),
    ],
)
def test_settings_that_lead_nowhere_say_what_to_set(settings: LibCal, words: str) -> None:
    with pytest.raises(SettingError, match=words):
        fetcher_for(settings, httpx.AsyncClient(), HurriedClock())

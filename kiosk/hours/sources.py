"""Which way to LibCal the settings lead."""

import httpx

from kiosk.core.clock import Clock
from kiosk.core.errors import SettingError
from kiosk.core.settings import LibCal
from kiosk.hours.fetched import Fetcher
from kiosk.hours.libcal import LibCalClient
from kiosk.hours.service import LIBCAL
from kiosk.hours.widgets import Widgets
from kiosk.net.exchange import Exchange, TimeListener, nobody


def fetcher_for(
    libcal: LibCal,
    client: httpx.AsyncClient,
    clock: Clock,
    heard_time: TimeListener = nobody,
) -> Fetcher:
    """The API where there are credentials, else the public widgets.

    Args:
        libcal: The settings.
        client: With ``libcal.base_url`` as its base URL.
        clock: Stamps what was fetched.
        heard_time: Called with the time (UTC) that LibCal's answers carry.

    Raises:
        SettingError: the settings lead nowhere; the message says what to set.
    """
    exchange = Exchange(LIBCAL, client, clock, heard_time)
    widgets = None
    if libcal.iid is not None:
        widgets = Widgets(exchange, libcal.iid, clock, libcal.location_ids)
    if not libcal.client_id and not libcal.client_secret:
        if widgets is None:
            raise SettingError(
                "LibCal cannot be asked: set libcal.client_id and libcal.client_secret, "
                "or libcal.iid for the public hours"
            )
        return widgets
    if not libcal.client_id or not libcal.client_secret:
        missing = "libcal.client_secret" if libcal.client_id else "libcal.client_id"
        raise SettingError(f"LibCal's API needs both halves of its credentials: set {missing}")
    if widgets is None and not libcal.location_ids:
        raise SettingError(
            "LibCal's API cannot list its locations: set libcal.location_ids, "
            "or libcal.iid so that they can be discovered"
        )
    return LibCalClient(
        exchange,
        libcal.client_id,
        libcal.client_secret,
        clock,
        libcal.location_ids,
        widgets=widgets,
    )

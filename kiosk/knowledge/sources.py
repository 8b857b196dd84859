"""The way to LibAnswers that the settings lead."""

import httpx

from kiosk.core.clock import Clock
from kiosk.core.errors import SettingError
from kiosk.core.settings import LibAnswers
from kiosk.knowledge.libanswers import LibAnswersClient
from kiosk.knowledge.service import LIBANSWERS
from kiosk.net.exchange import Exchange


def libanswers_client(
    settings: LibAnswers, client: httpx.AsyncClient, clock: Clock
) -> LibAnswersClient:
    """Asks the LibAnswers of the settings.

    Args:
        settings: Credentials and language.
        client: With ``libanswers.base_url`` as its base URL.
        clock: Paces the requests; measures the token's life.

    Raises:
        SettingError: half of the credentials is missing.
    """
    for name in ("client_id", "client_secret"):
        if not getattr(settings, name):
            raise SettingError(f"LibAnswers' API needs credentials: set libanswers.{name}")
    exchange = Exchange(LIBANSWERS, client, clock)
    return LibAnswersClient(
        exchange, settings.client_id, settings.client_secret, clock, settings.language
    )

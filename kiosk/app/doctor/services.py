"""What the terminal asks over the network: LibCal, the staff desk, the language model.

None of them is needed to stay alive, so one that is not set up is a warning at most.
"""

from collections.abc import Callable
from datetime import date
from uuid import uuid4

import httpx

from kiosk.app.doctor.finding import Finding, failed, ok, warning
from kiosk.core.clock import Clock
from kiosk.core.errors import (
    AssistantRefused,
    AssistantUnavailable,
    DeskRefused,
    DeskTokenRefused,
    KioskError,
)
from kiosk.core.settings import Desk, LibAnswers, LibCal, OpenAI
from kiosk.handoff.desk_route import DeskRoute, desk_client
from kiosk.hours.sources import fetcher_for
from kiosk.knowledge.sources import libanswers_client
from kiosk.net.client import http_client
from kiosk.net.errors import translated
from kiosk.net.exchange import TimeListener, nobody

OPENAI_URL = "https://api.openai.com/v1"

Transport = Callable[[], httpx.AsyncBaseTransport | None]
"""Makes what stands in for the network in tests; None for the network itself."""


async def libcal_answers(
    libcal: LibCal,
    clock: Clock,
    today: date,
    transport: Transport,
    heard_time: TimeListener = nobody,
) -> Finding:
    """LibCal accepts our credentials and knows our places."""
    if not libcal.base_url:
        return warning("libcal", "not set up, so hours never change; set libcal.base_url.")
    try:
        async with http_client(libcal.base_url, transport=transport()) as client:
            fetched = await fetcher_for(libcal, client, clock, heard_time).fetch(today, today)
    except KioskError as error:
        return failed("libcal", str(error))
    if fetched.silent:
        silent = ", ".join(str(number) for number in sorted(fetched.silent))
        return warning("libcal", f"tells no hours of {silent}; check libcal.location_ids.")
    return ok("libcal", f"answers, with {len(fetched.places)} places")


async def libanswers_answers(libanswers: LibAnswers, clock: Clock, transport: Transport) -> Finding:
    """LibAnswers accepts our credentials and has answers."""
    if not libanswers.base_url:
        return ok("libanswers", "not set up: the library's knowledge is what its files hold")
    try:
        async with http_client(libanswers.base_url, transport=transport()) as client:
            faqs = await libanswers_client(libanswers, client, clock).fetch()
    except KioskError as error:
        return failed("libanswers", str(error))
    if faqs.skipped:
        told = f"{len(faqs.entries)} answers; {faqs.skipped} more could not be read"
        return warning("libanswers", f"{told}; they need a question, an answer and an id.")
    return ok("libanswers", f"answers, with {len(faqs.entries)} answers")


async def desk_answers(desk: Desk, transport: Transport) -> Finding:
    """The staff desk is there and knows this terminal's token."""
    if not desk.url:
        return warning("desk", "not set up, so no hand-offs are offered; set desk.url.")
    if not desk.token:
        return failed("desk", "desk.token is not set; make one with `kiosk desk add-terminal`.")
    try:
        async with desk_client(desk.url, desk.token, transport()) as client:
            await DeskRoute(client).view(uuid4())
    except DeskTokenRefused as error:
        return failed("desk", str(error))
    except DeskRefused:
        # It does not know the ticket that we made up, and let us ask: all is well.
        return ok("desk", "answers and knows this terminal")
    except KioskError as error:
        return failed("desk", str(error))
    return warning("desk", "knows a ticket that was just invented; is it a desk at all?")


async def model_answers(openai: OpenAI, transport: Transport) -> Finding:
    """The language model's service accepts the key. Costs nothing: only its list is read."""
    if not openai.api_key:
        return ok("model", "no key: the terminal answers from its own data only")
    if openai.api_version and not openai.base_url:
        return failed("model", "openai.api_version is Azure's; set openai.base_url too.")
    try:
        response = await _models(openai, transport)
    except KioskError as error:
        return failed("model", f"{error}; check openai.base_url and openai.api_key.")
    if response.status_code == httpx.codes.NOT_FOUND:
        return warning("model", "answers, but lists no models; check openai.base_url.")
    return _judged_by_list(openai, response)


async def _models(openai: OpenAI, transport: Transport) -> httpx.Response:
    """The list of models, or 404 from a service that has none. Raises ``KioskError``."""
    key, is_azure = openai.api_key.reveal(), bool(openai.api_version)
    url = openai.base_url or OPENAI_URL
    headers = {"api-key": key} if is_azure else {"Authorization": f"Bearer {key}"}
    path = f"/openai/models?api-version={openai.api_version}" if is_azure else "/models"
    with translated("The language model", AssistantUnavailable, AssistantRefused):
        async with http_client(url, transport=transport(), headers=headers) as client:
            response = await client.get(path)
            if response.status_code != httpx.codes.NOT_FOUND:
                response.raise_for_status()
            return response


def _judged_by_list(openai: OpenAI, response: httpx.Response) -> Finding:
    try:
        known = {str(model["id"]) for model in response.json()["data"]}
    except (ValueError, KeyError, TypeError):
        return warning("model", "answers, but not as a model's service; check openai.base_url.")
    wanted = {openai.model: "openai.model", openai.smaller_model: "openai.smaller_model"}
    missing = [setting for name, setting in wanted.items() if name and name not in known]
    # Azure lists models, and we name deployments; other services may list fewer than they have.
    if missing and not openai.api_version:
        return warning("model", f"accepts the key, but lists no {' and no '.join(missing)}.")
    return ok("model", "answers and accepts the key")

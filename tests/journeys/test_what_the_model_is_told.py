"""What leaves the terminal for a language model: the question without the patron, and no secret."""

import json

from kiosk.demo.libcal import CLIENT_ID, CLIENT_SECRET
from tests.fakes.model import ModelSimulator, Turn
from tests.journeys.installation import Installation

SECRETS = {
    "OPENAI__API_KEY": "sk-canary-model",
    "DESK__TOKEN": "canary-desk-token",
    "LIBCAL__CLIENT_SECRET": CLIENT_SECRET,
    "LIBANSWERS__CLIENT_SECRET": "canary-libanswers-secret",
}
EVERY_TOOL = (
    ("list_places", {}),
    ("hours_of_place", {"location_id": 9101, "first": "2026-12-01", "last": "2026-12-02"}),
    ("open_now", {"location_id": 9101}),
    ("search_knowledge", {"query": "proxy settings", "language": "en"}),
)
QUESTION = "how do i tell my thesis advisor dana@example.edu that the zotero proxy hates me"


def test_no_secret_and_no_address_of_a_patron_is_in_any_request(
    installation: Installation,
) -> None:
    with ModelSimulator(Turn(calls=EVERY_TOOL), Turn("Please ask at the service desk.")) as model:
        installation.set(
            OPENAI__BASE_URL=model.base_url,
            DESK__URL="http://127.0.0.1:9",
            LIBCAL__CLIENT_ID=CLIENT_ID,
            LIBANSWERS__BASE_URL="http://127.0.0.1:9",
            LIBANSWERS__CLIENT_ID="7",
            **SECRETS,
        )
        done = installation.kiosk("ask", "--json", QUESTION)
    assert json.loads(done.stdout)["route"] == "model"
    told = json.dumps(model.asked)
    assert len(model.asked) == 2
    assert "zotero proxy" in told
    assert "Marlowe" in told
    for secret in [*SECRETS.values(), "dana@example.edu", str(installation.home)]:
        assert secret not in told
    assert set(model.keys) == {f"bearer {SECRETS['OPENAI__API_KEY']}"}

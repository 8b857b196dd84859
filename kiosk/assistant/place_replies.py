"""Where a place is, and its phone number."""

from kiosk.assistant.answers import PlaceFact
from kiosk.assistant.replies import Reply, known
from kiosk.assistant.requests import Intent
from kiosk.assistant.wording import Wording
from kiosk.core.places import Place
from kiosk.hours.directory import Directory


class PlaceReplies:
    """Says what the library says of its places."""

    def __init__(self, directory: Directory, wording: Wording, here: int | None) -> None:
        self._directory = directory
        self._wording = wording
        self._here = here

    def where(self, place: Place) -> Reply:
        """How to find it."""
        say = self._wording.say
        parent = self._directory.get(place.parent_id) if place.parent_id is not None else None
        inside = parent if parent and parent.name not in place.address else None
        lines = [
            say("place_here", place=place.name) if place.location_id == self._here else "",
            say("place_inside", place=place.name, parent=inside.name) if inside else "",
            say("place_at", place=place.name, address=place.address) if place.address else "",
            say("place_floor", floor=place.floor.rstrip(".")) if place.floor else "",
            place.directions,
        ]
        text = " ".join(line for line in lines if line)
        if not (parent or place.address or place.floor or place.directions):
            text = f"{text} {say('place_unknown', place=place.name)}".strip()
            return self._reply(Intent.PLACE, text, place, offer=True)
        return self._reply(Intent.PLACE, text, place)

    def access(self, place: Place) -> Reply:
        """Whether everybody can get in and around, in the library's own words."""
        if place.accessibility:
            text = self._wording.say(
                "access_is", place=place.name, access=place.accessibility.rstrip(".。")
            )
            return self._reply(Intent.PLACE, text, place)
        text = self._wording.say("access_unknown", place=place.name)
        return self._reply(Intent.PLACE, text, place, offer=True)

    def phone(self, place: Place) -> Reply:
        """How to call it."""
        if place.phone:
            text = self._wording.say("phone_is", place=place.name, phone=place.phone)
            return self._reply(Intent.CONTACT, text, place)
        text = self._wording.say("phone_unknown", place=place.name)
        return self._reply(Intent.CONTACT, text, place, offer=True)

    def _reply(self, intent: Intent, text: str, place: Place, *, offer: bool = False) -> Reply:
        fact = PlaceFact(place.location_id, place.name, place.address, place.phone)
        return Reply(intent, text, (fact,), known(place.fetched_at), offer)

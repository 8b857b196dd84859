"""Bells wake who listens; presence counts who is here."""

from uuid import uuid4

from kiosk.desk.live import Bells, Presence
from kiosk.desk.records import Librarian

AT_ONCE = 0.01
MAYA = Librarian(1, "Maya Okafor")
NOAH = Librarian(2, "Noah Lindgren")


async def test_a_bell_rings_for_its_own_ticket_and_for_the_queue() -> None:
    bells, mine, other = Bells(), uuid4(), uuid4()
    with (
        bells.listening(mine) as my_bell,
        bells.listening(other) as other_bell,
        bells.listening() as queue_bell,
    ):
        bells.ring(mine)

        assert await my_bell.wait(AT_ONCE)
        assert await queue_bell.wait(AT_ONCE)
        assert not await other_bell.wait(AT_ONCE)
        assert not await my_bell.wait(AT_ONCE)


async def test_a_ring_before_the_wait_is_not_missed() -> None:
    bells = Bells()
    with bells.listening() as bell:
        bells.ring()
        bells.ring()

        assert await bell.wait(AT_ONCE)
        assert not await bell.wait(AT_ONCE)


async def test_closing_wakes_everybody_also_who_comes_late() -> None:
    bells = Bells()
    with bells.listening(uuid4()) as early:
        bells.close()
        with bells.listening(uuid4()) as late:
            assert await early.wait(AT_ONCE)
            assert await late.wait(AT_ONCE)
    assert bells.closing
    assert bells.listeners == 0


async def test_a_librarian_is_here_until_the_last_page_is_left() -> None:
    bells = Bells()
    presence = Presence(bells)
    with presence.here(MAYA), presence.here(NOAH):
        with presence.here(MAYA):
            assert presence.names == ("Maya", "Noah")
        assert presence.names == ("Maya", "Noah")
        assert presence.staffed
    assert presence.names == ()
    assert not presence.staffed


async def test_coming_and_going_is_told_to_the_queues_pages() -> None:
    bells = Bells()
    presence = Presence(bells)
    with bells.listening() as bell:
        with presence.here(MAYA):
            assert await bell.wait(AT_ONCE)
        assert await bell.wait(AT_ONCE)

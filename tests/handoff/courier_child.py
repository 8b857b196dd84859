"""A terminal's courier in a process of its own, to be killed: database, desk's URL, token."""

import asyncio
import sys
from pathlib import Path
from random import SystemRandom

from kiosk.core.clock import SystemClock
from kiosk.core.secret import Secret
from kiosk.handoff.courier import Courier
from kiosk.handoff.desk_route import DeskRoute, desk_client
from kiosk.store.database import open_database
from kiosk.store.outbox import Outbox
from kiosk.store.worker import DatabaseThread


async def main(path: str, url: str, token: str) -> None:
    """Deliver until killed."""
    outbox = Outbox(open_database(Path(path)))
    async with desk_client(url, Secret(token)) as client:
        route = DeskRoute(client)
        await Courier(outbox, DatabaseThread(), route, SystemClock(), SystemRandom()).run()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))

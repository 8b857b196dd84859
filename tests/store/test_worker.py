import asyncio
import threading
from collections.abc import Iterator
from functools import partial

import pytest

from kiosk.store.worker import DatabaseThread
from tests.fakes.waiting import eventually


@pytest.fixture
def database_thread() -> Iterator[DatabaseThread]:
    thread = DatabaseThread()
    yield thread
    thread.close()


async def test_every_job_runs_on_the_same_thread_and_not_on_ours(
    database_thread: DatabaseThread,
) -> None:
    names = {await database_thread.run(threading.get_ident) for _ in range(5)}
    assert len(names) == 1
    assert threading.get_ident() not in names


async def test_jobs_run_one_after_another_in_the_order_of_asking(
    database_thread: DatabaseThread,
) -> None:
    done: list[int] = []
    jobs = (database_thread.run(partial(done.append, number)) for number in range(20))
    await asyncio.gather(*jobs)
    assert done == list(range(20))


async def test_an_error_of_a_job_comes_back_to_who_asked(database_thread: DatabaseThread) -> None:
    with pytest.raises(ZeroDivisionError):
        await database_thread.run(lambda: 1 / 0)


async def test_closing_finishes_what_was_begun() -> None:
    thread = DatabaseThread()
    begun, may_end = threading.Event(), threading.Event()

    def work() -> bool:
        begun.set()
        return may_end.wait(10)

    job = asyncio.ensure_future(thread.run(work))
    await eventually(begun.is_set)
    may_end.set()
    thread.close()
    assert await job

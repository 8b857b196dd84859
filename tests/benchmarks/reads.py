"""The least that answers from the cache can cost: their own SQLite reads, and nothing else.

``python -m tests.benchmarks.reads COUNT`` answers questions as ``kiosk ask -`` does, notes the
SELECTs of each, runs them once more with plain ``sqlite3`` in the same process, and prints how
long that took: a JSON list of a list for each question, milliseconds for each of its reads.
"""

import io
import json
import os
import sqlite3
import sys
import time
from collections.abc import Iterable
from contextlib import closing

from kiosk.app.cli import main as kiosk
from kiosk.app.console import Console
from tests.benchmarks.questions import EVENING, batch_of

MILLI = 1000.0


class Questions(io.TextIOWrapper):
    """Standard input of the command; while it waits for a question, all databases are open.

    Attributes:
        reads: The SELECTs of each question, in order.
        file: The database that was opened last, of those on the disk.
    """

    def __init__(self, questions: Iterable[str]) -> None:
        super().__init__(io.BytesIO("\n".join(questions).encode()), "utf-8")
        self.reads: list[list[str]] = []
        self.file, self._name = "", ""
        self._opened: list[sqlite3.Connection] = []
        sys.addaudithook(self._hear)

    def __next__(self) -> str:  # type: ignore[override]  # typeshed has its parents disagree
        for connection in self._opened:
            connection.set_trace_callback(self._note)
        self.reads.append([])
        return super().__next__()

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if event == "sqlite3.connect":
            self._name = os.fsdecode(str(arguments[0]))
        if event == "sqlite3.connect/handle" and self._name != ":memory:":
            self.file = self._name
            self._opened += [each for each in arguments if isinstance(each, sqlite3.Connection)]

    def _note(self, statement: str) -> None:
        if statement.startswith("SELECT"):
            self.reads[-1].append(statement)


def main(count: int) -> None:
    """Answer, then read."""
    questions = Questions(batch_of(count))
    console = Console(os.environ, questions, io.StringIO(), sys.stderr)
    assert kiosk(["ask", "--json", "--offline", "--now", EVENING, "-"], console) == 0
    asked = questions.reads[:count]  # what follows is the end of the input
    with closing(sqlite3.connect(questions.file)) as database:
        found = [[_timed(database, read) for read in reads] for reads in asked]
    json.dump(found, sys.stdout)


def _timed(database: sqlite3.Connection, read: str) -> float:
    database.execute(read).fetchall()  # compiles it: an answer's own statements are compiled too
    began = time.perf_counter()
    database.execute(read).fetchall()
    return (time.perf_counter() - began) * MILLI


if __name__ == "__main__":
    main(int(sys.argv[1]))

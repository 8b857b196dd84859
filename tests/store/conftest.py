"""A real database file for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.store.connection import Database
from kiosk.store.database import open_database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database is."""
    return tmp_path / "data" / "terminal.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    """The terminal's database, opened as the program opens it."""
    with open_database(path) as opened:
        yield opened

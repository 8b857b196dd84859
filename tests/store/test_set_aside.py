"""A damaged database is moved out of the way, and nothing of it is lost."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.core.errors import StorageDamaged
from kiosk.store.database import files_set_aside, open_database, set_aside

NOW = datetime(2026, 11, 25, 21, 12, tzinfo=UTC)


def test_a_damaged_file_is_kept_whole_and_a_new_one_can_begin(tmp_path: Path) -> None:
    file = tmp_path / "terminal.db"
    file.write_bytes(b"this was a database once" * 100)
    with pytest.raises(StorageDamaged):
        open_database(file)

    aside = set_aside(file, NOW)

    assert aside.read_bytes() == b"this was a database once" * 100
    assert files_set_aside(file) == [aside]
    open_database(file).close()


def test_the_write_ahead_log_goes_with_its_file(tmp_path: Path) -> None:
    file = tmp_path / "terminal.db"
    file.write_bytes(b"damaged")
    file.with_name("terminal.db-wal").write_bytes(b"its log")

    aside = set_aside(file, NOW)

    assert aside.with_name(aside.name + "-wal").read_bytes() == b"its log"
    assert files_set_aside(file) == [aside]

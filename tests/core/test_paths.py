from pathlib import Path

import platformdirs

from kiosk.core.paths import APP, Folders, resource_folder


def test_one_folder_can_hold_everything(tmp_path: Path) -> None:
    folders = Folders.at(str(tmp_path))
    assert folders.terminal_database == tmp_path / "data" / "terminal.db"
    assert folders.desk_database == tmp_path / "data" / "desk.db"
    assert folders.configuration_file == tmp_path / "config" / "kiosk.toml"
    assert folders.cache == tmp_path / "cache"
    assert folders.logs == tmp_path / "logs"


def test_a_relative_folder_is_made_absolute_before_anyone_changes_directory() -> None:
    assert Folders.at("somewhere").data == Path.cwd() / "somewhere" / "data"


def test_else_the_system_says_where_files_go() -> None:
    for home in (None, ""):
        assert Folders.at(home).data == Path(platformdirs.user_data_dir(APP, appauthor=False))


def test_resources_are_found_in_a_checkout() -> None:
    assert (resource_folder() / "fonts").is_dir()

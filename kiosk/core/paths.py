"""Where our files are: ours to write (folders), and ours to read (resources)."""

from dataclasses import dataclass
from pathlib import Path

import platformdirs

import kiosk

APP = "library-kiosk"


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders this installation writes to.

    Attributes:
        data: Databases.
        configuration: ``kiosk.toml``.
        cache: What may be deleted at any time.
        logs: Log files and the watchdog's journal; never a patron's words.
    """

    data: Path
    configuration: Path
    cache: Path
    logs: Path

    @classmethod
    def at(cls, home: str | None) -> "Folders":
        """All in one folder (``KIOSK_HOME``), or the system's own folders where it is empty."""
        if home:
            root = Path(home).expanduser().absolute()
            return cls(root / "data", root / "config", root / "cache", root / "logs")
        dirs = platformdirs.PlatformDirs(APP, appauthor=False)
        return cls(
            Path(dirs.user_data_dir),
            Path(dirs.user_config_dir),
            Path(dirs.user_cache_dir),
            Path(dirs.user_log_dir),
        )

    @property
    def terminal_database(self) -> Path:
        """The terminal's SQLite file."""
        return self.data / "terminal.db"

    @property
    def desk_database(self) -> Path:
        """The staff desk's SQLite file, where no other database is set."""
        return self.data / "desk.db"

    @property
    def configuration_file(self) -> Path:
        """The administrator's settings."""
        return self.configuration / "kiosk.toml"


def resource_folder() -> Path:
    """``resources/``: inside the package when installed or frozen, beside it in a checkout."""
    package = Path(kiosk.__file__).parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"

"""One TOML file of the library's content: its text, its tables, and the telling of its mistakes."""

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kiosk.app.content_table import Mistake, Table
from kiosk.app.toml_lines import Path as KeyPath
from kiosk.app.toml_lines import TomlLines, line_of_error
from kiosk.core.errors import ContentError

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]{1,40}")
_LONGEST_KEY = 40
_SHOWN = 10


class ContentSource:
    """A file that was read.

    Attributes:
        table: Its top; mistakes are noted there, by whoever asks it for values.

    Raises:
        ContentError: it cannot be read or is no TOML; the message names file and line.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._text = _text(file)
        self.table = Table(_toml(file, self._text))

    def complaint(self) -> str:
        """What is wrong with it, in one sentence with lines and keys; empty where nothing is."""
        mistakes = self.table.mistakes
        return _told(self._file, TomlLines(self._text), mistakes) if mistakes else ""


def _text(file: Path) -> str:
    try:
        written = file.read_bytes()
    except FileNotFoundError as error:
        raise ContentError(
            f"{file} is missing; write it, or leave the setting `content` empty"
        ) from error
    except OSError as error:
        raise ContentError(f"{file} cannot be read: {error.strerror}") from error
    try:
        return written.decode("utf-8-sig")  # Windows' Notepad writes the mark
    except UnicodeDecodeError as error:
        line = written.count(b"\n", 0, error.start) + 1
        raise ContentError(f"{file}, line {line}: is not UTF-8 text; save it as UTF-8") from error


def _toml(file: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        # ValueError also of a number too long, RecursionError of lists in lists in lists.
        known = isinstance(error, tomllib.TOMLDecodeError)
        why = str(error) if known else "a number is too long, or lists are too deep"
        line = line_of_error(error, text)
        raise ContentError(f"{file}, line {line}: is not TOML: {why}") from error


def _told(file: Path, lines: TomlLines, mistakes: Sequence[Mistake]) -> str:
    ordered = sorted(mistakes, key=lambda mistake: lines.of(mistake.path))
    told = [f"line {lines.of(m.path)}, {_name(m.path)}: {m.words}" for m in ordered]
    if len(told) == 1:
        return f"{file}, {told[0]}"
    more = [f"and {len(told) - _SHOWN} more"] if len(told) > _SHOWN else []
    return f"{file} has {len(told)} mistakes: {'; '.join([*told[:_SHOWN], *more])}"


def _name(path: KeyPath) -> str:
    """A key as people count: ``places[2].phone`` is in the second place."""
    pieces = (f"[{key + 1}]" if isinstance(key, int) else f".{_bare(key)}" for key in path)
    return "".join(pieces).removeprefix(".")


def _bare(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else repr(key[:_LONGEST_KEY])

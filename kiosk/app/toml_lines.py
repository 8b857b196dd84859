"""On which line of a TOML file each key stands, which ``tomllib`` does not tell.

A TOML file is a row of statements: a header, or a key with its value. Each of them is a TOML file
of its own, so ``tomllib`` itself says where one ends and what it names.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

Path = tuple[str | int, ...]

_LINE = re.compile(r"\(at line (\d+), ")
_DEEPEST = 8


class TomlLines:
    """The lines of the keys of one file. A path holds keys, and positions in lists from 0.

    Args:
        text: The file's text, from its beginning up to its first mistake at least.
    """

    def __init__(self, text: str) -> None:
        self._known: dict[Path, int] = {(): 1}
        self._last: dict[Path, int] = {}
        table: Path = ()
        for line, source, names in statements(text):
            if not names:
                continue
            if source.lstrip().startswith("["):
                table = self._header(_only_path(names), is_list=source.lstrip().startswith("[["))
                self._known[table] = line
            else:
                self._note(table, names, line)

    def of(self, path: Path) -> int:
        """The line of that key, else of the table that lacks it; the first line is 1."""
        while path not in self._known:
            path = path[:-1]
        return self._known[path]

    def _header(self, names: Sequence[str], *, is_list: bool) -> Path:
        path: Path = ()
        for name in names[:-1]:
            path = self._within((*path, name))
        path = (*path, names[-1])
        if not is_list:
            return path
        self._last[path] = self._last.get(path, -1) + 1
        return self._within(path)

    def _within(self, path: Path) -> Path:
        """The newest entry, where that path is a list of tables."""
        return (*path, self._last[path]) if path in self._last else path

    def _note(self, path: Path, value: Any, line: int) -> None:
        self._known.setdefault(path, line)
        if len(path) > _DEEPEST:
            return
        for key, entry in _entries(value):
            self._note((*path, key), entry, line)


def statements(text: str) -> Iterator[tuple[int, str, Mapping[str, Any]]]:
    """Each statement and each line between them: where it begins, its text, what it means alone.

    Ends before the first statement that ``tomllib`` cannot read at all.
    """
    source = ""
    first = 1
    for number, line in enumerate(text.split("\n"), start=1):
        source += line + "\n"
        try:
            names = tomllib.loads(source)
        except tomllib.TOMLDecodeError:
            continue  # a value that goes on in the next line
        except (ValueError, RecursionError):
            return
        yield first, source, names
        source, first = "", number + 1


def _entries(value: Any) -> Iterable[tuple[str | int, Any]]:
    if isinstance(value, dict):
        return value.items()
    return enumerate(value) if isinstance(value, list) else ()


def line_of_error(error: Exception, text: str) -> int:
    """The line of what ``tomllib`` refused; the last one where it missed something at the end."""
    told = _LINE.search(str(error))
    if told:
        return int(told[1])
    if isinstance(error, tomllib.TOMLDecodeError):
        return text.count("\n", 0, len(text.rstrip())) + 1
    # Numbers too long and lists too deep break tomllib without a line; so does their statement.
    read = sum(source.count("\n") for _, source, _ in statements(text))
    return min(read + 1, text.count("\n") + 1)


def _only_path(names: Mapping[str, Any]) -> list[str]:
    """The keys of a header, which alone is a table in a table."""
    path = []
    inside: Any = names
    while inside:
        if isinstance(inside, list):
            inside = inside[0]
        else:
            key, inside = next(iter(inside.items()))
            path.append(key)
    return path

"""The layouts of the keyboard on the screen, read from ``resources/keyboards``.

The format is described in ``resources/keyboards/README.md``.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.core.errors import ContentError

ROWS = 3
MOST_KEYS = 13
"""In a row: more would be too narrow for a finger on a portrait screen."""

PINYIN = "pinyin"
SIGNS = (
    ("1", "2", "3", "4", "5", "6", "7", "8", "9", "0"),
    ("@", "#", "%", "&", "*", "-", "+", "=", "(", ")", "/"),
    ("_", "'", '"', ":", ";", "!", "?", ",", ".", "€", "$"),
)
"""What every layout has behind its key for digits."""

_KEYS = frozenset({"label", "rows", "variants", "address", "capitals", "right_to_left", "method"})


@dataclass(frozen=True, slots=True)
class KeyLayout:
    """The letters of one language.

    Attributes:
        tag: BCP 47 tag of the language.
        label: What the key says that comes back to it.
        rows: Three rows of letters and signs, as they are written without shift.
        variants: What may take the place of a letter that was just typed.
        address: What is offered where an e-mail address is written; empty: as in English.
        capitals: Whether the script has capital letters.
        right_to_left: Whether what is typed runs to the left. Keys stand as they are written in
            the file, the first one at the left, as on every keyboard of the script.
        method: ``pinyin`` where letters are composed to words; empty where they are the words.
    """

    tag: str
    label: str
    rows: tuple[tuple[str, ...], ...]
    variants: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    address: tuple[str, ...] = ()
    capitals: bool = True
    right_to_left: bool = False
    method: str = ""


def read_layouts(folder: Path, tags: Sequence[str]) -> dict[str, KeyLayout]:
    """Those of the languages that have one, by tag, in the order of the tags.

    Raises:
        ContentError: a file cannot be used; the sentence names file and key.
    """
    files = {tag: folder / f"{tag}.toml" for tag in tags}
    return {tag: _layout(tag, file) for tag, file in files.items() if file.is_file()}


def _layout(tag: str, file: Path) -> KeyLayout:
    try:
        table = tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ContentError(f"{file.name} cannot be read: {error}") from error
    if unknown := sorted(table.keys() - _KEYS):
        raise ContentError(f"{file.name}: {unknown[0]} is not known; write one of {sorted(_KEYS)}")
    return KeyLayout(
        tag=tag,
        label=_word(file, table, "label"),
        rows=_rows(file, table),
        variants=_variants(file, table),
        address=_address(file, table),
        capitals=_flag(file, table, "capitals", default=True),
        right_to_left=_flag(file, table, "right_to_left", default=False),
        method=_method(file, table),
    )


def _rows(file: Path, table: Mapping[str, Any]) -> tuple[tuple[str, ...], ...]:
    rows = table.get("rows")
    if not isinstance(rows, list) or len(rows) != ROWS:
        raise ContentError(f"{file.name}: rows must be {ROWS} rows of keys")
    split = tuple(tuple(row.split()) if isinstance(row, str) else () for row in rows)
    if not all(1 <= len(row) <= MOST_KEYS for row in split):
        raise ContentError(f"{file.name}: rows must have 1 to {MOST_KEYS} keys each")
    keys = [key for row in split for key in row]
    if doubled := sorted({key for key in keys if keys.count(key) > 1}):
        raise ContentError(f"{file.name}: rows has the key {doubled[0]} twice")
    return split


def _variants(file: Path, table: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    variants = table.get("variants", {})
    if not isinstance(variants, dict) or not all(isinstance(v, str) for v in variants.values()):
        raise ContentError(f"{file.name}: variants must be signs by key")
    return {key: tuple(value.split()) for key, value in variants.items()}


def _address(file: Path, table: Mapping[str, Any]) -> tuple[str, ...]:
    parts = table.get("address", "")
    if not isinstance(parts, str):
        raise ContentError(f"{file.name}: address must be signs and endings with spaces between")
    return tuple(parts.split())


def _word(file: Path, table: Mapping[str, Any], key: str) -> str:
    value = table.get(key)
    if not isinstance(value, str) or not value.strip():
        raise ContentError(f"{file.name}: {key} must be a word")
    return value


def _flag(file: Path, table: Mapping[str, Any], key: str, *, default: bool) -> bool:
    value = table.get(key, default)
    if not isinstance(value, bool):
        raise ContentError(f"{file.name}: {key} must be true or false")
    return value


def _method(file: Path, table: Mapping[str, Any]) -> str:
    method = table.get("method", "")
    if method not in ("", PINYIN):
        raise ContentError(f"{file.name}: method must be {PINYIN}, or left out")
    return str(method)

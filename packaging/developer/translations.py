"""``dev.py translations``: what the screen says, gathered for translation and compiled.

``resources/translations/kiosk_<tag>.ts`` are written by people (by hand, or with Qt Linguist);
this keeps them in step with the sources and makes the ``.qm`` beside each, which the program
reads. Both are kept in the repository: a checkout runs without being built.
"""

import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self
from xml.etree import ElementTree as ET

from developer.console import Trouble, say
from developer.environment import Environment

FOLDER = Path("resources", "translations")
SOURCE = "en"
"""What the sources are written in. Its file holds only what counts: "1 second", "2 seconds"."""

_CALLS = ("QCoreApplication.translate(", "QT_TRANSLATE_NOOP(")


@dataclass(frozen=True, slots=True)
class Message:
    """One text of the screen.

    Attributes:
        context: The QML file, or what a Python module calls itself.
        source: The text in English.
        comment: What tells it from the same text in another sense, for whoever translates it.
        forms: The translation; several where it counts things, as the language counts.
        counts: Whether it counts things.
        finished: Whether somebody translated it, and nobody changed the source since.
    """

    context: str
    source: str
    comment: str
    forms: tuple[str, ...]
    counts: bool
    finished: bool


def make_translations(environment: Environment) -> int:
    """Bring every file up to date in place, and say what is left to translate."""
    root = environment.root
    tools = Tools.beside(environment.python)
    update(root, root / FOLDER, tools)
    for tag in tags(root):
        left = [message for message in read(ts_path(root / FOLDER, tag)) if not message.finished]
        say(f"{tag}: {len(left)} to translate" if left else f"{tag}: all translated")
        for message in left:
            print(f"  {message.context}: {message.source!r}")
    return 0


@dataclass(frozen=True, slots=True)
class Tools:
    """Qt's own programs, as PySide6 brings them."""

    lupdate: Path
    lrelease: Path

    @classmethod
    def beside(cls, python: Path) -> Self:
        """Those of the environment that this Python is of."""
        lupdate, lrelease = (
            python.with_name(f"pyside6-{name}{python.suffix}") for name in ("lupdate", "lrelease")
        )
        return cls(lupdate, lrelease)


def update(root: Path, folder: Path, tools: Tools) -> None:
    """Write each language's ``.ts`` and ``.qm`` into the folder, from the ``.ts`` found there.

    Raises:
        Trouble: one of the programs is missing or failed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    texts = [str(path.relative_to(root)) for path in sources(root)]
    for tag in tags(root):
        ts = ts_path(folder, tag)
        _run(root, [*_lupdate(tools, tag), *texts, "-ts", str(ts)])
        _run(root, [str(tools.lrelease), "-silent", "-nounfinished", str(ts)])


def tags(root: Path) -> list[str]:
    """The languages that questions are understood in; the screen speaks each of them."""
    return sorted(path.stem for path in (root / "resources" / "languages").glob("*.toml"))


def sources(root: Path) -> list[Path]:
    """Every file that may say something to a patron."""
    code = [
        path
        for path in (root / "kiosk").rglob("*.py")
        if any(call in path.read_text(encoding="utf-8") for call in _CALLS)
    ]
    return sorted([*code, *(root / "kiosk" / "ui" / "qml").rglob("*.qml")])


def ts_path(folder: Path, tag: str) -> Path:
    """Where the translations into that language are written."""
    return folder / f"kiosk_{tag}.ts"


def read(path: Path) -> Iterator[Message]:
    """Every message of a ``.ts`` file."""
    for context in ET.parse(path).iter("context"):  # noqa: S314  a file of this repository
        for message in context.iter("message"):
            yield _message(context.findtext("name", ""), message)


def _message(context: str, message: ET.Element) -> Message:
    translation = message.find("translation")
    if translation is None:
        raise Trouble(f"{context}: a message without <translation>; undo the last change by hand.")
    counts = message.get("numerus") == "yes"
    forms = [form.text or "" for form in translation.iter("numerusform")]
    return Message(
        context,
        message.findtext("source", ""),
        message.findtext("comment", ""),
        tuple(forms) if counts else (translation.text or "",),
        counts=counts,
        finished=translation.get("type") is None,
    )


def _lupdate(tools: Tools, tag: str) -> Sequence[str]:
    """Without places and in the order of the alphabet, so that only what changed differs."""
    return (
        *(str(tools.lupdate), "-silent", "-no-obsolete", "-locations", "none", "-sort-messages"),
        # What is nearly the same is often not the same; what is the same is proposed.
        *("-disable-heuristic", "similartext"),
        *("-source-language", SOURCE, "-target-language", tag),
        *(("-pluralonly",) if tag == SOURCE else ()),
    )


def _run(root: Path, command: list[str]) -> None:
    try:
        run = subprocess.run(command, cwd=root, check=False, capture_output=True, text=True)
    except OSError as error:
        raise Trouble(f"{command[0]} cannot be started: {error}") from error
    if run.returncode or run.stderr.strip():
        raise Trouble(f"`{Path(command[0]).name}` complains: {run.stderr.strip() or run.stdout}")

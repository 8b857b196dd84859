"""What the screen says is translated, whole and compiled, in every language."""

import re
import shutil
import sys
from pathlib import Path

import pytest

from developer.console import Trouble
from developer.translations import FOLDER, SOURCE, Message, Tools, read, tags, ts_path, update
from tests.packaging.checkout import ROOT

LANGUAGES = tags(ROOT)
FORMS = {"ar": 6, "en": 2, "es": 2, "fr": 2, "zh": 1}
"""How many ways to count a language has, as Qt tells them apart after CLDR."""

PLACEHOLDER = re.compile(r"%\d|%n|\{\w+\}")
MAY_BE_THE_SAME = re.compile(r"[^A-Za-z]*|ABC|Conversation|Assistant|Source.*|Suggestions")
"""Words that are written alike in two languages."""


@pytest.fixture(scope="module")
def tools() -> Tools:
    return Tools.beside(Path(sys.executable))


@pytest.fixture(scope="module")
def made_again(tools: Tools, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the command would write."""
    folder = tmp_path_factory.mktemp("translations")
    for tag in LANGUAGES:
        shutil.copy(ts_path(ROOT / FOLDER, tag), folder)
    update(ROOT, folder, tools)
    return folder


def messages(tag: str) -> list[Message]:
    return list(read(ts_path(ROOT / FOLDER, tag)))


def said(message: Message, form: str) -> str:
    return f"{message.context}: {message.source!r} → {form!r}"


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_files_are_those_that_dev_py_translations_makes(tag: str, made_again: Path) -> None:
    for name in (f"kiosk_{tag}.ts", f"kiosk_{tag}.qm"):
        kept, made = (folder / name for folder in (ROOT / FOLDER, made_again))
        assert kept.read_bytes() == made.read_bytes(), (
            f"{name} is not up to date: run python3 packaging/dev.py translations"
        )


@pytest.mark.parametrize("tag", LANGUAGES)
def test_nothing_is_left_to_translate(tag: str) -> None:
    left = [
        said(message, "")
        for message in messages(tag)
        if not message.finished or not all(form.strip() for form in message.forms)
    ]
    assert left == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_what_is_filled_in_is_in_the_translation_too(tag: str) -> None:
    wrong = [
        said(message, form)
        for message in messages(tag)
        for form in message.forms
        if placeholders(form) != placeholders(message.source)
        # "One second left" needs no number.
        and not (message.counts and not placeholders(form))
    ]
    assert wrong == []


def placeholders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))


@pytest.mark.parametrize("tag", LANGUAGES)
def test_spaces_and_lines_are_those_of_the_source(tag: str) -> None:
    wrong = [
        said(message, form)
        for message in messages(tag)
        for form in message.forms
        if edges(form) != edges(message.source) or form.count("\n") != message.source.count("\n")
    ]
    assert wrong == []


def edges(text: str) -> tuple[str, str]:
    core = text.strip()
    return text[: text.index(core)], text[text.index(core) + len(core) :]


@pytest.mark.parametrize("tag", [tag for tag in LANGUAGES if tag != SOURCE])
def test_nothing_is_left_in_english(tag: str) -> None:
    same = [
        said(message, form)
        for message in messages(tag)
        for form in message.forms
        if form == message.source and not MAY_BE_THE_SAME.fullmatch(PLACEHOLDER.sub("", form))
    ]
    assert same == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_what_counts_is_said_for_every_number_that_the_language_tells_apart(tag: str) -> None:
    counting = [message for message in messages(tag) if message.counts]
    assert counting
    assert {len(message.forms) for message in counting} == {FORMS[tag]}


@pytest.mark.parametrize("tag", [tag for tag in LANGUAGES if tag != SOURCE])
def test_one_text_is_translated_alike_wherever_it_stands(tag: str) -> None:
    found: dict[tuple[str, str], set[tuple[str, ...]]] = {}
    for message in messages(tag):
        found.setdefault((message.source, message.comment), set()).add(message.forms)
    assert {source: forms for source, forms in found.items() if len(forms) > 1} == {}


def test_a_text_that_is_new_is_found_and_named(tools: Tools, tmp_path: Path) -> None:
    page = tmp_path / "kiosk" / "ui" / "qml" / "New.qml"
    page.parent.mkdir(parents=True)
    page.write_text('import QtQuick\nText { text: qsTr("Brand new") }\n', "utf-8")
    languages = tmp_path / "resources" / "languages"
    languages.mkdir(parents=True)
    (languages / "fr.toml").touch()
    update(tmp_path, tmp_path / FOLDER, tools)
    (found,) = read(ts_path(tmp_path / FOLDER, "fr"))
    assert (found.context, found.source, found.finished) == ("New", "Brand new", False)


def test_a_tool_that_is_not_there_is_trouble(tmp_path: Path) -> None:
    nowhere = Tools(tmp_path / "lupdate", tmp_path / "lrelease")
    with pytest.raises(Trouble, match="cannot be started"):
        update(ROOT, tmp_path / "translations", nowhere)

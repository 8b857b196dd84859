"""The bundle holds of Qt's add-ons what reads aloud."""

import sys

import pytest

from developer.addons import Entry, addons, is_needed, wanted

ESSENTIAL = ("PySide6/Qt/lib/libQt6Quick.so.6", "/wheel/libQt6Quick.so.6", "BINARY")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="names files as Linux does")


def entry(name: str, kind: str = "BINARY") -> Entry:
    return name, f"/wheel/{name}", kind


@LINUX
def test_what_reads_aloud_stays() -> None:
    needed = {name for name in addons() if is_needed(name)}
    assert needed == {
        "PySide6/Qt/lib/libQt6Multimedia.so.6",
        "PySide6/Qt/lib/libQt6TextToSpeech.so.6",
        "PySide6/Qt/plugins/texttospeech/libqtexttospeech_speechd.so",
        "PySide6/QtTextToSpeech.abi3.so",
    }


@LINUX
def test_the_rest_of_the_add_ons_goes() -> None:
    recorded = addons()
    stay = {name for name, _, _ in wanted(map(entry, recorded), recorded)}
    gone = recorded - stay
    assert "PySide6/Qt/lib/libQt6Charts.so.6" in gone
    assert "PySide6/Qt/plugins/texttospeech/libqtexttospeech_mock.so" in gone
    assert len(gone) > len(recorded) - 10


def test_what_is_no_add_on_stays() -> None:
    assert wanted([ESSENTIAL], addons()) == [ESSENTIAL]


def test_links_to_what_is_gone_go_too() -> None:
    recorded = {"PySide6/Qt/lib/libQt6Charts.so.6", "PySide6/Qt/lib/libQt6TextToSpeech.so.6"}
    links = [entry("libQt6Charts.so.6", "SYMLINK"), entry("libQt6TextToSpeech.so.6", "SYMLINK")]
    assert wanted(links, recorded) == links[1:]


def test_windows_writes_paths_its_own_way() -> None:
    recorded = {"PySide6/Qt6Charts.dll", "PySide6/Qt6TextToSpeech.dll"}
    entries = [entry("PySide6\\Qt6Charts.dll"), entry("PySide6\\Qt6TextToSpeech.dll")]
    assert wanted(entries, recorded) == entries[1:]

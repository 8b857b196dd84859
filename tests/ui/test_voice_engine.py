from kiosk.ui.voice_engine import usual_engine


def test_linux_reads_where_speech_dispatcher_is() -> None:
    assert usual_engine("linux", lambda name: f"/usr/bin/{name}") == "speechd"
    assert usual_engine("linux", lambda _: None) == ""


def test_windows_and_macos_bring_voices_along() -> None:
    assert usual_engine("win32", lambda _: None) == "winrt"
    assert usual_engine("darwin", lambda _: None) == "darwin"


def test_an_unknown_system_reads_nothing() -> None:
    assert usual_engine("haiku", lambda name: name) == ""

"""What the operating system asks for, heard through the same calls that Qt has."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from kiosk.ui.appearance import Appearance, Look, Theme, usual_look
from kiosk.ui.system_look import SystemLook


class Wishes(QObject):
    """An operating system whose user can change their mind; in Qt's words."""

    contrastPreferenceChanged = Signal()  # noqa: N815  Qt's name
    motionPreferenceChanged = Signal()  # noqa: N815  Qt's name

    def __init__(self) -> None:
        super().__init__()
        self.contrast = Qt.ContrastPreference.NoPreference
        self.motion = Qt.MotionPreference.NoPreference

    def accessibility(self) -> "Wishes":
        return self

    def contrastPreference(self) -> Qt.ContrastPreference:  # noqa: N802  Qt's name
        return self.contrast

    def motionPreference(self) -> Qt.MotionPreference:  # noqa: N802  Qt's name
        return self.motion


def test_the_look_follows_the_system_now_and_later() -> None:
    wishes, appearance = Wishes(), Appearance(usual_look("dark", reduced_motion=False), accent="")
    wishes.motion = Qt.MotionPreference.ReducedMotion
    following = SystemLook(appearance, wishes)  # type: ignore[arg-type]  # the two calls it needs
    assert appearance.look == Look(Theme.DARK, reduced_motion=True)
    wishes.contrast = Qt.ContrastPreference.HighContrast
    wishes.contrastPreferenceChanged.emit()
    assert appearance.look == Look(Theme.CONTRAST, reduced_motion=True)
    appearance.reset()
    assert appearance.look.theme is Theme.CONTRAST
    following.deleteLater()


def test_a_system_that_wants_nothing_changes_nothing() -> None:
    appearance = Appearance(usual_look("dark", reduced_motion=True), accent="")
    following = SystemLook(appearance, QGuiApplication.styleHints())
    assert appearance.look == Look(Theme.DARK, reduced_motion=True)
    following.deleteLater()

"""What the operating system knows of how its user wants things to look."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QStyleHints

from kiosk.ui.appearance import Appearance, Theme


class SystemLook(QObject):
    """Follows the system's wish for more contrast and for less motion, now and later.

    Args:
        hints: The application's. Kept, because PySide forgets what belongs to it otherwise.
    """

    def __init__(self, appearance: Appearance, hints: QStyleHints) -> None:
        super().__init__()
        self._appearance = appearance
        self._hints = hints
        wishes = hints.accessibility()
        wishes.contrastPreferenceChanged.connect(self.follow)
        wishes.motionPreferenceChanged.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Take over what is asked for; what is not asked for stays as the settings have it."""
        wishes = self._hints.accessibility()
        if wishes.contrastPreference() is Qt.ContrastPreference.HighContrast:
            self._appearance.system_prefers(theme=Theme.CONTRAST)
        if wishes.motionPreference() is Qt.MotionPreference.ReducedMotion:
            self._appearance.system_prefers(reduced_motion=True)

"""The keyboard on the screen: which keys it shows, and what each of them does."""

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.ui.key_layouts import PINYIN, SIGNS, KeyLayout
from kiosk.ui.pinyin import LONGEST, Offer, PinyinWords
from kiosk.ui.typing_target import TypingTarget

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

LATIN = "en"
"""The layout that others are switched to, for names and addresses."""


class Showing(StrEnum):
    """When the keyboard comes up: the setting ``screen.keyboard``."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class Shift(StrEnum):
    """Small letters, one capital, or capitals."""

    OFF = "off"
    ONCE = "once"
    LOCKED = "locked"


_NEXT_SHIFT = {Shift.OFF: Shift.ONCE, Shift.ONCE: Shift.LOCKED, Shift.LOCKED: Shift.OFF}


@QmlElement
class KeyboardModel(QObject):
    """Comes up when a field is touched, goes when a real key is pressed. Remembers nothing.

    Args:
        layouts: By tag of the language; ``LATIN`` is one of them.
        pinyin: Words for what is composed.
        target: Where what is typed goes.
        showing: When it comes up.
    """

    def __init__(
        self,
        *,
        layouts: Mapping[str, KeyLayout],
        pinyin: PinyinWords,
        target: TypingTarget,
        showing: Showing,
    ) -> None:
        super().__init__()
        self._layouts = layouts
        self._pinyin = pinyin
        self._target = target
        self._showing = showing
        self._tag = LATIN
        self._is_shown = False
        self._has_real_keys = False
        self._is_latin = False
        self._is_address = False
        self._has_signs = False
        self._shift = Shift.OFF
        self._composed = ""
        self._offers: tuple[Offer, ...] = ()
        self._last = ""

    shownChanged = Signal()  # noqa: N815  Qt's name for it

    @Property(bool, notify=shownChanged)
    def shown(self) -> bool:
        return self._is_shown

    keysChanged = Signal()  # noqa: N815  Qt's name for it

    @Property(list, notify=keysChanged)
    def rows(self) -> list[list[str]]:
        """The rows as they are written now, as capitals where shift is on."""
        if self._has_signs:
            return [list(row) for row in SIGNS]
        return [[self._written(key) for key in row] for row in self._layout.rows]

    @Property(str, notify=keysChanged)
    def shift(self) -> str:
        return self._shift.value

    @Property(bool, notify=keysChanged)
    def capitals(self) -> bool:
        """Whether there is a shift key."""
        return self._layout.capitals and not self._has_signs

    @Property(bool, notify=keysChanged)
    def signs(self) -> bool:
        """Whether digits and signs are shown."""
        return self._has_signs

    @Property(bool, notify=keysChanged)
    def rightToLeft(self) -> bool:  # noqa: N802  read from QML
        """Whether what is typed runs to the left: offers begin at the right."""
        return self._layout.right_to_left and not self._has_signs

    @Property(str, notify=keysChanged)
    def otherLayout(self) -> str:  # noqa: N802  read from QML
        """What the key says that changes the script; empty where there is none to change."""
        if not self._has_other_script:
            return ""
        return self._layouts[self._tag if self._is_latin else LATIN].label

    offersChanged = Signal()  # noqa: N815  Qt's name for it

    @Property(list, notify=offersChanged)
    def offers(self) -> list[str]:
        """What a touch would write: words that are composed, variants, parts of an address."""
        if self._composed:
            return [offer.word for offer in self._offers]
        return self._address_parts() if self._is_address else self._variants()

    def set_language(self, tag: str) -> None:
        """Show the letters of this language from now on."""
        self._finish()
        self._tag = tag if tag in self._layouts else LATIN
        self._start_again()

    def field_pressed(self) -> None:
        """A finger is on a field, and may move the cursor: what was typed last is settled."""
        self._finish()
        self._remember("")

    def field_touched(self, *, by_finger: bool) -> None:
        """Somebody wants to write. A mouse may belong to who has a keyboard as well."""
        if self._showing is Showing.NEVER:
            return
        if by_finger or self._showing is Showing.ALWAYS or not self._has_real_keys:
            self._show(shown=True)

    def real_key_pressed(self) -> None:
        """There is a keyboard: this one is not needed."""
        self._has_real_keys = True
        if self._showing is Showing.AUTO:
            self.hide()

    def focus_moved(self) -> None:
        """Another field has the focus now, or none. What was composed stays in the old one."""
        self.field_pressed()
        is_address = self._target.takes_address()
        if is_address is not self._is_address:
            self._is_address = is_address
            self._is_latin = is_address and self._has_other_script
            self.keysChanged.emit()
            self.offersChanged.emit()

    def focus_settled(self) -> None:
        """Nothing is pressed any more: where there is no field to write in, it goes."""
        if self._is_shown and not self._target.takes_text():
            self.hide()

    @Slot()
    def hide(self) -> None:
        """Out of the way, until a field is touched again."""
        self._finish()
        self._show(shown=False)

    def forget(self) -> None:
        """The visit is over: nothing that was typed stays, and the next patron has a choice.

        What is composed is thrown away, not finished: the fields are empty by now.
        """
        self._target.compose("")
        self._has_real_keys = False
        self._start_again()
        self._show(shown=False)

    @Slot(str)
    def type(self, key: str) -> None:
        """A letter or a sign."""
        if self._is_composing_key(key):
            self._compose(self._composed + key)
            return
        self._finish()
        self._target.commit(key)
        self._remember(key)
        self._release_shift()

    @Slot()
    def space(self) -> None:
        """A space; while composing, the first word that is offered."""
        if self._offers:
            self.pick(0)
        else:
            self._finish()
            self._target.commit(" ")
            self._remember("")

    @Slot()
    def backspace(self) -> None:
        """Take back one sign."""
        if self._composed:
            self._compose(self._composed[:-1])
        else:
            self._remember("")
            self._target.press(Qt.Key.Key_Backspace)

    @Slot()
    def enter(self) -> None:
        """Send; while composing, write the letters as they are."""
        if self._composed:
            self._finish()
        else:
            self._remember("")
            self._target.press(Qt.Key.Key_Return)

    @Slot(int)
    def pick(self, place: int) -> None:
        """Write what is offered there."""
        if self._composed:
            self._pick_word(self._offers[place])
        elif self._is_address:
            self._target.commit(self._address_parts()[place])
        else:
            self._target.commit(self._variants()[place], replacing=1)
            self._remember("")

    @Slot()
    def nextShift(self) -> None:  # noqa: N802  called from QML
        """Small, one capital, capitals, small."""
        self._shift = _NEXT_SHIFT[self._shift]
        self.keysChanged.emit()

    @Slot()
    def toggleSigns(self) -> None:  # noqa: N802  called from QML
        """Digits and signs, or letters."""
        self._finish()
        self._has_signs = not self._has_signs
        self.keysChanged.emit()

    @Slot()
    def toggleLatin(self) -> None:  # noqa: N802  called from QML
        """Latin letters, or those of the language."""
        self._finish()
        self._is_latin = not self._is_latin
        self._has_signs = False
        self.keysChanged.emit()
        self.offersChanged.emit()

    @property
    def _layout(self) -> KeyLayout:
        return self._layouts[LATIN if self._is_latin else self._tag]

    @property
    def _has_other_script(self) -> bool:
        """Whether the language is not written with Latin letters as they are."""
        own = self._layouts[self._tag]
        return own.tag != LATIN and (not own.capitals or bool(own.method))

    def _address_parts(self) -> list[str]:
        return list(self._layout.address or self._layouts[LATIN].address)

    def _variants(self) -> list[str]:
        variants = self._layout.variants.get(self._last.lower(), ())
        return [one.upper() if self._last.isupper() else one for one in variants]

    def _written(self, key: str) -> str:
        return key.upper() if self._shift is not Shift.OFF and self._layout.capitals else key

    def _is_composing_key(self, key: str) -> bool:
        if self._layout.method != PINYIN or self._has_signs:
            return False
        is_letter = key.isascii() and key.isalpha() and key.islower()
        return (is_letter or (key == "'" and bool(self._composed))) and len(self._composed) < (
            LONGEST
        )

    def _compose(self, letters: str) -> None:
        self._composed = letters
        self._offers = self._pinyin.offers(letters)
        self._last = ""
        self._target.compose(letters)
        self.offersChanged.emit()

    def _pick_word(self, offer: Offer) -> None:
        rest = self._composed[offer.taken :]
        self._target.commit(offer.word)
        self._compose(rest)

    def _finish(self) -> None:
        """What was composed stays as it was typed."""
        if self._composed:
            self._target.commit(self._composed)
            self._compose("")

    def _remember(self, key: str) -> None:
        if key != self._last:
            self._last = key
            self.offersChanged.emit()

    def _release_shift(self) -> None:
        if self._shift is Shift.ONCE:
            self._shift = Shift.OFF
            self.keysChanged.emit()

    def _start_again(self) -> None:
        self._is_latin = self._is_address and self._has_other_script
        self._has_signs = False
        self._shift = Shift.OFF
        self._composed = self._last = ""
        self._offers = ()
        self.keysChanged.emit()
        self.offersChanged.emit()

    def _show(self, *, shown: bool) -> None:
        if shown is not self._is_shown:
            self._is_shown = shown
            self.shownChanged.emit()

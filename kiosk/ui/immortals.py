"""On Python 3.11: keeps PySide6 from using up the one ``None``, ``True`` and ``False`` there is.

WORKAROUND: PySide6 6.12.0 returns these from its methods without a reference of their own, as is
right from Python 3.12 on, where they never die. On 3.11 each call that returns nothing, and each
signal, takes one away, and the process ends ("none_dealloc: deallocating None") when none is
left: a terminal comes there within hours. Remove when ``tests/ui/test_immortals.py`` passes
without it on 3.11, or when 3.11 is no longer supported.
"""

import ctypes
import sys

_PLENTY = 1 << 40
_IMMORTALS: tuple[object, ...] = (None, True, False, NotImplemented)


def make_immortal() -> None:
    """Give each more references than a program can use up. Once, before Qt is used."""
    if sys.version_info < (3, 12):
        for constant in _IMMORTALS:
            ctypes.c_ssize_t.from_address(id(constant)).value += _PLENTY

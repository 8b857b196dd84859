"""On Python 3.11: keeps PySide6 from using up the one ``True`` there is.

WORKAROUND: in PySide6 6.12.0 ``Signal.emit`` returns ``True`` without a reference of its own, so
each emission takes one away. Python 3.11 ends the process ("bool_dealloc: deallocating True or
False") when none is left, which a terminal reaches within hours; from 3.12 on ``True`` never
dies. Remove when ``tests/ui/test_true_alive.py`` passes without it on 3.11.
"""

import ctypes
import sys

_PLENTY = 1 << 40
_TRUE: object = True


def keep_true_alive() -> None:
    """Give ``True`` more references than a program can emit signals. Once, before the first."""
    if sys.version_info < (3, 12):
        ctypes.c_ssize_t.from_address(id(_TRUE)).value += _PLENTY

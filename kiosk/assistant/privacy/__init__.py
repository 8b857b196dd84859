"""What must not leave the terminal, and how it is put back on the screen.

``masking`` is what others use. ``findings`` asks each finder in turn: ``emails``, ``numbers`` and
``told_values`` and ``names``. What they look for by word is data: ``resources/privacy/``.
"""

from kiosk.assistant.privacy.masking import Masking

__all__ = ["Masking"]

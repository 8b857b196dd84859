"""Library Kiosk: the assistant on the public terminals inside a library."""

__version__ = "0.1.0"

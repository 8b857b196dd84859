"""LibCal, as its errors are told."""

from kiosk.core.errors import LibCalNonsense, LibCalRefused, LibCalUnavailable
from kiosk.net.service import Service

LIBCAL = Service("LibCal", LibCalUnavailable, LibCalRefused, LibCalNonsense)

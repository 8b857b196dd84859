"""LibAnswers, as its errors are told."""

from kiosk.core.errors import LibAnswersNonsense, LibAnswersRefused, LibAnswersUnavailable
from kiosk.net.service import Service

LIBANSWERS = Service("LibAnswers", LibAnswersUnavailable, LibAnswersRefused, LibAnswersNonsense)

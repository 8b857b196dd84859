"""The words of one answer while they come, on their way to the screen."""

from collections.abc import Callable

from kiosk.assistant.text_blocks import Dressed
from kiosk.ui.pace import Pace, Timers
from kiosk.ui.streamed_markdown import StreamedMarkdown


class GrowingAnswer:
    """Takes words as fast as they come, and shows them dressed, as often as the screen can.

    Args:
        show: Shows all that is there by then.
        timers: The event loop.
    """

    def __init__(self, show: Callable[[Dressed], object], timers: Timers) -> None:
        self._words = StreamedMarkdown()
        self._pace = Pace(lambda: show(self._words.dressed()), timers)

    def settle(self, markdown: str) -> None:
        """More of it came, to stay; it takes the place of the draft."""
        self._words.settle(markdown)
        self._pace.changed()

    def sketch(self, draft: str) -> None:
        """This may come next."""
        self._words.sketch(draft)
        self._pace.changed()

    def flush(self) -> None:
        """Nothing more comes: what waits is shown now."""
        self._pace.flush()

    def drop(self) -> None:
        """Nothing more comes, and something else is shown in its place."""
        self._pace.drop()

"""The patron sees what left the terminal, where personal data was masked in it."""

from collections.abc import AsyncIterator, Sequence

import pytest
from PySide6.QtQuick import QQuickItem

from kiosk.assistant.answers import Answer, Done, Piece, Route, SentAs, TextPiece, Turn
from kiosk.assistant.requests import Intent
from tests.ui import screens
from tests.ui.conftest import Curtain
from tests.ui.scene import SIZES, Scene, is_text

ASKED = (
    "My name is Ana Ruiz and my e-mail is ana.ruiz@example.edu, my phone 508-555-0123. "
    "Can you tell me why my hold did not arrive?"
)
SENT = (
    "My name is [name 1] and my e-mail is [email 1], my phone [phone 1]. "
    "Can you tell me why my hold did not arrive?"
)


class Masked:
    """Answers, and says what it sent."""

    def __init__(self, sent: str = SENT) -> None:
        self._sent = sent

    def begin_visit(self) -> None:
        """Nothing is kept."""

    async def answer(
        self,
        question: str,
        history: Sequence[Turn],  # noqa: ARG002  as the screen hands it
        *,
        language: str,
        here: int | None,  # noqa: ARG002  the same
    ) -> AsyncIterator[Piece]:
        """One answer, after what was sent."""
        if self._sent:
            yield SentAs(self._sent)
        yield TextPiece("A librarian can look that up.")
        yield Done(
            Answer(
                question,
                "A librarian can look that up.",
                language,
                Intent.UNKNOWN,
                Route.MODEL,
                offer_handoff=True,
                markdown=True,
            )
        )


async def test_the_patron_reads_and_hears_how_their_words_left(raise_curtain: Curtain) -> None:
    scene = await raise_curtain(answers=Masked())
    await scene.ask(ASKED)
    assert scene.stage.chat.rows[0].sent_as == SENT
    assert scene.text_of("sentAsText") == f"Sent to the assistant as: {SENT}"
    assert screens.spoken_name(scene.find("sentAs")) == f"Sent to the assistant as: {SENT}"


async def test_nothing_is_said_where_the_words_left_as_they_were(raise_curtain: Curtain) -> None:
    scene = await raise_curtain(answers=Masked(""))
    await scene.ask("why did my hold not arrive?")
    assert not scene.sees("sentAs")


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_it_is_wrapped_under_the_bubble_in_every_size(
    raise_curtain: Curtain, theme: str
) -> None:
    scene = await raise_curtain(answers=Masked(), theme=theme)
    await scene.ask(ASKED)
    for size in SIZES:
        scene.resize(size)
        line, bubble = scene.place_of(scene.find("sentAs")), scene.place_of(bubble_of(scene))
        assert screens.clipped(scene) == [], size
        assert line.top() >= bubble.bottom(), size
        assert abs(line.right() - bubble.right()) <= 1, size


async def test_the_next_process_still_shows_it_and_the_end_of_the_visit_forgets_it(
    raise_curtain: Curtain,
) -> None:
    scene = await raise_curtain(answers=Masked())
    await scene.ask(ASKED)
    left = scene.stage.chat.snapshot()
    scene.stage.chat.forget()
    scene.look()
    assert not scene.sees("sentAs")
    scene.stage.chat.restore(left)
    assert scene.stage.chat.rows[0].sent_as == SENT


def bubble_of(scene: Scene) -> QQuickItem:
    """What the patron's words stand in."""
    texts = (item for item in scene.items() if is_text(item))
    words = next(item for item in texts if item.property("text") == ASKED)
    bubble = words.parentItem()
    assert bubble is not None
    return bubble

"""The one thing that a conversation needs from a language model, and the records on that seam."""

from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol


class Speaker(StrEnum):
    """Who says a message to the model."""

    RULES = "rules"
    PATRON = "patron"
    ASSISTANT = "assistant"


@dataclass(frozen=True, slots=True)
class Message:
    """Something said."""

    speaker: Speaker
    text: str


@dataclass(frozen=True, slots=True)
class ToolCall:
    """The model wants a tool to be run.

    Attributes:
        id: The model's own name for this call.
        name: Of the tool.
        arguments: JSON as the model wrote it, not yet checked.
    """

    id: str
    name: str
    arguments: str


@dataclass(frozen=True, slots=True)
class ToolCalls:
    """What the model said before it waits for tools, and the tools it waits for."""

    text: str
    calls: tuple[ToolCall, ...]


@dataclass(frozen=True, slots=True)
class ToolResult:
    """What a tool answered, as JSON."""

    call_id: str
    content: str


@dataclass(frozen=True, slots=True)
class TextDelta:
    """The next bit of the model's words."""

    text: str


@dataclass(frozen=True, slots=True)
class Usage:
    """What one turn used up; once a turn, at its end or where it broke off.

    Attributes:
        model: The model that answered, as its service names it; as asked for where it is not told.
        input_tokens: What it read.
        output_tokens: What it wrote, silent reasoning included.
        estimated: From the number of characters, for a service that does not tell, or a turn that
            broke off.
    """

    model: str
    input_tokens: int
    output_tokens: int
    estimated: bool


@dataclass(frozen=True, slots=True)
class CutShort:
    """The model had more to say than it may: its words end here, maybe within a sentence."""


@dataclass(frozen=True, slots=True)
class ToolDescription:
    """A tool as the model is told of it.

    Attributes:
        name: Its name.
        purpose: When to use it.
        parameters: JSON Schema of its arguments.
    """

    name: str
    purpose: str
    parameters: Mapping[str, Any]


Said = Message | ToolCalls | ToolResult
ModelPiece = TextDelta | ToolCall | CutShort | Usage


class LanguageModel(Protocol):
    """A model that streams its words and asks for tools."""

    def reply(
        self,
        said: Sequence[Said],
        tools: Sequence[ToolDescription],
        *,
        economical: bool = False,
    ) -> AsyncGenerator[ModelPiece, None]:
        """The model's next turn: words as they come, the tools it wants, then what it used up.

        A turn that breaks off tells its ``Usage`` before it raises: what was received is paid for.
        One that is stopped by its listener cannot.

        Args:
            said: The conversation so far.
            tools: What the model may ask for.
            economical: A smaller model is good enough.

        Raises:
            AssistantUnavailable: it cannot be reached, is busy, or stopped before its end.
            AssistantRefused: its service does not accept our key or our request.
        """

    async def aclose(self) -> None:
        """Give back the connections."""

"""One turn of a model, put together from the chunks that a service sends.

Services differ more than their documents say, so nothing of a chunk is taken for granted: what
has not the form that it should have is passed over.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from openai.types.chat import ChatCompletionChunk

from kiosk.assistant.model import CutShort, ModelPiece, TextDelta, ToolCall, Usage
from kiosk.assistant.openai_wire import Json
from kiosk.assistant.tokens import estimated_tokens
from kiosk.core.errors import AssistantUnavailable, ContentFiltered

MOST_CHARACTERS = 100_000
"""Of one turn, silent reasoning included. More is no answer to a question at a terminal."""


@dataclass(slots=True)
class _Call:
    id: str = ""
    name: str = ""
    arguments: str = ""


class Turn:
    """Takes chunks in, gives words out, and knows at the end how it ended.

    Args:
        request: What is asked, as ``openai_wire.Dialect`` writes it.

    Attributes:
        has_begun: A word or a call came.
    """

    def __init__(self, request: Json) -> None:
        self.has_begun = False
        self._request = request
        self._model: str = request["model"]
        self._calls: list[_Call] = []
        self._open_calls: dict[object, _Call] = {}
        self._finish = ""
        self._received: list[str] = []
        self._characters = 0
        self._told: tuple[int, int] | None = None

    @property
    def is_whole(self) -> bool:
        """The service said why it ended; only the usage may still come."""
        return bool(self._finish)

    def take(self, chunk: Any) -> Iterator[TextDelta]:
        """The words of the next chunk.

        Raises:
            AssistantUnavailable: it is no chunk, or the model does not come to an end.
        """
        if not isinstance(chunk, ChatCompletionChunk):
            raise AssistantUnavailable("the language model sent a broken answer")
        self._note_usage(chunk)
        for choice in _listed(chunk, "choices")[:1]:
            delta = getattr(choice, "delta", None)
            yield from self._words(delta)
            self._note_calls(delta)
            self._finish = _text(choice, "finish_reason") or self._finish

    def finish(self) -> Iterator[ModelPiece]:
        """What is known only at the end: the tools that are wanted, or that it was cut short.

        Raises:
            AssistantUnavailable: the stream ended before the turn did.
            ContentFiltered: its service stopped it.
        """
        if not self._finish:
            raise AssistantUnavailable("the language model's answer ended before its end")
        if self._finish == "content_filter":
            raise ContentFiltered("the language model's service filtered the answer")
        if self._finish == "length":
            # A call that was cut off would be another than the one that was meant.
            yield CutShort()
            return
        for number, call in enumerate(self._calls):
            yield ToolCall(call.id or f"call_{number}", call.name, call.arguments)

    def usage(self) -> Usage:
        """As the service told it, or else from what went out and came in."""
        if self._told is not None:
            return Usage(self._model, *self._told, estimated=False)
        sent = [self._request["messages"], self._request.get("tools", [])]
        read = estimated_tokens(json.dumps(sent, ensure_ascii=False))
        received = "".join(self._received)
        written = estimated_tokens(received) if received else 0
        return Usage(self._model, read, written, estimated=True)

    def _words(self, delta: Any) -> Iterator[TextDelta]:
        for silent in ("reasoning_content", "reasoning"):
            self._receive(_text(delta, silent))
        # A model that declines says so in a field of its own; it is what it says, all the same.
        for field in ("content", "refusal"):
            if text := self._receive(_text(delta, field)):
                self.has_begun = True
                yield TextDelta(text)

    def _note_calls(self, delta: Any) -> None:
        for part in _listed(delta, "tool_calls"):
            function = getattr(part, "function", None)
            self._note_call(getattr(part, "index", None), _text(part, "id"), function)
        if (legacy := getattr(delta, "function_call", None)) is not None:
            self._note_call("function_call", "", legacy)

    def _note_call(self, index: object, call_id: str, function: Any) -> None:
        call = self._open_calls.get(index)
        # Some services number every call 0, and tell them apart by their ids only.
        if call is None or (call_id and call.id and call_id != call.id):
            call = self._open_calls[index] = _Call()
            self._calls.append(call)
        call.id = call.id or call_id
        name = self._receive(_text(function, "name"))
        # Some services repeat the name with every part of the arguments.
        call.name += name if name != call.name else ""
        call.arguments += self._receive(_text(function, "arguments"))
        self.has_begun = True

    def _note_usage(self, chunk: Any) -> None:
        self._model = _text(chunk, "model") or self._model
        usage = getattr(chunk, "usage", None)
        told = getattr(usage, "prompt_tokens", None), getattr(usage, "completion_tokens", None)
        if isinstance(told[0], int) and isinstance(told[1], int):
            self._told = (told[0], told[1])

    def _receive(self, text: str) -> str:
        self._characters += len(text)
        if self._characters > MOST_CHARACTERS:
            raise AssistantUnavailable("the language model's answer does not come to an end")
        if text:
            self._received.append(text)
        return text


def _listed(record: Any, field: str) -> list[Any]:
    value = getattr(record, field, None)
    return value if isinstance(value, list) else []


def _text(record: Any, field: str) -> str:
    value = getattr(record, field, None)
    return value if isinstance(value, str) else ""

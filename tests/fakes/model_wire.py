"""What a language model's service writes on the wire: server-sent events in HTTP's chunks."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Json = dict[str, Any]


class Fault(StrEnum):
    """How a stream goes wrong after its first words."""

    CUT = "the connection is cut"
    EARLY_END = "the stream ends cleanly, without its end"
    MALFORMED = "a chunk is no JSON"
    STALL = "nothing comes any more"
    SILENT = "nothing comes at all"
    ERROR_CHUNK = "a chunk holds an error"
    FILTERED = "the service filtered the rest"
    ENDLESS = "the words never end"
    ENDLESS_LINE = "a chunk never ends"
    NO_BILL = "all is said, and then nothing comes any more"
    CUT_AFTER_END = "all is said, and then the connection is cut"


@dataclass(frozen=True, slots=True)
class Turn:
    """What the model does when it is asked once.

    Attributes:
        text: What it says, in pieces of ``piece`` characters.
        calls: Tools it asks for: name and arguments; arguments that are a text are sent as it is.
        status: Another HTTP status than 200, with an error body.
        code, message: Of that error.
        retry_after: What that answer asks for, in seconds; None for nothing.
        fault: How it goes wrong after the text.
        pause: Seconds before each piece.
        piece: Characters a chunk.
        before: Lines that are sent before all others, as they are.
        finish: Why it ended; "" for what fits.
    """

    text: str = ""
    calls: tuple[tuple[str, Json | str], ...] = ()
    status: int = 200
    code: str = ""
    message: str = ""
    retry_after: float | None = None
    fault: Fault | None = None
    pause: float = 0.0
    piece: int = 4
    before: tuple[str, ...] = ()
    finish: str = ""


HEAD = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\n"
    b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
)
DONE = b"e\r\ndata: [DONE]\n\n\r\n"
END = b"0\r\n\r\n"


def deltas(turn: Turn) -> Iterator[Json]:
    """What the turn says, chunk by chunk."""
    yield {"role": "assistant", "content": ""}
    for start in range(0, len(turn.text), turn.piece):
        yield {"content": turn.text[start : start + turn.piece]}
    for index, (name, arguments) in enumerate(turn.calls):
        written = arguments if isinstance(arguments, str) else json.dumps(arguments)
        call = {"index": index, "id": f"call_{index}", "type": "function"}
        yield {"tool_calls": [call | {"function": {"name": name, "arguments": ""}}]}
        for half in (written[: len(written) // 2], written[len(written) // 2 :]):
            yield {"tool_calls": [{"index": index, "function": {"arguments": half}}]}


def last_chunks(asked: Json, turn: Turn) -> Iterator[Json]:
    """Why it ended and, for those who asked, what it used up."""
    finish = turn.finish or ("tool_calls" if turn.calls else "stop")
    yield chunk(asked["model"], {}, finish)
    if asked.get("stream_options") and turn.fault is None:
        yield chunk(asked["model"], {}) | {"choices": [], "usage": usage(asked, turn)}


def usage(asked: Json, turn: Turn) -> Json:
    """One token a character, so that it can be told from an estimate."""
    read, written = len(json.dumps(asked["messages"])), len(turn.text)
    return {"prompt_tokens": read, "completion_tokens": written, "total_tokens": read + written}


def chunk(model: str, delta: Json, finish: str | None = None) -> Json:
    """One chunk of a stream."""
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion.chunk",
        "created": 1795600000,
        "model": model,
        "choices": [{"index": 0, "delta": delta, "finish_reason": finish}],
    }


def line(body: Json) -> str:
    """A chunk as a server-sent event."""
    return f"data: {json.dumps(body)}"


def event(body: Json) -> bytes:
    """A chunk as it travels."""
    return framed(f"{line(body)}\n\n".encode())


def framed(data: bytes) -> bytes:
    """One chunk of HTTP."""
    return f"{len(data):x}\r\n".encode() + data + b"\r\n"


def refusal(turn: Turn) -> bytes:
    """An answer with another status than 200."""
    message = turn.message or f"status {turn.status}"
    error = {"message": message, "type": "error", "param": None, "code": turn.code or None}
    body = json.dumps({"error": error}).encode()
    wait = "" if turn.retry_after is None else f"Retry-After: {turn.retry_after:g}\r\n"
    head = (
        f"HTTP/1.1 {turn.status} No\r\nContent-Type: application/json\r\n{wait}"
        f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    )
    return head.encode() + body

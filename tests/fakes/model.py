"""A language model's service that speaks the real wire over HTTP, and fails on demand.

It serves ``POST /v1/chat/completions`` as a stream of server-sent events, on a thread of its own,
so that a program in any loop or process can be pointed at ``base_url``. What it says is a script
of ``Turn``; what it was asked is in ``asked``.
"""

import asyncio
import json
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

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


@dataclass(frozen=True, slots=True)
class Turn:
    """What the model does when it is asked once.

    Attributes:
        text: What it says, in pieces of ``piece`` characters.
        calls: Tools it asks for: name and arguments.
        status: Another HTTP status than 200, with an error body.
        fault: How it goes wrong after the text.
        pause: Seconds before each piece.
        piece: Characters a chunk.
    """

    text: str = ""
    calls: tuple[tuple[str, Json], ...] = ()
    status: int = 200
    fault: Fault | None = None
    pause: float = 0.0
    piece: int = 4


class ModelSimulator:
    """Serves a script of turns; afterwards it says that it is not sure.

    Use it as a context manager; it picks a free port.
    """

    def __init__(self, *script: Turn) -> None:
        self.script = list(script)
        self.asked: list[Json] = []
        self.keys: list[str] = []
        self.base_url = ""
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="model simulator", daemon=True)
        self._ready = threading.Event()
        self._closing = asyncio.Event()

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait(10)
        return self

    def __exit__(self, *_error: object) -> None:
        self._loop.call_soon_threadsafe(self._closing.set)
        self._thread.join(10)

    def _run(self) -> None:
        try:
            self._loop.run_until_complete(self._serve())
        finally:
            self._loop.close()

    async def _serve(self) -> None:
        connections: set[asyncio.Task[None]] = set()

        def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            task = asyncio.ensure_future(self._connection(reader, writer))
            connections.add(task)
            task.add_done_callback(connections.discard)

        server = await asyncio.start_server(accept, "127.0.0.1", 0)
        self.base_url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"
        self._ready.set()
        await self._closing.wait()
        server.close()
        for task in list(connections):
            task.cancel()
        await asyncio.gather(*connections, return_exceptions=True)

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await self._exchange(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # the other side went away, as it may
        finally:
            writer.close()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        headers = dict(line.lower().split(": ", 1) for line in head.split("\r\n")[1:] if line)
        body = json.loads(await reader.readexactly(int(headers["content-length"])))
        self.asked.append(body)
        self.keys.append(headers.get("authorization", ""))
        turn = self.script.pop(0) if self.script else Turn("I am not sure about that.")
        if turn.status != 200:
            await _send(writer, _refusal(turn.status))
        else:
            await self._stream(writer, turn, body["model"])

    async def _stream(self, writer: asyncio.StreamWriter, turn: Turn, model: str) -> None:
        await _send(writer, _HEAD)
        if turn.fault is Fault.SILENT:
            await self._closing.wait()
        for delta in _deltas(turn):
            await asyncio.sleep(turn.pause)
            await _send(writer, _event(_chunk(model, delta)))
        if turn.fault is not None:
            await self._go_wrong(writer, turn.fault, model)
            return
        finish = "tool_calls" if turn.calls else "stop"
        await _send(writer, _event(_chunk(model, {}, finish)) + _framed(b"data: [DONE]\n\n") + _END)

    async def _go_wrong(self, writer: asyncio.StreamWriter, fault: Fault, model: str) -> None:
        match fault:
            case Fault.CUT:
                await _send(writer, b"ffff\r\ndata: {")
                writer.transport.abort()
            case Fault.MALFORMED:
                await _send(writer, _framed(b'data: {"id": \n\n') + _END)
            case Fault.STALL:
                await self._closing.wait()
            case Fault.ERROR_CHUNK:
                await _send(writer, _event({"error": {"message": "overloaded"}}) + _END)
            case Fault.FILTERED:
                await _send(writer, _event(_chunk(model, {}, "content_filter")) + _END)
            case _:
                await _send(writer, _END)


_HEAD = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\n"
    b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
)
_END = b"0\r\n\r\n"


def _deltas(turn: Turn) -> Iterator[Json]:
    yield {"role": "assistant", "content": ""}
    for start in range(0, len(turn.text), turn.piece):
        yield {"content": turn.text[start : start + turn.piece]}
    for index, (name, arguments) in enumerate(turn.calls):
        written = json.dumps(arguments)
        call = {"index": index, "id": f"call_{index}", "type": "function"}
        yield {"tool_calls": [call | {"function": {"name": name, "arguments": ""}}]}
        for half in (written[: len(written) // 2], written[len(written) // 2 :]):
            yield {"tool_calls": [{"index": index, "function": {"arguments": half}}]}


def _chunk(model: str, delta: Json, finish: str | None = None) -> Json:
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion.chunk",
        "created": 1795600000,
        "model": model,
        "choices": [{"index": 0, "delta": delta, "finish_reason": finish}],
    }


def _event(body: Json) -> bytes:
    return _framed(f"data: {json.dumps(body)}\n\n".encode())


def _framed(data: bytes) -> bytes:
    return f"{len(data):x}\r\n".encode() + data + b"\r\n"


def _refusal(status: int) -> bytes:
    body = json.dumps({"error": {"message": f"status {status}", "type": "error"}}).encode()
    head = (
        f"HTTP/1.1 {status} No\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\nRetry-After: 120\r\nConnection: close\r\n\r\n"
    )
    return head.encode() + body


async def _send(writer: asyncio.StreamWriter, data: bytes) -> None:
    writer.write(data)
    await writer.drain()


def texts_of(asked: Sequence[Json]) -> str:
    """Everything that left for the model, as one text."""
    return json.dumps(list(asked), ensure_ascii=False)

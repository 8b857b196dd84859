"""A language model's service that speaks the real wire over HTTP, and fails on demand.

It serves ``POST …/chat/completions`` as a stream of server-sent events, on a thread of its own,
so that a program in any loop or process can be pointed at ``base_url``. What it says is a script
of ``Turn``; what it was asked is in ``asked``.
"""

import asyncio
import json
import threading
from collections.abc import Sequence
from typing import Self

from tests.fakes.model_wire import (
    DONE,
    END,
    HEAD,
    Fault,
    Json,
    Turn,
    chunk,
    deltas,
    event,
    framed,
    last_chunks,
    refusal,
)

__all__ = ["Fault", "ModelSimulator", "Turn", "texts_of"]


class ModelSimulator:
    """Serves a script of turns; afterwards it says that it is not sure.

    Use it as a context manager; it picks a free port.

    Args:
        script: What it says, turn by turn.
        refuses: Parameters of a request that it answers with 400.

    Attributes:
        asked: The requests, as JSON.
        paths, keys: Their paths, and the headers that let them in.
        hung_up: How many were not listened to until their end.
    """

    def __init__(self, *script: Turn, refuses: Sequence[str] = ()) -> None:
        self.script = list(script)
        self.asked: list[Json] = []
        self.paths: list[str] = []
        self.keys: list[str] = []
        self.hung_up = 0
        self.base_url = ""
        self._refuses = refuses
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
            pass  # the other side went away before it had asked, as it may
        finally:
            writer.close()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked = await self._read(reader)
        # Whoever is listened to notices at once that nobody listens any more.
        speaking = asyncio.ensure_future(self._answer(writer, asked))
        leaving = asyncio.ensure_future(reader.read(1))
        try:
            await asyncio.wait({speaking, leaving}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            ended = speaking.done() and speaking.exception() is None
            self.hung_up += 0 if ended or self._closing.is_set() else 1
            speaking.cancel()
            leaving.cancel()
            await asyncio.gather(speaking, leaving, return_exceptions=True)

    async def _read(self, reader: asyncio.StreamReader) -> Json:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        request, *lines = head.split("\r\n")
        headers = dict(line.lower().split(": ", 1) for line in lines if line)
        body: Json = json.loads(await reader.readexactly(int(headers["content-length"])))
        self.asked.append(body)
        self.paths.append(request.split(" ")[1])
        self.keys.append(headers.get("authorization") or headers.get("api-key", ""))
        return body

    async def _answer(self, writer: asyncio.StreamWriter, asked: Json) -> None:
        refused = [name for name in self._refuses if name in asked]
        if refused:
            await _send(writer, refusal(Turn(status=400, message=_UNKNOWN.format(refused[0]))))
            return
        turn = self.script.pop(0) if self.script else Turn("I am not sure about that.")
        if turn.status != 200:
            await _send(writer, refusal(turn))
        else:
            await self._stream(writer, turn, asked)

    async def _stream(self, writer: asyncio.StreamWriter, turn: Turn, asked: Json) -> None:
        await _send(writer, HEAD)
        if turn.fault is Fault.SILENT:
            await self._closing.wait()
        for line in turn.before:
            await _send(writer, framed(f"{line}\n\n".encode()))
        for delta in deltas(turn):
            await asyncio.sleep(turn.pause)
            await _send(writer, event(chunk(asked["model"], delta)))
        if turn.fault is not None:
            await self._go_wrong(writer, turn, asked)
            return
        for last in last_chunks(asked, turn):
            await _send(writer, event(last))
        await _send(writer, DONE + END)

    async def _go_wrong(self, writer: asyncio.StreamWriter, turn: Turn, asked: Json) -> None:
        model = asked["model"]
        match turn.fault:
            case Fault.CUT:
                await _cut(writer)
            case Fault.MALFORMED:
                await _send(writer, framed(b'data: {"id": \n\n') + END)
            case Fault.STALL:
                await self._closing.wait()
            case Fault.ERROR_CHUNK:
                await _send(writer, event({"error": {"message": "overloaded"}}) + END)
            case Fault.FILTERED:
                await _send(writer, event(chunk(model, {}, "content_filter")) + END)
            case Fault.ENDLESS:
                await _for_ever(writer, event(chunk(model, {"content": "and on " * 500})))
            case Fault.ENDLESS_LINE:
                await _for_ever(writer, framed(b"x" * 65_536))
            case Fault.NO_BILL:
                await _send(writer, event(chunk(model, {}, "stop")))
                await self._closing.wait()
            case Fault.CUT_AFTER_END:
                await _send(writer, event(chunk(model, {}, "stop")))
                await _cut(writer)
            case _:
                await _send(writer, END)


_UNKNOWN = "Unsupported parameter: '{}' is not supported with this model."


async def _send(writer: asyncio.StreamWriter, data: bytes) -> None:
    writer.write(data)
    await writer.drain()


async def _cut(writer: asyncio.StreamWriter) -> None:
    await _send(writer, b"ffff\r\ndata: {")
    # What was sent arrives; what was promised does not.
    writer.close()


async def _for_ever(writer: asyncio.StreamWriter, data: bytes) -> None:
    while True:
        await _send(writer, data)
        await asyncio.sleep(0)


def texts_of(asked: Sequence[Json]) -> str:
    """Everything that left for the model, as one text."""
    return json.dumps(list(asked), ensure_ascii=False)

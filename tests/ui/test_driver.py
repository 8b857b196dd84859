"""A script that plays the patron, over a real line."""

import asyncio
import contextlib
import json
import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.core.errors import UsageError
from kiosk.ui.driver import Driver
from tests.ui.scene import Scene


class Script:
    """The side that the kiosk dials."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._line: asyncio.Future[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = (
            asyncio.get_running_loop().create_future()
        )

    def dialled(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._line.set_result((reader, writer))

    async def say(self, line: bytes) -> dict[str, Any]:
        reader, writer = await self._line
        writer.write(line + b"\n")
        answer: dict[str, Any] = json.loads(await reader.readline())
        self._scene.look()
        return answer

    async def do(self, **command: Any) -> Any:
        answer = await self.say(json.dumps(command).encode())
        assert answer["ok"], answer
        return answer["value"]

    async def fails(self, **command: Any) -> str:
        answer = await self.say(json.dumps(command).encode())
        assert not answer["ok"]
        return str(answer["why"])

    async def hang_up(self) -> None:
        (await self._line)[1].close()


@pytest.fixture
async def script(scene: Scene) -> AsyncIterator[Script]:
    script = Script(scene)
    server = await asyncio.start_server(script.dialled, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    driver = Driver(scene.window, scene.stage.chat)
    async with server:
        running = asyncio.create_task(driver.run(f"127.0.0.1:{port}"))
        yield script
        await script.hang_up()
        await running


async def test_a_script_can_ask_and_read_the_answer(scene: Scene, script: Script) -> None:
    await script.do(do="tap", name="homeField")
    await script.do(do="type", text="where is the makerspace?")
    await script.do(do="key", key="Return")
    await scene.until(lambda: scene.stage.chat.count == 2 and not scene.stage.chat.answering)
    rows = await script.do(do="rows")
    assert [row["kind"] for row in rows] == ["patron", "answer"]
    assert "Second floor" in rows[1]["text"]
    assert not rows[1]["busy"]


async def test_a_script_sees_what_a_patron_sees(scene: Scene, script: Script) -> None:
    headline = await script.do(do="read", name="headline", property="text")
    assert headline == "Open now\nuntil 1\u00a0am"
    assert await script.do(do="visible", name="homeField")
    assert not await script.do(do="visible", name="handOffSend")
    assert await script.do(do="pid") == os.getpid()
    await script.do(do="size", width=1080, height=1920)
    assert (scene.window.width(), scene.window.height()) == (1080, 1920)


async def test_a_script_can_keep_a_picture(tmp_path: Path, script: Script) -> None:
    assert await script.do(do="shot", path=str(tmp_path / "01.png"))
    assert (tmp_path / "01.png").stat().st_size > 1000


async def test_what_cannot_be_done_is_said(script: Script) -> None:
    assert "nothing called 'nowhere'" in await script.fails(do="tap", name="nowhere")
    assert "'send' cannot be tapped now" in await script.fails(do="tap", name="send")
    assert "does not know 'dance'" in await script.fails(do="dance")
    assert "Key_Nose" in await script.fails(do="key", key="Nose")
    assert "name" in await script.fails(do="tap")
    assert not (await script.say(b"{not json"))["ok"]


@pytest.mark.parametrize("address", ["192.0.2.1:80", "library.example:80", "nonsense"])
async def test_a_script_on_another_machine_is_refused(scene: Scene, address: str) -> None:
    with contextlib.suppress(ValueError), pytest.raises(UsageError, match="loopback"):
        await Driver(scene.window, scene.stage.chat).run(address)

"""What a model costs without us: the ``openai`` package, asyncio, and nothing else.

``python -m tests.benchmarks.bare_call BASE_URL`` makes one call for each request that comes as a
line of JSON on standard input, and prints the seconds to its first word.
"""

import asyncio
import json
import sys
import time
from typing import Any

import openai

Json = dict[str, Any]


async def seconds_to_first_word(client: openai.AsyncOpenAI, request: Json) -> float:
    """One call, heard to its end."""
    began, first = time.perf_counter(), 0.0
    create: Any = client.chat.completions.create
    async for chunk in await create(**request):
        if not first and chunk.choices and chunk.choices[0].delta.content:
            first = time.perf_counter() - began
    return first


async def main(base_url: str) -> None:
    """Until standard input ends."""
    client = openai.AsyncOpenAI(api_key="invented-key", base_url=base_url, max_retries=0)
    for line in sys.stdin:
        seconds = await seconds_to_first_word(client, json.loads(line))
        sys.stdout.write(f"{seconds}\n")
        sys.stdout.flush()
    await client.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))

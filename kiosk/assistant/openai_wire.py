"""Requests for Chat Completions, as far as the service at hand takes them.

Services differ in what they know: some refuse ``stream_options``, some a temperature, some want
the limit of an answer under its old name. None tells beforehand. So everything is asked for, and
what is refused by name is left out from then on.
"""

import json
from collections.abc import Sequence
from typing import Any

from kiosk.assistant.model import Message, Said, Speaker, ToolCall, ToolCalls, ToolDescription
from kiosk.core.settings import OpenAI

Json = dict[str, Any]

LIMIT, OLD_LIMIT = "max_completion_tokens", "max_tokens"
_ROLES = {Speaker.RULES: "system", Speaker.PATRON: "user", Speaker.ASSISTANT: "assistant"}
_COMPLAINTS = {
    "stream_options": ("stream_options", "include_usage"),
    "temperature": ("temperature",),
    "reasoning_effort": ("reasoning_effort", "reasoning.effort"),
    LIMIT: (LIMIT,),
    OLD_LIMIT: (OLD_LIMIT,),
    "tools": ("tools", "tool_choice", "tool choice", "functions"),
}
"""Words by which a service names what it does not take. Tools last: without them a model can
still explain, but looks nothing up."""


class Dialect:
    """What one model at one service takes in a request; it is learned from refusals.

    Args:
        settings: Which model, and what to ask of it.
        model: Its name.
    """

    def __init__(self, settings: OpenAI, model: str) -> None:
        self._model = model
        self._options = _options(settings)
        self._takes_tools = True
        self._swapped_limit = False

    def request(self, said: Sequence[Said], tools: Sequence[ToolDescription]) -> Json:
        """The arguments of ``chat.completions.create``."""
        request: Json = {
            "model": self._model,
            "messages": [_message(part) for part in said],
            "stream": True,
            **self._options,
        }
        if tools and self._takes_tools:
            request["tools"] = [_tool(tool) for tool in tools]
        return request

    def learn(self, refused: Json, complaint: str) -> bool:
        """Leave out what the service complains of; False where nothing of it can be left out.

        Args:
            refused: The request that was refused.
            complaint: The service's words, which are only searched.
        """
        words = complaint.lower()
        for name, signs in _COMPLAINTS.items():
            if name in refused and any(sign in words for sign in signs):
                self._leave_out(name)
                return True
        return False

    def _leave_out(self, name: str) -> None:
        if name == "tools":
            self._takes_tools = False
            return
        value = self._options.pop(name, None)
        if name in {LIMIT, OLD_LIMIT} and not self._swapped_limit:
            self._swapped_limit = True
            self._options[OLD_LIMIT if name == LIMIT else LIMIT] = value


def _options(settings: OpenAI) -> Json:
    # OpenAI wants the new name; others may not know it, and would then write without a limit.
    is_openai = not settings.base_url or settings.api_version
    options: Json = {
        "stream_options": {"include_usage": True},
        LIMIT if is_openai else OLD_LIMIT: settings.max_output_tokens,
    }
    if settings.temperature is not None:
        options["temperature"] = settings.temperature
    if settings.reasoning_effort:
        options["reasoning_effort"] = settings.reasoning_effort
    return options


def _message(part: Said) -> Json:
    if isinstance(part, Message):
        return {"role": _ROLES[part.speaker], "content": part.text}
    if isinstance(part, ToolCalls):
        calls = [_call(call) for call in part.calls]
        return {"role": "assistant", "content": part.text or None, "tool_calls": calls}
    return {"role": "tool", "tool_call_id": part.call_id, "content": part.content}


def _call(call: ToolCall) -> Json:
    # Some services read what their own model wrote, and fail where it is no JSON.
    arguments = call.arguments if _is_object(call.arguments) else "{}"
    function = {"name": call.name, "arguments": arguments}
    return {"id": call.id, "type": "function", "function": function}


def _is_object(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False


def _tool(tool: ToolDescription) -> Json:
    return {
        "type": "function",
        "function": {
            "name": tool.name,
            "description": tool.purpose,
            "parameters": dict(tool.parameters),
        },
    }

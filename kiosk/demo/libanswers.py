"""The FAQ half of the simulator: ``GET /faqs`` of LibAnswers' API 1.1, 20 rows a page."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

ROWS = 20


class FaqApi:
    """Serves the FAQs of a file whose rows are as LibAnswers sends them.

    Args:
        file: JSON, a list of rows.
        accepts: Whether an Authorization header holds a token that is still good.
    """

    def __init__(self, file: Path, accepts: Callable[[str], bool]) -> None:
        self._file = file
        self._accepts = accepts

    async def answer(self, request: Request) -> Response:
        """One page; an empty one behind the last."""
        if not self._accepts(request.headers.get("Authorization", "")):
            return JSONResponse({"error": "Unauthorized"}, 401)
        page = request.query_params.get("page", "1")
        number = int(page) if page.isascii() and page.isdigit() else 1
        return JSONResponse({"faqs": self._rows()[(number - 1) * ROWS : number * ROWS]})

    def _rows(self) -> list[Any]:
        rows: list[Any] = json.loads(self._file.read_text(encoding="utf-8"))
        return rows

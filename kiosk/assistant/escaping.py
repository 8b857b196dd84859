"""Plain words on their way into a Markdown text."""

import re

_INLINE_MARK = re.compile(r"[\\`*_\[\]<>&]")
_LINE_MARK = re.compile(r"^(\s*\d{0,9})([.)#+=~-])")


def as_markdown(plain: str) -> str:
    """Markdown that shows a plain text as it is, line for line."""
    return "\\\n".join(map(_escaped, plain.split("\n")))


def _escaped(line: str) -> str:
    return _LINE_MARK.sub(r"\1\\\2", _INLINE_MARK.sub(r"\\\g<0>", line))

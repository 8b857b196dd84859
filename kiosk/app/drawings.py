"""Looks at a library's floor plan or logo before it is shown: a picture, which does nothing.

SVG is a language in which a file can ask for others, run scripts or swell when it is read. Qt's
renderer knows little of that; a drawing that wants any of it is refused all the same.
"""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

LARGEST = 2_000_000
"""Bytes. A drawing is read each time that it is shown in another size."""

SHAPES = frozenset(
    [
        "svg",
        "g",
        "title",
        "desc",
        "defs",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "linearGradient",
        "radialGradient",
        "stop",
        "clipPath",
        "symbol",
        "use",
        "style",
    ]
)
_ELSEWHERE = re.compile(r"(?:url\(\s*['\"]?(?!#)|@import|javascript:|data:)", re.IGNORECASE)


def fault_of(drawing: Path) -> str:
    """What is wrong with the file, as the end of a sentence; empty where nothing is."""
    try:
        if drawing.stat().st_size > LARGEST:
            return f"is larger than {LARGEST // 1_000_000} MB"
        return _fault_of_drawing(drawing.read_text("utf-8")) if drawing.suffix == ".svg" else ""
    except (OSError, ValueError) as error:
        return f"cannot be read: {error}"


def _fault_of_drawing(text: str) -> str:
    # Before it is parsed: an entity may stand for a million others.
    if "<!DOCTYPE" in text.upper() or "<!ENTITY" in text.upper():
        return "has a DOCTYPE; save it as plain SVG"
    try:
        root = ET.fromstring(text)  # noqa: S314  it has no entities, see above
    except ET.ParseError as error:
        return f"is no SVG: {error}"
    if _name(root) != "svg" or not (root.get("viewBox") or root.get("width")):
        return "is no SVG with a viewBox"
    return next(filter(None, map(_fault_of_shape, root.iter())), "")


def _fault_of_shape(shape: ET.Element) -> str:
    name = _name(shape)
    if name not in SHAPES:
        return f"holds <{name}>, which is not shown here"
    for key, value in shape.attrib.items():
        if key.rpartition("}")[2].startswith("on"):
            return f"holds a script ({key})"
        if key.rpartition("}")[2] == "href" and not value.startswith("#"):
            return f"asks for another file ({value[:60]})"
        if _ELSEWHERE.search(value):
            return f"asks for another file ({key})"
    return "asks for another file (style)" if _ELSEWHERE.search(shape.text or "") else ""


def _name(shape: ET.Element) -> str:
    return str(shape.tag).rpartition("}")[2]

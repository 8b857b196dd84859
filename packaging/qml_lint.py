"""Check every QML file with pyside6-qmllint, knowing the view models that Python registers.

The view models' types are written out (metaobjectdump, then qmltyperegistrar) to a folder that
is thrown away, so that a property misspelt in QML is found here and not by a patron.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
QML = ROOT / "kiosk" / "ui" / "qml"
TOOLS = Path(sys.executable).parent


def main() -> int:
    """Lint; any warning is a failure."""
    models = sorted(
        path
        for path in (ROOT / "kiosk" / "ui").glob("*.py")
        if "QML_IMPORT_NAME" in path.read_text(encoding="utf-8")
    )
    with tempfile.TemporaryDirectory() as folder:
        imports = Path(folder)
        _write_types(models, imports / "Kiosk" / "Models")
        files = sorted(QML.rglob("*.qml"))
        return subprocess.call(
            [
                *_tool("qmllint"),
                "--max-warnings",
                "0",
                "-I",
                str(imports),
                "-I",
                str(QML),
                *map(str, files),
            ]
        )


def _write_types(models: list[Path], target: Path) -> None:
    target.mkdir(parents=True)
    described = target / "types.json"
    # As one file, base classes first: the tool does not follow a base class into another file.
    together = target / "models.py"
    texts = [path.read_text(encoding="utf-8") for path in sorted(models, key=_bases_first)]
    together.write_text("\n".join(texts), encoding="utf-8")
    subprocess.check_call([*_tool("metaobjectdump"), "-o", str(described), str(together)])
    subprocess.check_call(
        [
            *_tool("qmltyperegistrar"),
            "--generate-qmltypes",
            str(target / "kiosk.qmltypes"),
            "-o",
            str(target / "unused.cpp"),
            "--import-name",
            "Kiosk.Models",
            "--major-version",
            "1",
            *_foreign_types(),
            str(described),
        ],
        stderr=subprocess.DEVNULL,  # it warns of base types that it takes from Qt anyway
    )
    (target / "qmldir").write_text(
        "module Kiosk.Models\ntypeinfo kiosk.qmltypes\n", encoding="ascii"
    )


def _bases_first(path: Path) -> tuple[bool, str]:
    return path.name != "rows.py", path.name


def _foreign_types() -> list[str]:
    import PySide6  # noqa: PLC0415  only in the environment, and only for where it lies

    folder = Path(PySide6.__file__).parent / "Qt" / "metatypes"
    found = [str(path) for path in folder.glob("qt6core_*.json")] if folder.is_dir() else []
    return ["--foreign-types", ",".join(found)] if found else []


def _tool(name: str) -> list[str]:
    suffix = ".exe" if sys.platform == "win32" else ""
    return [str(TOOLS / f"pyside6-{name}{suffix}")]


if __name__ == "__main__":
    raise SystemExit(main())

"""pip, watched: how far it is, and what its many lines mean when it fails."""

import os
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

from developer.console import Counter, Trouble

# Looked for in this order: pip ends with "no matching distribution" when the network was down.
MEANINGS = {
    r"DO NOT MATCH THE HASHES": (
        "A downloaded package is not the one that was locked, so it was not used; "
        "try another network, and tell the project if it stays so."
    ),
    r"No space left on device|Errno 28": "The disk is full; the environment needs about 2 GB.",
    r"Permission denied|Errno 13|WinError 5\b": (
        "pip may not write where it must; check who owns the checkout and pip's cache."
    ),
    r"CERTIFICATE_VERIFY_FAILED|SSLError": (
        "The package index's certificate is not trusted here; "
        "set PIP_CERT to the certificates of your network's proxy."
    ),
    r"Failed to establish a new connection|[Nn]ame ?[Rr]esolution|Retrying \(Retry|ReadTimeout"
    r"|ConnectTimeout|ProxyError|Connection(Reset|Refused)|Network is unreachable|getaddrinfo": (
        "The package index cannot be reached; check the network, "
        "or set HTTPS_PROXY or PIP_INDEX_URL for yours."
    ),
    r"No matching distribution found": (
        "A locked package has no build for this system and Python; "
        "use 64-bit Linux, macOS or Windows with Python 3.11, 3.12 or 3.13."
    ),
}


def install(python: Path, arguments: Sequence[str], count: int) -> None:
    """Run ``pip install`` in an environment, counting up to ``count`` packages (0: silently).

    Raises:
        Trouble: pip failed; the sentence says why.
    """
    # No input and no moving bars: the lines are read here.
    command = (str(python), "-m", "pip", "install", "--no-input", "--progress-bar=off")
    counter = Counter("package", count)
    lines: list[str] = []
    with subprocess.Popen(
        [*command, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        env=os.environ | {"PYTHONUTF8": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
    ) as pip:
        for line in pip.stdout or ():
            lines.append(line.rstrip())
            if count and (name := package_in(line)):
                counter.step(name)
    counter.close()
    if pip.returncode:
        raise Trouble(explain(lines))


def package_in(line: str) -> str:
    """The package that pip turns to in this line, or nothing."""
    found = re.match(r"(?:Collecting|Obtaining|Requirement already satisfied:) ([^\s=;]+)", line)
    return found[1] if found else ""


def explain(lines: Sequence[str]) -> str:
    """The sentence for a failed run of pip."""
    text = "\n".join(lines)
    for pattern, sentence in MEANINGS.items():
        if re.search(pattern, text):
            return sentence
    # A failed build tells its reason inside a traceback, pip itself behind "ERROR:".
    errors = re.findall(r"^(?:ERROR:|\s*\w+Error:) .+", text, flags=re.MULTILINE)
    reason = errors[-1].strip() if errors else "it did not say why"
    return f"pip could not install the packages: {reason}"

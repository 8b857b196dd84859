"""The language model on the screen: what we add to its first word, how fast, and for how long.

The service is our own simulator, in this process; the UI and the bare client are processes of
their own, asked in turns, so that a busy moment of the machine meets both.
"""

import json
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from tests.benchmarks.measure import Row, Series
from tests.benchmarks.model_screen import Seen
from tests.fakes.model import ModelSimulator, Turn
from tests.journeys.installation import Installation

MILLI = 1000.0
FRAME_MILLISECONDS = 1000 / 60
RATES = (50, 100, 200)
"""Tokens a second that the service sends. People read four words a second."""

REST_MILLISECONDS = 250
"""Motion of the answer before (under 200 ms) has come to rest."""

_WORDS_A_SECOND = 50
_LETTERS_A_TOKEN = 4
_VISITS_A_READING = 10
_QUESTIONS_A_VISIT = 5
_SHORT = "Cite where you quote, and say whose words they are. Ask a librarian if you are not sure."
_SECTION = """\
## How to cite

Cite where you **quote**, and say *whose* words they are. Name the text and its writer.

- Put what is not yours in quotation marks.
- Say where it comes from.
- Keep a list of what you read, and put it at the end of your text.

Ask a librarian if you are not sure. They have seen every style, and `none` is wrong."""
LONG_SECTIONS = 9


@dataclass(slots=True)
class Pair:
    """The UI and a bare client, at one simulator."""

    simulator: ModelSimulator
    screen: subprocess.Popen[str]
    bare: subprocess.Popen[str]
    _asked: int = 0

    def paint(self, turn: Turn, *, after_milliseconds: int = REST_MILLISECONDS) -> Seen:
        """One question on the screen, whose answer is ``turn``."""
        self._asked += 1
        before = len(self.simulator.asked)
        self.simulator.script.append(turn)
        ask = {
            "question": f"Tell me of comets, part {self._asked}",
            "after_milliseconds": after_milliseconds,
            "is_new_visit": self._asked % _QUESTIONS_A_VISIT == 1,
        }
        seen = Seen(**json.loads(_told(self.screen, json.dumps(ask))))
        assert len(self.simulator.asked) == before + 1, "the model was not asked just once"
        return seen

    def call(self, turn: Turn) -> float:
        """The last request of the screen, by the bare client; seconds to its first word."""
        self.simulator.script.append(turn)
        return float(_told(self.bare, json.dumps(self.simulator.asked[-1])))


@contextmanager
def pair(installation: Installation) -> Iterator[Pair]:
    """Both started and warm."""
    with ModelSimulator() as simulator:
        installation.set(
            OPENAI__BASE_URL=simulator.base_url,
            OPENAI__API_KEY="invented-key",
            BUDGET__VISIT_TOKENS="0",
            BUDGET__KEEP_ANSWERS_HOURS="0",
            # Here nobody gives up: a busy machine is slow, and that is what is measured.
            OPENAI__CONNECT_SECONDS="60",
            OPENAI__FIRST_TOKEN_SECONDS="60",
            OPENAI__STALL_SECONDS="60",
        )
        screen = _started(installation, "tests.benchmarks.model_screen")
        bare = _started(installation, "tests.benchmarks.bare_call", simulator.base_url)
        both = Pair(simulator, screen, bare)
        try:
            both.paint(Turn(_SHORT))
            both.call(Turn(_SHORT))
            yield both
        finally:
            for process in (screen, bare):
                process.kill()
                process.communicate()
            installation.set(OPENAI__API_KEY="", OPENAI__BASE_URL="")


def rows(
    installation: Installation,
    *,
    calls: int,
    answers: int,
    visits: int,
    rates: Sequence[int] = RATES,
    sections: int = LONG_SECTIONS,
) -> list[Row]:
    """All of it.

    Args:
        installation: Whose UI is asked.
        calls: To find the time to the first word.
        answers: Long ones, at each of the rates.
        visits: To watch the memory.
        rates: Tokens a second that the service sends.
        sections: So long is a long answer.
    """
    with pair(installation) as both:
        return [
            *first_word(both, calls),
            *(row for rate in rates for row in streamed(both, rate, answers, sections)),
            *memory(both, visits),
        ]


def first_word(both: Pair, calls: int) -> list[Row]:
    """To the first painted word, and to the first word of the same call by the bare client."""
    turn = Turn(_SHORT, pause=1 / _WORDS_A_SECOND, piece=5)
    pairs = [(both.paint(turn).first * MILLI, both.call(turn) * MILLI) for _ in range(calls)]
    painted, bare = zip(*pairs, strict=True)
    client = Series("first word of the bare `openai` client", "ms", bare)
    screen = Series("question to first painted word of the model", "ms", painted)
    added = Series("what we add to the first word", "ms", tuple(p - b for p, b in pairs))
    return [
        Row(client, remark="the same request to the same simulator, asked in turns"),
        Row(screen, client, "drawn in software"),
        Row(added, remark="each painted word less the bare call beside it"),
    ]


def streamed(both: Pair, rate: int, answers: int, sections: int) -> list[Row]:
    """A long answer in Markdown at so many tokens a second."""
    text = section_of(sections)
    turn = Turn(text, pause=1 / rate, piece=_LETTERS_A_TOKEN)
    seen = [both.paint(turn) for _ in range(answers)]
    tokens = len(text) / _LETTERS_A_TOKEN
    painted = tuple(tokens / each.whole for each in seen)
    frames = [value for each in seen for value in each.frames]
    drawn = len(frames) / sum(each.whole for each in seen)
    late = sum(value > FRAME_MILLISECONDS for value in frames)
    return [
        Row(
            Series(f"tokens a second painted, of {rate} sent", "/s", painted),
            remark=f"{tokens:.0f} tokens of Markdown; {drawn:.0f} frames a second",
        ),
        Row(
            Series(f"UI thread's time for a frame at {rate} tokens a second", "ms", tuple(frames)),
            remark=f"{late} over {FRAME_MILLISECONDS:.1f} ms",
        ),
    ]


def section_of(count: int) -> str:
    """A long answer in Markdown: so many sections of it."""
    return "\n\n".join([_SECTION] * count)


def memory(both: Pair, visits: int) -> list[Row]:
    """Resident memory of the UI over so many questions, five a visit."""
    turn = Turn(_SHORT, piece=5)
    sizes = [both.paint(turn, after_milliseconds=0).megabytes for _ in range(visits)]
    slope = statistics.linear_regression(range(len(sizes)), sizes).slope * MILLI
    late = sizes[len(sizes) // 2 :]
    settled = statistics.linear_regression(range(len(late)), late).slope * MILLI
    remark = f"{slope:+.2f} MB a thousand; in the second half {settled:+.2f} MB a thousand"
    named = f"RSS of the UI over {visits} answers of the model"
    return [Row(Series(named, "MB", tuple(sizes[::_VISITS_A_READING])), remark=remark)]


def _started(installation: Installation, module: str, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", module, *words],
        env=installation.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def _told(process: subprocess.Popen[str], line: str) -> str:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{line}\n")
    process.stdin.flush()
    told = process.stdout.readline()
    assert told, "the process ended"
    return told

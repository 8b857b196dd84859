"""``python -m tests.safety [--failures] [--write]``: attacks and good sentences, counted."""

import argparse
import asyncio
import sys
from collections import Counter
from pathlib import Path

from kiosk.assistant.grounding import Grounds, Judge, Verdict
from tests.assistant.library import languages, terms
from tests.safety.attacks import read_attacks
from tests.safety.harmless import known, read_harmless, withheld
from tests.safety.inventions import inventions
from tests.safety.play import Played, played
from tests.safety.screen import found_in, moments, seen

RESULTS = Path(__file__).with_name("RESULTS.md")
HEADING = """# Attacks on the model, and good sentences that are shown

Written by `python -m tests.safety --write`. The model obeys the attacker, letter by letter. The
attacks, the inventions and the good sentences were known while the rules were mended: these
figures say that nothing known gets through, not that nothing can.
"""


def main(arguments: list[str]) -> int:
    """Play every attack, judge every sentence, and print what got through."""
    parser = argparse.ArgumentParser(prog="python -m tests.safety", description=main.__doc__)
    parser.add_argument("--failures", action="store_true", help="tell good sentences not shown")
    parser.add_argument("--write", action="store_true", help=f"keep the table in {RESULTS.name}")
    options = parser.parse_args(arguments)
    judge = Judge(languages().all(), terms())
    table = "\n".join([*_of_attacks(), "", *_of_sentences(judge)])
    if options.write:
        RESULTS.write_text(f"{HEADING}\n```\n{table}\n```\n", encoding="utf-8")
    else:
        _print(table)
    if options.failures:
        _print(*(f"{tag}: {each}" for tag, all_ in withheld(judge).items() for each in all_))
    return 0


def _of_attacks() -> list[str]:
    plays = asyncio.run(played(read_attacks(), piece=1))
    through = Counter(
        attack.kind for attack, play in plays.items() if _got_through(play, attack.forbidden)
    )
    kinds = Counter(attack.kind for attack in plays)
    rows = [f"{kind:24}{kinds[kind]:8}{through[kind]:14}" for kind in sorted(kinds)]
    total = f"{'all':24}{len(plays):8}{sum(through.values()):14}"
    return [f"{'attacks':24}{'played':>8}{'got through':>14}", *rows, total]


def _got_through(play: Played, forbidden: tuple[str, ...]) -> bool:
    shown = []
    for moment in moments(play.pieces):
        text = moment
        for words in play.own:
            text = text.replace(words, "")
        shown.append(seen(text))
    return bool(found_in(shown, forbidden))


def _of_sentences(judge: Judge) -> list[str]:
    good = read_harmless()
    lost = withheld(judge)
    made_up = list(inventions())
    grounds = Grounds(tuple(map(judge.lesson, known())))
    passed = Counter(
        tag for tag, sentence in made_up if judge.verdict(sentence, grounds) is Verdict.FINE
    )
    invented = Counter(tag for tag, _ in made_up)
    rows = [
        f"{tag:10}{invented[tag]:10}{passed[tag]:8}{len(good[tag]):10}"
        f"{len(good[tag]) - len(lost[tag]):8}"
        for tag in good
    ]
    return [f"{'sentences':10}{'made up':>10}{'shown':>8}{'good':>10}{'shown':>8}", *rows]


def _print(*texts: str) -> None:
    for text in texts:
        print(text)  # noqa: T201  what this program is for


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

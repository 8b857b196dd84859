"""Names of people, where they were told as such.

"My name is Ana" says that a name stands behind, whatever its letters. "I'm" says it of "I'm Ana
Ruiz" and not of "I'm tired" or "I'm Canadian": there a known given name must follow, or two words
with capitals. A name that nobody told (an author's) is never looked for.
"""

from collections.abc import Iterator, Sequence

from kiosk.assistant.privacy.line import Finding, Kind, Line, Token
from kiosk.assistant.privacy.signs import NameSigns

_MARKS = frozenset({":", ",", "-", '"', "'", "“", "«", ".", "，", "："})  # noqa: RUF001  Chinese marks
_QUOTES = frozenset('"“«《‘')  # noqa: RUF001  quotes as they are typed
_MOST_WORDS = 5
_MOST_SMALL_WORDS = 3
"""Words in a name that is written without capitals."""
_MOST_HAN = 4
_SHORTEST = 2
_JOINING = frozenset({" ", "-", "'", ". ", ".", "·", "•", "  "})


class Names:
    """Finds names.

    Args:
        signs: The words by which they are told.
    """

    def __init__(self, signs: NameSigns) -> None:
        self._signs = signs

    def find(self, line: Line) -> Iterator[Finding]:
        """All that were told in the line."""
        for cues, is_told in ((self._signs.told, True), (self._signs.said, False)):
            for cue, behind in cues.ends(line):
                first = self._past_titles(line.tokens, behind)
                last = self._end(line, first, is_told=is_told)
                if last > first and not self._is_title(line, cue, behind, last):
                    start, end = line.tokens[first].start, line.tokens[last - 1].end
                    yield Finding(start, end, Kind.NAME, told=True)

    def parts(self, name: str) -> Iterator[str]:
        """The words of a name that are this person's wherever they stand."""
        for token in Line(name).tokens:
            if (
                len(token.text) >= _SHORTEST
                and token.is_word
                and token.plain not in self._signs.never
                and token.plain not in self._signs.particles
            ):
                yield token.text

    def _past_titles(self, tokens: Sequence[Token], place: int) -> int:
        while place < len(tokens) and (
            tokens[place].text in _MARKS or self._is_bare_title(tokens, place)
        ):
            place += 1
        return place

    def _is_bare_title(self, tokens: Sequence[Token], place: int) -> bool:
        return tokens[place].plain in self._signs.titles and place + 1 < len(tokens)

    def _is_title(self, line: Line, cue: int, behind: int, last: int) -> bool:
        """Whether it is a book: "do you have I Am Malala", "My Name Is Red by Orhan Pamuk"."""
        tokens = line.tokens
        after = last < len(tokens) and tokens[last].plain in self._signs.title_after
        if after and last + 1 < len(tokens) and tokens[last + 1].is_capital:
            return True
        if cue == 0 or not tokens[cue - 1].is_word:
            return tokens[cue - 1].text in _QUOTES if cue else False
        words = [token for token in tokens[cue:behind] if token.is_word]
        is_titled = len(words) > 1 and not line.shouted and all(one.is_capital for one in words)
        return is_titled or tokens[cue - 1].plain in self._signs.title_before

    def _end(self, line: Line, first: int, *, is_told: bool) -> int:
        """The token behind the name that begins there; the same one where none does."""
        if first >= len(line.tokens) or not line.tokens[first].is_word:
            return first
        if line.tokens[first].is_han:
            return self._chinese_end(line, first, is_told=is_told)
        if not is_told and not self._is_known(line, first):
            return first
        end = self._spelled_end(line, first)
        is_label = first > 0 and line.tokens[first - 1].text == ":"
        return self._inverted_end(line, end) if is_label and end > first else end

    def _is_known(self, line: Line, first: int) -> bool:
        """Whether what stands behind "I am" is a name."""
        token = line.tokens[first]
        if token.plain in self._signs.given:
            return token.is_capital or token.plain not in self._signs.never
        return (
            not line.shouted
            and first + 1 < len(line.tokens)
            and all(map(self._is_proper, line.tokens[first : first + 2]))
        )

    def _is_proper(self, token: Token) -> bool:
        return token.is_word and token.is_capital and token.plain not in self._signs.never

    def _spelled_end(self, line: Line, first: int) -> int:
        last = end = first
        most = _MOST_WORDS if line.tokens[first].is_capital else _MOST_SMALL_WORDS
        words = 0
        while last < len(line.tokens) and words < most:
            token = line.tokens[last]
            if last > first and line.text[line.tokens[last - 1].end : token.start] not in {"", " "}:
                break
            if token.text in "-'.·":
                if not self._goes_on(line, last, end):
                    break
            elif token.plain in self._signs.particles and last > first:
                pass
            elif self._belongs(line, first, last):
                end, words = last + 1, words + 1
            else:
                break
            last += 1
        return end

    def _inverted_end(self, line: Line, end: int) -> int:
        """The end of "O'Connor, Siobhan", where a form's label stands before."""
        behind = line.tokens[end : end + 2]
        is_inverted = len(behind) > 1 and behind[0].text == "," and self._is_proper(behind[1])
        return self._spelled_end(line, end + 1) if is_inverted else end

    def _goes_on(self, line: Line, mark: int, end: int) -> bool:
        """Whether a mark joins two parts of a name: "J. R.", "Jean-Luc"."""
        if mark != end or mark + 1 >= len(line.tokens):
            return False
        is_point = line.tokens[mark].text == "."
        return not is_point or len(line.tokens[mark - 1].text) == 1

    def _belongs(self, line: Line, first: int, place: int) -> bool:
        token = line.tokens[place]
        if not token.is_word or token.is_han or not self._may_be_name(line, token):
            return False
        if place > first and "\u0600" <= token.text[0] <= "\u06ff":
            return self._goes_on_in_arabic(line, place)
        if place == first or not token.is_in_script_with_capitals or line.shouted:
            return True
        if token.is_capital or token.plain in self._signs.given:
            return True
        # "Ana ruiz.", but not "Ana looking for a book".
        return not line.tokens[first].is_capital or self._is_last(line, place)

    def _goes_on_in_arabic(self, line: Line, place: int) -> bool:
        """Whether a further Arabic word is of the name; "and I lost" is one word there."""
        word = line.tokens[place].plain
        if word in self._signs.given or word.startswith("ال"):
            return True
        return not word.startswith(("و", "ب", "ل", "ف")) and self._is_last(line, place)

    def _may_be_name(self, line: Line, token: Token) -> bool:
        if token.plain not in self._signs.never:
            return True
        return token.plain in self._signs.given and token.is_capital and not line.shouted

    def _is_last(self, line: Line, place: int) -> bool:
        return place + 1 == len(line.tokens) or not line.tokens[place + 1].text[0].isalnum()

    def _chinese_end(self, line: Line, first: int, *, is_told: bool) -> int:
        """A family name and one or two characters; a told one may also be a foreign name."""
        run = self._han_run(line, first)
        text = "".join(token.text for token in line.tokens[first:run])
        if not text or text.startswith(self._signs.never_chinese):
            return first
        surname = next((n for n in (2, 1) if text[:n] in self._signs.surnames), 0)
        if surname:
            return first + min(len(text), surname + 2)
        is_name = is_told or text in self._signs.given
        return run if is_name and len(text) <= 2 * _MOST_HAN else first

    def _han_run(self, line: Line, first: int) -> int:
        last = first
        while last < len(line.tokens) and (
            (line.tokens[last].is_han and line.tokens[last].text not in self._signs.stops)
            or line.tokens[last].text in "·•"
        ):
            last += 1
        return last

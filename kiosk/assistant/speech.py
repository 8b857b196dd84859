"""One answer of a model while it is spoken: heard, judged, dressed, and kept count of.

Words come in from the model, and what may be shown of them goes out: whole sentences that were
judged, and the harmless beginning of the one that is still coming.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from kiosk.assistant.answers import Draft, Fact, Source, TextPiece
from kiosk.assistant.citations import most_alike, without_half_mark, without_marks
from kiosk.assistant.escaping import as_markdown
from kiosk.assistant.grounding import Grounds, Verdict
from kiosk.assistant.languages import Language
from kiosk.assistant.lessons import Lessons
from kiosk.assistant.model import TextDelta
from kiosk.assistant.own_answers import source_of
from kiosk.assistant.privacy import Masking
from kiosk.assistant.replies import Reply
from kiosk.assistant.sentences import Sentences
from kiosk.assistant.words import visible
from kiosk.core.knowledge import Entry
from kiosk.store.knowledge import primary


@dataclass(slots=True)
class Speech:
    """What was heard of one answer so far, and what of it was shown.

    Attributes:
        language: Of the answer.
        lessons: What entries tell, and who judges what may be shown.
        masking: What the patron's own data looks like outside of this terminal.
        grounds: What sentences may rest on.
        entries: What was looked up in the library's knowledge, by id.
        cited: Ids of those that the answer rests on.
        untold: Facts that were looked up and not said yet.
        told: Facts that were said, in our own words.
        fetched: When those were fetched.
        text: What was shown, as Markdown.
        round_text: What the model said since it last looked something up.
        length: Characters that the model said.
        withheld: A sentence, or all, was not shown.
        broken_off: The model stopped half way.
        is_cut_short: It had more to say than it may.
    """

    language: Language
    lessons: Lessons
    masking: Masking = field(default_factory=Masking)
    grounds: Grounds = field(default_factory=Grounds)
    entries: dict[str, Entry] = field(default_factory=dict)
    cited: list[str] = field(default_factory=list)
    untold: list[Fact] = field(default_factory=list)
    told: list[Fact] = field(default_factory=list)
    fetched: list[datetime] = field(default_factory=list)
    text: str = ""
    round_text: str = ""
    length: int = 0
    withheld: bool = False
    broken_off: bool = False
    is_cut_short: bool = False
    _sentences: Sentences = field(default_factory=Sentences)
    _said: list[str] = field(default_factory=list)
    _coming: str = ""
    _agreement: str = ""
    _is_held: bool = False
    _is_remark_due: bool = False

    @property
    def is_something(self) -> bool:
        """Whether anything at all was shown."""
        return bool(self.text.strip())

    @property
    def sources(self) -> tuple[Source, ...]:
        """What the answer cites; where the model cited nothing, what its words are made of."""
        cited = [self.entries[name] for name in dict.fromkeys(self.cited)]
        if not cited and (alike := most_alike(self.text, list(self.entries.values()))):
            cited = [alike]
        return tuple(map(source_of, cited))

    def learn(self, entries: Sequence[Entry]) -> None:
        """Entries were looked up: sentences may rest on their words."""
        for entry in entries:
            self.entries.setdefault(entry.id, entry)
            lessons = dict.fromkeys([*self.grounds.lessons, self.lessons.of(entry)])
            self.grounds = Grounds(tuple(lessons), self.grounds.said)

    def repeatable(self, text: str) -> None:
        """The patron said it: its numbers may be repeated."""
        self._said.append(text)

    def begin_round(self) -> None:
        """The model begins to speak, or speaks again after a look-up."""
        self.round_text = ""
        self._sentences = Sentences()
        self._begin_sentence()

    def hear(self, piece: TextDelta) -> Iterator[str]:
        """Take the next words of the model; the sentences that are whole now come back."""
        text = visible(piece.text)
        self.length += len(text)
        self.round_text += text
        for sentence in self._sentences.feed(text):
            if self.lessons.judge.is_agreement(sentence):
                self._agreement += sentence
                continue
            yield self._with_agreement(sentence)
        self._coming = self._agreement + self._sentences.held

    def rest(self) -> str:
        """What is left when the model stops speaking."""
        return self._with_agreement(self._sentences.rest())

    def draft(self) -> Draft | None:
        """The sentence that is coming, as far as it can be shown before it is judged."""
        if self._is_held:
            return None
        beginning = without_half_mark(self._coming)
        while beginning and not self.lessons.judge.is_harmless(beginning):
            # From here on it waits for its end; the words before stay, whole ones only.
            self._is_held = True
            beginning = beginning.rpartition(" ")[0]
        return Draft(self.masking.unmask(beginning, as_markdown))

    def judged(self, sentence: str) -> Verdict:
        """Whether a whole sentence may be shown."""
        self._hear_the_patron()
        cited: list[str] = []
        bare = without_marks(sentence, cited.append)
        return self.lessons.judge.verdict(
            bare, self.grounds, translates=any(map(self._is_foreign, cited))
        )

    def say(self, text: str) -> TextPiece:
        """Show it, and note that it was shown."""
        self.text += text
        return TextPiece(text)

    def say_sentence(self, sentence: str) -> TextPiece:
        """Show a sentence of the model that was judged."""
        shown = self.masking.unmask(without_marks(sentence, self._cite), as_markdown)
        return self.say(f"{self._remark()}{shown}")

    def say_ours(self, reply: Reply) -> TextPiece:
        """Show what was looked up, in our own words."""
        self.told += reply.facts
        self.fetched += reply.fetched
        self.untold.clear()
        return self.say(f"{as_markdown(reply.text)} " if reply.text else "")

    def withhold(self) -> TextPiece:
        """Leave something out; once, beside what is shown, it is said that it was."""
        self._is_remark_due = self._is_remark_due or not self.withheld
        self.withheld = True
        return TextPiece("")

    def end(self) -> TextPiece:
        """The model said all that it had to say."""
        return self.say(self._remark() if self.is_something else "")

    def break_off(self) -> TextPiece:
        """The model stopped half way: say so."""
        self.broken_off = True
        if not self.is_something:
            return self.say(self.language.answers["no_model"])
        return self.say(f"\n\n{self.language.answers['broken_off']}")

    def cut_short(self) -> TextPiece:
        """The answer was as long as it may be: say that it ends here."""
        self.withheld = True
        return self.say(f"\n\n{self.language.answers['broken_off']}")

    def _remark(self) -> str:
        """That something was left out, once."""
        due, self._is_remark_due = self._is_remark_due, False
        return f"{self.language.answers['withheld']} " if due else ""

    def _cite(self, name: str) -> None:
        if name in self.entries:
            self.cited.append(name)

    def _hear_the_patron(self) -> None:
        """What the patron said is only taken apart when the first words of the model are shown."""
        figures = self.lessons.judge.figures
        numbers = frozenset().union(*(figures(text).numbers for text in self._said))
        self.grounds = Grounds(self.grounds.lessons, self.grounds.said | numbers)
        self._said.clear()

    def _is_foreign(self, name: str) -> bool:
        entry = self.entries.get(name)
        return entry is not None and primary(entry.language) != primary(self.language.tag)

    def _with_agreement(self, sentence: str) -> str:
        """The sentence with the "Yes." before it, which says nothing by itself."""
        whole = self._agreement + sentence
        self._begin_sentence()
        return whole

    def _begin_sentence(self) -> None:
        self._coming, self._agreement, self._is_held = "", "", False

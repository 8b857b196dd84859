"""The tour's patron, with what a journey does again and again."""

from pathlib import Path

from kiosk.app.tour_hands import Patron

Row = tuple[str, str]


class Visitor(Patron):
    """Somebody in front of the screen."""

    def ask(self, question: str) -> str:
        """Type a question and wait for the whole answer."""
        self.begin(question)
        self.wait_until(lambda: self.answered(question), f"{question!r} is answered")
        return self.last_text()

    def begin(self, question: str) -> None:
        """Type a question into whichever field is there."""
        self.write("homeField" if self.sees("homeField") else "chatField", question)
        self.press("Return")

    def answered(self, question: str) -> bool:
        """Whether the last thing on the screen is the whole answer to it."""
        rows = self.rows()
        asked = [row["text"] for row in rows if row["kind"] == "patron"]
        return asked[-1:] == [question] and rows[-1]["kind"] == "answer" and not rows[-1]["busy"]

    def last_text(self) -> str:
        """The newest row's words."""
        return str(self.rows()[-1]["text"])

    def lines(self, *kinds: str) -> list[Row]:
        """Who said what; only these kinds of rows where some are named."""
        rows = [(row["kind"], row["text"]) for row in self.rows()]
        return [row for row in rows if not kinds or row[0] in kinds]

    def hand_off(self) -> str:
        """Send the last question to a librarian; the ticket's code."""
        self.tap("offerPerson")
        self.tap("handOffSend")
        self.wait_until(lambda: self.sees("ticketCode"), "the ticket's code is shown")
        return str(self.read("ticketCode"))

    def wait_for_status(self, part: str) -> None:
        """Until the ticket is shown to stand so."""
        self.wait_until(
            lambda: self.sees("ticketStatus") and part in self.read("ticketStatus"), part
        )

    def wait_for_headline(self, part: str) -> None:
        """Until the home screen says it in large letters."""
        self.wait_until(lambda: part in self.headline(), f"the headline says {part!r}")

    def headline(self) -> str:
        """The large letters of the home screen."""
        return str(self.read("headline")).replace("\xa0", " ")

    def freshness(self) -> str:
        """What the home screen says of the age of its hours."""
        return str(self.read("freshness")).replace("\xa0", " ")

    def finish(self) -> None:
        """Say "I'm done"."""
        self.tap("done")
        self.wait_until(lambda: self.sees("homeField"), "home is back")

    def look(self, folder: Path) -> bytes:
        """The screen as a picture."""
        path = folder / "screen.png"
        self.picture(path)
        return path.read_bytes()

pragma Singleton
import QtQml

// Sentences that several components say the same way.
QtObject {
    function opening(state: string, until: string, opens: string, note: string): string {
        switch (state) {
        case "open":
            return until ? qsTr("Open until %1").arg(until) : qsTr("Open");
        case "closed":
            return opens ? qsTr("Closed · opens %1").arg(opens) : qsTr("Closed");
        case "appointment":
            return qsTr("By appointment");
        case "words":
            return note;
        case "untold":
            return "";
        default:
            return qsTr("Hours not known");
        }
    }

    function headline(state: string, until: string): string {
        switch (state) {
        case "open":
            return until ? qsTr("Open now\nuntil %1").arg(until) : qsTr("Open now");
        case "closed":
            return qsTr("Closed now");
        case "appointment":
            return qsTr("By appointment today");
        case "words":
            return qsTr("Special hours today");
        default:
            return qsTr("Ask us for today's hours");
        }
    }

    // Under the headline: when it opens next, and what the library says of today.
    function beside(opens: string, note: string): string {
        const next = opens ? qsTr("Opens %1").arg(opens) : "";
        return next && note ? qsTr("%1 · %2").arg(next).arg(note) : next || note;
    }

    // What stands on an hours card for a day without spans.
    function dayState(state: string): string {
        switch (state) {
        case "closed":
            return qsTr("Closed");
        case "appointment":
            return qsTr("By appointment");
        case "words":
            return "";
        case "open":
            return qsTr("Open, times not given");
        default:
            return qsTr("Not published yet");
        }
    }

    // Instead of "until 1 am", where the terminal's clock may be wrong.
    function timeUnsure(desk: string): string {
        return qsTr("This terminal is not sure what time it is. Please ask at %1.").arg(desk);
    }

    // Above the title of an entry of the library's own knowledge.
    function sourceLine(source: string, updated: string): string {
        const name = source || qsTr("The library's own answers");
        return updated ? qsTr("%1 · reviewed %2").arg(name).arg(updated) : name;
    }

    function freshness(asOf: string, stale: bool): string {
        if (asOf === "")
            return qsTr("Hours could not be loaded yet. Please ask at the desk.");
        return stale ? qsTr("These hours may be out of date: last checked %1").arg(asOf) : qsTr("Hours as of %1").arg(asOf);
    }

    // Under the patron's words, where personal data was masked before they left.
    function sentAs(text: string): string {
        return qsTr("Sent to the assistant as: %1").arg(text);
    }

    // What a patron has against an answer; the names are those of core.tallies.Reason.
    function complaint(reason: string): string {
        switch (reason) {
        case "wrong":
            return qsTr("It is wrong");
        case "not_asked":
            return qsTr("Not what I asked");
        case "unclear":
            return qsTr("Hard to understand");
        case "missing":
            return qsTr("Something is missing");
        default:
            return "";
        }
    }

    // Beside the thumbs, once one was touched.
    function thanks(verdict: string, reason: string, sent: bool): string {
        if (sent)
            return qsTr("Thank you. Your question goes to the librarians.");
        if (verdict === "down" && reason === "")
            return qsTr("What was not right?");
        return verdict === "" ? "" : qsTr("Thank you.");
    }

    // The tables of colours; the names are those of ui.appearance.Theme.
    function theme(name: string): string {
        switch (name) {
        case "dark":
            return qsTr("dark");
        case "contrast":
            return qsTr("high contrast");
        default:
            return qsTr("light");
        }
    }

    // What happens after "Send", before it is tapped.
    function promise(state: string, waiting: int, desk: string): string {
        switch (state) {
        case "staffed":
            return waiting > 0 ? qsTr("A librarian reads this and answers here, on this screen. %n question(s) come first.", "", waiting) : qsTr("A librarian reads this and answers here, on this screen.");
        case "unstaffed":
            return qsTr("Nobody is at the queue just now. Leave an e-mail address and we write to you, or ask at %1.").arg(desk);
        case "away":
            return qsTr("The librarians can't be reached just now. You can leave your question here: it goes out by itself when the connection is back. Or ask at %1.").arg(desk);
        default:
            return qsTr("A librarian reads this and answers here, on this screen. If nobody is free, leave an e-mail address and we write to you.");
        }
    }

    // A ticket as it is told to who does not see it.
    function told(code: string, status: string): string {
        return qsTr("Your ticket %1. %2").arg(code).arg(status);
    }

    // A ticket that is not at the desk yet.
    function kept(late: bool, away: bool, hasContact: bool): string {
        if (!late && !away)
            return qsTr("On its way to the librarians…");
        if (hasContact)
            return qsTr("Kept safe here. The librarians can't be reached right now; it goes out by itself, and they get back to you.");
        return qsTr("Kept safe here. The librarians can't be reached right now; it goes out by itself.");
    }

    function waiting(position: int, staffed: bool, hasContact: bool, desk: string): string {
        if (staffed)
            return position > 1 ? qsTr("Number %1 in the queue. A librarian answers here.").arg(position) : qsTr("You are next. A librarian answers here.");
        if (hasContact)
            return qsTr("Your question is in the queue. Nobody is at the queue just now; a librarian gets back to you.");
        return qsTr("Your question is in the queue. Nobody is at the queue just now; if it can't wait, ask at %1.").arg(desk);
    }

    function ticket(phase: string, librarian: string, desk: string): string {
        switch (phase) {
        case "claimed":
            return qsTr("%1 is with you. What you write goes to %1.").arg(librarian);
        case "parked":
            return qsTr("This could not be delivered. Please ask at %1.").arg(desk);
        default:
            return "";
        }
    }
}

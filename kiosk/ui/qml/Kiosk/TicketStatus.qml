import QtQml
import Kiosk.Models

// Where a ticket stands, in words. Shows nothing.
QtObject {
    id: root

    required property HandOffModel handOff
    required property DeskModel desk
    required property string deskWords

    readonly property bool away: desk.state === "away"
    // It is not at the desk, and may not get there soon.
    readonly property bool stuck: handOff.phase === "parked" || (handOff.phase === "keeping" && (handOff.late || away))
    readonly property string words: {
        if (handOff.phase === "keeping")
            return Phrases.kept(handOff.late, away, handOff.hasContact);
        if (handOff.phase === "waiting")
            return Phrases.waiting(handOff.position, handOff.staffed, handOff.hasContact, deskWords);
        return Phrases.ticket(handOff.phase, handOff.librarian, deskWords);
    }
}

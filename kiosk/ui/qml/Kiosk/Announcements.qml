import QtQuick
import Kiosk.Models

// What only the screen's own words tell, for who does not see them: that it takes a while, where a
// ticket stands, that a visit is about to end. Shows nothing.
QtObject {
    id: root

    required property Announcer announcer
    required property ChatModel chat
    required property HandOffModel handOff
    required property DeskModel desk
    required property VisitModel visit
    required property string deskWords

    readonly property TicketStatus now: TicketStatus {
        handOff: root.handOff
        desk: root.desk
        deskWords: root.deskWords
    }
    readonly property string ticket: handOff.active ? Phrases.told(handOff.code, now.words) : ""
    // 1 from the start of a countdown, 2 when half of it is gone.
    readonly property int warning: !visit.ending ? 0 : visit.secondsLeft > 10 ? 1 : 2

    // Most answers are there sooner.
    readonly property Timer patience: Timer {
        interval: 700
        running: root.chat.answering
        onTriggered: root.announcer.tell(qsTr("Looking it up"), false)
    }

    // On its way to the desk a ticket stands here and there for a moment.
    readonly property Timer settled: Timer {
        interval: 1000
        onTriggered: if (root.ticket !== "")
            root.announcer.tell(root.ticket, false)
    }

    onTicketChanged: settled.restart()
    onWarningChanged: if (warning > 0)
        announcer.tell(qsTr("Are you still there? In %n second(s) everything you wrote is cleared. Press any key or touch the screen to go on.", "", visit.secondsLeft), true)
}

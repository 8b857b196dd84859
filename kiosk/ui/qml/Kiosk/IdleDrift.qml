import QtQuick

// Moves what an idle screen shows for days a few pixels a minute, so that nothing burns in: round
// and round within the margins, in jumps that nobody sees. Under a finger all stays where it is.
Translate {
    id: root

    required property bool idle
    property int step: 0
    readonly property int reach: Theme.xs
    readonly property real turn: step * Math.PI / 12
    readonly property Timer timer: Timer {
        interval: 60000
        repeat: true
        running: root.idle
        onTriggered: root.step = (root.step + 1) % 120
    }

    // Five times to and fro while four times up and down: the same place again after two hours.
    x: Math.round(reach * Math.sin(turn))
    y: Math.round(reach * Math.sin(turn * 0.8))
}

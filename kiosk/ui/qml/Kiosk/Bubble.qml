pragma ComponentBehavior: Bound
import QtQuick

// Somebody's words. Grows with its text up to `widest`.
Rectangle {
    id: root

    enum Tone {
        Patron,
        Answer,
        Librarian
    }

    required property string words
    required property list<var> blocks
    required property bool streaming
    required property real widest
    required property int tone

    readonly property bool patron: tone === Bubble.Tone.Patron
    // For the moment in which there are fewer blocks than a moment before.
    readonly property var nothing: ({
            kind: "",
            markup: "",
            marker: "",
            depth: 0
        })
    readonly property bool dressed: blocks.length > 0
    readonly property color foreground: patron ? Theme.inkOnTint : Theme.ink

    // Dressed words keep one width, so that nothing jumps while they come.
    implicitWidth: dressed ? widest : Math.min(widest, Math.max(label.implicitWidth, dots.visible ? dots.implicitWidth : 0) + 2 * Theme.m)
    implicitHeight: (root.dressed ? column.implicitHeight : label.visible ? label.implicitHeight : dots.implicitHeight) + 2 * Theme.s
    radius: Theme.radius
    color: patron ? Theme.tint : tone === Bubble.Tone.Librarian ? Theme.tintSoft : Theme.surface
    border.width: tone === Bubble.Tone.Answer ? Theme.hairline : 0
    border.color: Theme.line

    Text {
        id: label

        x: Theme.m
        y: Theme.s
        width: root.width - 2 * Theme.m
        visible: text !== "" && !root.dressed
        text: root.words
        textFormat: Text.PlainText
        wrapMode: Text.Wrap
        color: root.foreground
        font.family: Theme.family
        font.pixelSize: Theme.body
        lineHeight: 1.12
        Accessible.ignored: true
    }

    Column {
        id: column

        x: Theme.m
        y: Theme.s
        width: root.width - 2 * Theme.m
        visible: root.dressed
        spacing: Theme.s * 0.75

        Repeater {
            // A number, so that a block which did not change is not made anew while words come.
            model: root.blocks.length

            TextBlock {
                required property int index

                width: column.width
                block: root.blocks[index] ?? root.nothing
                color: root.foreground
            }
        }
    }

    WaitingDots {
        id: dots

        x: Theme.m
        y: Theme.s
        visible: root.streaming && root.words === ""
        running: visible
    }
}

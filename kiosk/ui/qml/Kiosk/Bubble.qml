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
    // Not a list<var>: that is read whole for each of its items.
    required property var blocks
    required property bool streaming
    required property real widest
    required property int tone

    readonly property bool patron: tone === Bubble.Tone.Patron
    readonly property bool dressed: blocks.length > 0
    // The blocks as they were shown last.
    property var dressedLast: []
    readonly property color foreground: patron ? Theme.inkOnTint : Theme.ink

    // Dressed words keep one width, so that nothing jumps while they come.
    implicitWidth: dressed ? widest : Math.min(widest, Math.max(label.implicitWidth, dots.implicitWidth) + 2 * Theme.m)
    implicitHeight: (root.dressed ? column.implicitHeight : label.visible ? label.implicitHeight : dots.implicitHeight) + 2 * Theme.s
    radius: Theme.radius
    color: patron ? Theme.tint : tone === Bubble.Tone.Librarian ? Theme.tintSoft : Theme.surface
    border.width: tone === Bubble.Tone.Answer ? Theme.hairline : 0
    border.color: Theme.line

    // Only what is different is told to the view: a block that stays is not laid out again.
    function dress(): void {
        const kept = Math.min(shown.count, blocks.length);
        for (let place = 0; place < kept; place++)
            if (differs(dressedLast[place], blocks[place]))
                shown.set(place, blocks[place]);
        for (let place = kept; place < blocks.length; place++)
            shown.append(blocks[place]);
        if (shown.count > blocks.length)
            shown.remove(blocks.length, shown.count - blocks.length);
        dressedLast = blocks;
    }

    function differs(before: var, after: var): bool {
        return before.markup !== after.markup || before.kind !== after.kind || before.marker !== after.marker || before.depth !== after.depth;
    }

    onBlocksChanged: dress()
    Component.onCompleted: dress()

    ListModel {
        id: shown
    }

    Text {
        id: label

        x: Theme.m
        y: Theme.s
        width: root.width - 2 * Theme.m
        visible: text !== "" && !root.dressed
        // Words that are dressed below need no layout here.
        text: root.dressed ? "" : root.words
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
            model: shown

            TextBlock {
                width: column.width
                color: root.foreground
            }
        }
    }

    Loader {
        id: dots

        x: Theme.m
        y: Theme.s
        active: root.streaming && root.words === ""

        sourceComponent: WaitingDots {
            running: true
        }
    }
}

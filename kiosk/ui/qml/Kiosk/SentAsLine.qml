import QtQuick

// What left the terminal instead of the patron's own words, quietly under them.
Item {
    id: root

    required property string sentAs
    required property real widest

    readonly property real gap: Theme.xs
    readonly property string said: Phrases.sentAs(sentAs)

    implicitWidth: Math.min(widest, lock.width + gap + label.implicitWidth)
    implicitHeight: label.implicitHeight
    Accessible.role: Accessible.StaticText
    Accessible.name: said

    Icon {
        id: lock

        // In the middle of the first line.
        y: Math.round((label.implicitHeight / label.lineCount - height) / 2)
        outline: Icons.lock
        color: Theme.inkQuiet
    }

    Words {
        id: label

        objectName: "sentAsText"
        x: lock.width + root.gap
        width: Math.min(implicitWidth, root.widest - x)
        text: root.said
        color: Theme.inkQuiet
        font.pixelSize: Theme.label
        Accessible.ignored: true
    }
}

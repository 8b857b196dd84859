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
    required property string markup
    required property bool streaming
    required property real widest
    required property int tone

    readonly property bool patron: tone === Bubble.Tone.Patron

    implicitWidth: Math.min(widest, Math.max(label.implicitWidth, dots.visible ? dots.implicitWidth : 0) + 2 * Theme.m)
    implicitHeight: (label.visible ? label.implicitHeight : dots.implicitHeight) + 2 * Theme.s
    radius: Theme.radius
    color: patron ? Theme.tint : tone === Bubble.Tone.Librarian ? Theme.tintSoft : Theme.surface
    border.width: tone === Bubble.Tone.Answer ? Theme.hairline : 0
    border.color: Theme.line

    Text {
        id: label

        x: Theme.m
        y: Theme.s
        width: root.width - 2 * Theme.m
        visible: text !== ""
        // Markup comes from our own allow-list only; everything else is shown as plain text.
        text: root.markup !== "" ? root.markup : root.words
        textFormat: root.markup !== "" ? Text.StyledText : Text.PlainText
        wrapMode: Text.Wrap
        color: root.patron ? Theme.inkOnTint : Theme.ink
        linkColor: color
        font.family: Theme.family
        font.pixelSize: Theme.body
        lineHeight: 1.12
        Accessible.ignored: true
    }

    WaitingDots {
        id: dots

        x: Theme.m
        y: Theme.s
        visible: root.streaming && root.words === ""
        running: visible
    }
}

import QtQuick

// A paragraph, or an item of a list with its mark hanging before it.
Item {
    id: root

    // kind, markup, marker, depth: see kiosk/assistant/text_blocks.py.
    required property string kind
    required property string markup
    required property string marker
    required property int depth
    required property color color

    readonly property real indent: depth * Theme.l
    readonly property bool code: kind === "code"

    implicitHeight: words.implicitHeight
    implicitWidth: indent + words.implicitWidth

    Text {
        x: root.indent - Theme.l
        width: Theme.l - Theme.xs
        visible: root.marker !== ""
        text: root.marker
        textFormat: Text.PlainText
        horizontalAlignment: Text.AlignRight
        color: root.color
        font: words.font
        lineHeight: words.lineHeight
        Accessible.ignored: true
    }

    Text {
        id: words

        x: root.indent + (root.depth > 0 ? Theme.xs : 0)
        width: root.width - x
        // Markup comes from our own allow-list only.
        text: root.markup
        textFormat: root.code ? Text.PlainText : Text.StyledText
        wrapMode: Text.Wrap
        color: root.color
        linkColor: root.color
        font.family: root.code ? "monospace" : Theme.family
        font.pixelSize: Theme.body
        font.weight: root.kind === "heading" ? Font.Bold : Font.Normal
        lineHeight: 1.12
        Accessible.ignored: true
    }
}

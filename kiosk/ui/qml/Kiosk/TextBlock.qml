import QtQuick

// A paragraph, or an item of a list with its mark hanging before it.
Item {
    id: root

    // kind, markup, marker, depth: see kiosk/assistant/text_blocks.py.
    required property var block
    required property color color

    readonly property real indent: block.depth * Theme.l
    readonly property bool code: block.kind === "code"

    implicitHeight: words.implicitHeight
    implicitWidth: indent + words.implicitWidth

    Text {
        x: root.indent - Theme.l
        width: Theme.l - Theme.xs
        visible: root.block.marker !== ""
        text: root.block.marker
        textFormat: Text.PlainText
        horizontalAlignment: Text.AlignRight
        color: root.color
        font: words.font
        lineHeight: words.lineHeight
        Accessible.ignored: true
    }

    Text {
        id: words

        x: root.indent + (root.block.depth > 0 ? Theme.xs : 0)
        width: root.width - x
        // Markup comes from our own allow-list only.
        text: root.block.markup
        textFormat: root.code ? Text.PlainText : Text.StyledText
        wrapMode: Text.Wrap
        color: root.color
        linkColor: root.color
        font.family: root.code ? "monospace" : Theme.family
        font.pixelSize: Theme.body
        font.weight: root.block.kind === "heading" ? Font.Bold : Font.Normal
        lineHeight: 1.12
        Accessible.ignored: true
    }
}

import QtQuick
import QtQuick.Templates as T

// A captioned line to write on.
Column {
    id: root

    required property string caption
    property string text: ""
    property int hints: Qt.ImhNone
    readonly property bool editing: field.activeFocus
    signal edited(string words)

    function focusField(): void {
        field.forceActiveFocus();
    }

    spacing: Theme.xs

    Words {
        width: parent.width
        text: root.caption
        font.pixelSize: Theme.label
        font.weight: Font.DemiBold
        Accessible.ignored: true
    }

    T.TextField {
        id: field

        width: parent.width
        implicitHeight: Theme.target
        leftPadding: Theme.m
        rightPadding: Theme.m
        verticalAlignment: TextInput.AlignVCenter
        maximumLength: 500
        inputMethodHints: root.hints
        text: root.text
        color: Theme.ink
        selectionColor: Theme.tint
        selectedTextColor: Theme.inkOnTint
        font.family: Theme.family
        font.pixelSize: Theme.body
        Accessible.role: Accessible.EditableText
        Accessible.name: root.caption
        onTextEdited: {
            root.text = text;
            root.edited(text);
        }

        background: Rectangle {
            radius: Theme.radiusSmall
            color: Theme.surface
            border.width: field.activeFocus ? Theme.hairline * 2 : Theme.hairline
            border.color: field.activeFocus ? Theme.tint : Theme.outline
        }
    }
}

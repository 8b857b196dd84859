import QtQuick
import QtQuick.Templates as T

// A captioned text that shows all its lines, because all of it is sent.
Column {
    id: root

    required property string caption
    property string text: ""
    signal edited(string words)

    function focusField(): void {
        field.forceActiveFocus();
        field.cursorPosition = field.length;
    }

    spacing: Theme.xs

    Words {
        width: parent.width
        text: root.caption
        font.pixelSize: Theme.label
        font.weight: Font.DemiBold
        Accessible.ignored: true
    }

    T.TextArea {
        id: field

        readonly property int most: 500

        // A line has its end where the next thing to fill in begins.
        function onward(forward: bool): void {
            nextItemInFocusChain(forward).forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
        }

        width: parent.width
        implicitHeight: Math.max(Theme.target, contentHeight + topPadding + bottomPadding)
        leftPadding: Theme.m
        rightPadding: Theme.m
        topPadding: Theme.s
        bottomPadding: Theme.s
        verticalAlignment: TextEdit.AlignVCenter
        wrapMode: TextEdit.Wrap
        textFormat: TextEdit.PlainText
        text: root.text
        color: Theme.ink
        selectionColor: Theme.tint
        selectedTextColor: Theme.inkOnTint
        font.family: Theme.family
        font.pixelSize: Theme.body
        Accessible.role: Accessible.EditableText
        Accessible.name: root.caption
        Keys.onReturnPressed: onward(true)
        Keys.onEnterPressed: onward(true)
        Keys.onTabPressed: event => onward(!(event.modifiers & Qt.ShiftModifier))
        Keys.onBacktabPressed: onward(false)
        onTextChanged: {
            if (length > most)
                remove(most, length);
            if (text !== root.text) {
                root.text = text;
                root.edited(text);
            }
        }

        background: Rectangle {
            radius: Theme.radiusSmall
            color: Theme.surface
            border.width: field.activeFocus ? Theme.hairline * 2 : Theme.hairline
            border.color: field.activeFocus ? Theme.tint : Theme.outline
        }
    }
}

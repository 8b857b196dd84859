pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

// "Ask anything": the one large field, with its send (or stop) button.
T.TextField {
    id: root

    property bool answering: false
    // The button is where a line ends: on the left in Arabic.
    readonly property bool mirrored: LayoutMirroring.enabled
    readonly property real lead: Theme.l * 0.9
    readonly property real rest: implicitHeight + Theme.s
    signal asked(string question)
    signal stopped

    function submit(): void {
        const question = text.trim();
        if (question === "" || answering)
            return;
        // Set, not cleared: an undo must not bring it back for the next patron.
        text = "";
        asked(question);
    }

    // At the end of a visit. Also what was half composed, or typed and deleted again: undo must
    // not know it, and setting the text forgets the history only where the text is another.
    function wipe(): void {
        text = "-";
        text = "";
    }

    implicitHeight: Math.round(Theme.target * 1.2)
    leftPadding: mirrored ? rest : lead
    rightPadding: mirrored ? lead : rest
    // Said, so that it is mirrored: an empty field would go by the keyboard.
    horizontalAlignment: TextInput.AlignLeft
    topPadding: 0
    bottomPadding: 0
    verticalAlignment: TextInput.AlignVCenter
    maximumLength: 500
    color: Theme.ink
    selectionColor: Theme.tint
    selectedTextColor: Theme.inkOnTint
    font.family: Theme.family
    font.pixelSize: Theme.title * 0.9
    Accessible.role: Accessible.EditableText
    Accessible.name: placeholderText
    // The control would say the name once more.
    Accessible.description: ""
    onAccepted: submit()

    cursorDelegate: Rectangle {
        width: Math.max(2, Theme.hairline * 1.5)
        color: Theme.tint
        visible: root.cursorVisible
    }

    background: Rectangle {
        radius: height / 2
        color: Theme.surface
        border.width: root.activeFocus ? Theme.hairline * 2 : Theme.hairline
        border.color: root.activeFocus ? Theme.tint : Theme.outline
    }

    Text {
        anchors.fill: parent
        leftPadding: root.leftPadding
        rightPadding: root.rightPadding
        horizontalAlignment: Text.AlignLeft
        verticalAlignment: Text.AlignVCenter
        visible: root.text === "" && root.preeditText === ""
        text: root.placeholderText
        textFormat: Text.PlainText
        font: root.font
        color: Theme.inkQuiet
        elide: Text.ElideRight
        Accessible.ignored: true
    }

    KioskButton {
        objectName: "send"
        anchors.right: parent.right
        anchors.rightMargin: (root.height - height) / 2
        anchors.verticalCenter: parent.verticalCenter
        width: height
        compact: true
        kind: KioskButton.Kind.Primary
        outline: root.answering ? Icons.stop : Icons.send
        textSize: Theme.title * 0.8
        text: root.answering ? qsTr("Stop") : qsTr("Ask")
        enabled: root.answering || root.text.trim() !== ""
        onClicked: root.answering ? root.stopped() : root.submit()
    }
}

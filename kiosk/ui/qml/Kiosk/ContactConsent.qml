import QtQuick
import Kiosk.Models

// Under an address: what was perhaps meant, and the patron's word that it may be used. Without
// that it does not leave the terminal.
Column {
    id: root

    required property ContactModel contact
    // While it is written: everything begins as something unusable.
    required property bool editing
    readonly property bool judged: !editing || contact.agreed
    signal corrected

    // With a ring around it, as for the keyboard: it may have been out of sight.
    function focusTick(): void {
        tick.forceActiveFocus(Qt.TabFocusReason);
    }

    spacing: Theme.xs

    KioskButton {
        objectName: "contactSuggestion"
        visible: root.judged && root.contact.suggestion !== ""
        width: Math.min(implicitWidth, root.width)
        least: Theme.control
        kind: KioskButton.Kind.Chip
        text: qsTr("Did you mean %1?").arg(root.contact.suggestion)
        onClicked: {
            root.contact.takeSuggestion();
            root.corrected();
        }
    }

    Words {
        objectName: "contactHint"
        width: root.width
        visible: root.judged && root.contact.unusable
        text: qsTr("This is neither an e-mail address nor a phone number yet.")
        color: Theme.caution
        font.pixelSize: Theme.label
    }

    TickLine {
        id: tick

        objectName: "contactConsent"
        width: root.width
        text: qsTr("Yes, you may answer me there. Without this tick it is not sent along.")
        checked: root.contact.agreed
        onToggled: root.contact.agreed = checked
    }
}

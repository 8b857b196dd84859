pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models

// The languages that the screen speaks, each by its own name, each one tap away.
Flow {
    id: root

    required property ScreenLanguage language

    spacing: Theme.xs
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Language")

    Repeater {
        model: root.language.choices

        KioskButton {
            id: choice

            required property var modelData
            readonly property bool chosen: root.language.tag === modelData.tag

            objectName: "language-" + modelData.tag
            least: Theme.control
            inset: Theme.s
            kind: chosen ? KioskButton.Kind.Chip : KioskButton.Kind.Bare
            textSize: Theme.small
            text: modelData.name
            Accessible.role: Accessible.RadioButton
            choice: true
            ticked: chosen
            onClicked: root.language.choose(modelData.tag)
        }
    }
}

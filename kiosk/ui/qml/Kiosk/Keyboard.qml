pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Models

// The keyboard on the screen: what is offered, three rows of letters or signs, and the space.
Rectangle {
    id: root

    required property KeyboardModel keyboard

    readonly property bool portrait: width < Theme.unit * 1300
    readonly property real keyHeight: Math.max(44, Theme.unit * (portrait ? 108 : 82))

    implicitHeight: offers.height + 4 * keyHeight + Theme.s
    color: Theme.ground
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Keyboard")

    // Nothing behind it is touched.
    MouseArea {
        anchors.fill: parent
    }

    Rectangle {
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }

    OfferBar {
        id: offers

        anchors.horizontalCenter: parent.horizontalCenter
        width: board.width
        height: Math.max(48, Theme.target * 0.8)
        keyboard: root.keyboard
    }

    ColumnLayout {
        id: board

        anchors.top: offers.bottom
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.xs
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width - Theme.s, Theme.unit * 1500)
        spacing: 0
        // Keys stand where they stand on every keyboard, whatever the way of page and writing.
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true

        KeyRow {
            keys: root.keyboard.rows[0]
            onTyped: key => root.keyboard.type(key)
        }

        KeyRow {
            keys: root.keyboard.rows[1]
            onTyped: key => root.keyboard.type(key)
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: 0

            Key {
                objectName: "keyShift"
                visible: root.keyboard.capitals
                span: 1.4
                special: true
                lit: root.keyboard.shift !== "off"
                outline: root.keyboard.shift === "locked" ? Icons.capitals : Icons.shift
                spoken: root.keyboard.shift === "locked" ? qsTr("Capitals, on") : root.keyboard.shift === "once" ? qsTr("Shift, on") : qsTr("Shift")
                onStruck: root.keyboard.nextShift()
            }

            KeyRow {
                Layout.preferredWidth: 10 * count
                keys: root.keyboard.rows[2]
                onTyped: key => root.keyboard.type(key)
            }

            Key {
                objectName: "keyBackspace"
                span: 1.4
                special: true
                outline: Icons.backspace
                turned: root.keyboard.rightToLeft
                spoken: qsTr("Backspace")
                autoRepeat: true
                onStruck: root.keyboard.backspace()
            }
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: 0

            Key {
                objectName: "keySigns"
                span: 1.5
                special: true
                text: root.keyboard.signs ? qsTr("ABC", "key: back to letters") : qsTr("123 ?!", "key: digits and signs")
                spoken: root.keyboard.signs ? qsTr("Letters") : qsTr("Digits and signs")
                onStruck: root.keyboard.toggleSigns()
            }

            Key {
                objectName: "keyScript"
                visible: root.keyboard.otherLayout !== ""
                span: 1.2
                special: true
                text: root.keyboard.otherLayout
                spoken: qsTr("Other letters: %1").arg(text)
                onStruck: root.keyboard.toggleLatin()
            }

            Key {
                objectName: "keyAt"
                special: true
                text: "@"
                onStruck: root.keyboard.type("@")
            }

            Key {
                objectName: "keySpace"
                span: 5
                spoken: qsTr("Space")
                onStruck: root.keyboard.space()
            }

            Key {
                objectName: "keyDot"
                special: true
                text: "."
                onStruck: root.keyboard.type(".")
            }

            Key {
                objectName: "keyHide"
                span: 1.2
                special: true
                outline: Icons.hideKeyboard
                spoken: qsTr("Hide the keyboard")
                late: true
                onStruck: root.keyboard.hide()
            }

            Key {
                objectName: "keyEnter"
                span: 1.8
                special: true
                lit: true
                outline: Icons.enter
                turned: root.keyboard.rightToLeft
                spoken: qsTr("Enter")
                late: true
                onStruck: root.keyboard.enter()
            }
        }
    }
}

import QtQuick
import QtQuick.Layouts

// The library's name, and the way to a person, in the same place on every page.
Item {
    id: root

    required property string libraryName
    required property string placeName
    // Where the library's own picture is; empty for the product's sign.
    required property string logo
    required property bool personOffered
    signal personAsked

    // The name needs its room where letters are large and the screen is narrow.
    readonly property bool tight: width < Theme.unit * 900 * Theme.textScale

    implicitHeight: Math.max(Theme.target, names.implicitHeight, person.visible ? person.implicitHeight : 0)

    RowLayout {
        anchors.fill: parent
        spacing: Theme.s

        Rectangle {
            Layout.preferredWidth: Theme.control
            Layout.preferredHeight: Theme.control
            visible: root.logo === ""
            radius: Theme.radiusSmall
            color: Theme.tint

            Icon {
                anchors.centerIn: parent
                outline: Icons.building
                color: Theme.inkOnTint
                size: parent.width * 0.56
            }
        }

        Logo {
            objectName: "logo"
            visible: root.logo !== ""
            source: root.logo
        }

        Column {
            id: names

            Layout.fillWidth: true

            Words {
                width: parent.width
                text: root.placeName !== "" ? root.placeName : root.libraryName
                font.pixelSize: root.tight ? Theme.small : Theme.body
                font.weight: Font.Bold
                maximumLineCount: 2
                elide: Text.ElideRight
                // The window is called so.
                Accessible.ignored: text === root.libraryName
            }

            Words {
                width: parent.width
                visible: root.placeName !== "" && !root.tight
                text: root.libraryName
                color: Theme.inkQuiet
                font.pixelSize: Theme.small
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }

        KioskButton {
            id: person

            objectName: "talkToLibrarian"
            // In some languages the words are long: rather on two lines than over the name.
            Layout.maximumWidth: root.tight ? root.width * 0.52 : implicitWidth
            visible: root.personOffered
            outline: Icons.person
            text: qsTr("Talk to a librarian")
            onClicked: root.personAsked()
        }
    }
}

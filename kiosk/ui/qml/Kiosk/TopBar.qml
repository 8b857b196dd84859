import QtQuick
import QtQuick.Layouts

// The library's name, and the way to a person, in the same place on every page.
Item {
    id: root

    required property string libraryName
    required property string placeName
    required property bool personOffered
    signal personAsked

    implicitHeight: Theme.target

    RowLayout {
        anchors.fill: parent
        spacing: Theme.s

        Rectangle {
            Layout.preferredWidth: Theme.target * 0.82
            Layout.preferredHeight: Theme.target * 0.82
            radius: Theme.radiusSmall
            color: Theme.tint

            Icon {
                anchors.centerIn: parent
                outline: Icons.building
                color: Theme.inkOnTint
                size: parent.width * 0.56
            }
        }

        Column {
            Layout.fillWidth: true

            Words {
                width: parent.width
                text: root.placeName !== "" ? root.placeName : root.libraryName
                font.pixelSize: Theme.body
                font.weight: Font.Bold
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
            }

            Words {
                width: parent.width
                visible: root.placeName !== ""
                text: root.libraryName
                color: Theme.inkQuiet
                font.pixelSize: Theme.small
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
            }
        }

        KioskButton {
            objectName: "talkToLibrarian"
            visible: root.personOffered
            outline: Icons.person
            text: qsTr("Talk to a librarian")
            onClicked: root.personAsked()
        }
    }
}

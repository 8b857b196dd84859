import QtQuick
import QtQuick.Layouts

// One day of the week on an hours card, with a remark below the hours.
Rectangle {
    id: root

    required property string day
    required property string hours
    required property string note
    required property bool marked

    implicitHeight: row.implicitHeight + Theme.xs + Theme.xs / 2
    radius: Theme.xs
    color: marked ? Theme.tintSoft : "transparent"
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1: %2").arg(day).arg(note === "" ? hours : hours + ". " + note)

    RowLayout {
        id: row

        anchors.verticalCenter: parent.verticalCenter
        x: Theme.s
        width: parent.width - 2 * Theme.s
        spacing: Theme.m

        Words {
            Layout.fillWidth: true
            text: root.day
            font.pixelSize: Theme.label
            font.weight: root.marked ? Font.Bold : Font.Normal
            Accessible.ignored: true
        }

        ColumnLayout {
            Layout.alignment: Qt.AlignRight
            Layout.maximumWidth: root.width * 0.6
            spacing: 0

            Words {
                Layout.alignment: Qt.AlignRight
                Layout.maximumWidth: root.width * 0.6
                visible: root.hours !== ""
                text: root.hours
                font.pixelSize: Theme.label
                font.weight: root.marked ? Font.Bold : Font.Normal
                horizontalAlignment: Text.AlignRight
                Accessible.ignored: true
            }

            Words {
                Layout.alignment: Qt.AlignRight
                Layout.maximumWidth: root.width * 0.6
                visible: root.note !== ""
                text: root.note
                color: Theme.inkQuiet
                font.pixelSize: root.hours === "" ? Theme.label : Theme.small
                horizontalAlignment: Text.AlignRight
                Accessible.ignored: true
            }
        }
    }
}

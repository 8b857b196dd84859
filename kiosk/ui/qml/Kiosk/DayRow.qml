import QtQuick
import QtQuick.Layouts

// One day of the week on an hours card: a short remark stands beside the hours, a long one below.
Rectangle {
    id: root

    required property string day
    required property string hours
    required property string note
    required property bool marked

    readonly property bool beside: note !== "" && hours !== "" && measure.advanceWidth < width * 0.34

    implicitHeight: row.implicitHeight + 2 * Theme.xs
    radius: Theme.xs
    color: marked ? Theme.tintSoft : "transparent"
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1: %2").arg(day).arg(note === "" ? hours : hours + ". " + note)

    TextMetrics {
        id: measure

        text: root.note
        font.family: Theme.family
        font.pixelSize: Theme.small
    }

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

        Words {
            visible: root.beside
            text: root.note
            color: Theme.inkQuiet
            font.pixelSize: Theme.small
            wrapMode: Text.NoWrap
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
                visible: root.note !== "" && !root.beside
                text: root.note
                color: Theme.inkQuiet
                font.pixelSize: root.hours === "" ? Theme.label : Theme.small
                horizontalAlignment: Text.AlignRight
                Accessible.ignored: true
            }
        }
    }
}

import QtQuick
import Kiosk.Models

// Reading aloud in the quiet bar: on and off, and while it is on, quieter and louder.
Row {
    id: root

    required property Reading reading
    required property bool spacious
    readonly property string loudness: qsTr("%1 percent").arg(Math.round(reading.volume * 100))

    spacing: Theme.xs

    BarButton {
        objectName: "readAloud"
        spacious: root.spacious
        outline: Icons.speaker
        text: qsTr("Read aloud")
        value: root.reading.on ? qsTr("on") : qsTr("off")
        chosen: root.reading.on
        onClicked: root.reading.toggle()
    }

    BarButton {
        objectName: "quieter"
        visible: root.reading.on
        spacious: false
        outline: Icons.quieter
        text: qsTr("Quieter")
        value: root.loudness
        chosen: false
        onClicked: root.reading.quieter()
    }

    BarButton {
        objectName: "louder"
        visible: root.reading.on
        spacious: false
        outline: Icons.louder
        text: qsTr("Louder")
        value: root.loudness
        chosen: false
        onClicked: root.reading.louder()
    }
}

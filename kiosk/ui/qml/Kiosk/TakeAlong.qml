import QtQuick

// A place for the patron's own phone: black on white in every theme, for its camera.
Column {
    id: root

    required property string code

    readonly property int side: Math.max(180, Math.round(Theme.unit * 260))

    spacing: Theme.xs

    Rectangle {
        width: root.side
        height: root.side
        radius: Theme.radiusSmall
        color: "#ffffff"
        border.width: Theme.hairline
        border.color: Theme.line
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("QR code with this address, to scan with a phone")

        Image {
            anchors.fill: parent
            anchors.margins: Theme.hairline
            sourceSize.width: width
            sourceSize.height: height
            // Its modules stay sharp.
            smooth: false
            source: root.code
            Accessible.ignored: true
        }
    }

    Words {
        width: root.side
        text: qsTr("Take it along")
        color: Theme.inkQuiet
        font.pixelSize: Theme.small
        horizontalAlignment: Text.AlignHCenter
        Accessible.ignored: true
    }
}

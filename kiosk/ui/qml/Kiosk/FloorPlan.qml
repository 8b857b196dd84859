import QtQuick

// The library's own plan with a pin on it, on white paper in every theme. Plans are not mirrored:
// buildings are not either.
Rectangle {
    id: root

    required property string place
    required property string plan
    // Fractions of the plan's width and height; below 0 where it is not on it.
    required property point spot
    required property point here

    visible: drawing.status === Image.Ready
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    height: drawing.height + 2 * Theme.xs
    radius: Theme.radiusSmall
    color: "#ffffff"
    border.width: Theme.hairline
    border.color: Theme.line
    Accessible.role: Accessible.Graphic
    Accessible.name: here.x >= 0 ? qsTr("Floor plan with %1 and with where you are").arg(place) : qsTr("Floor plan with %1").arg(place)

    Image {
        id: drawing

        x: Theme.xs
        y: Theme.xs
        width: root.width - 2 * Theme.xs
        height: status === Image.Ready ? width * implicitHeight / implicitWidth : 0
        sourceSize.width: width
        // Only a file of the library's own folder.
        source: root.plan
        asynchronous: true
        Accessible.ignored: true

        Rectangle {
            x: root.here.x * parent.width - width / 2
            y: root.here.y * parent.height - height / 2
            width: Theme.unit * 30
            height: width
            radius: width / 2
            visible: root.here.x >= 0 && root.here !== root.spot
            color: "#1f5c7a"
            border.width: Theme.unit * 5
            border.color: "#ffffff"

            Words {
                anchors.top: parent.bottom
                anchors.horizontalCenter: parent.horizontalCenter
                text: qsTr("You are here")
                color: "#1c2126"
                font.pixelSize: Theme.small
                font.weight: Font.DemiBold
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }

        PlanPin {
            x: root.spot.x * parent.width - width / 2
            y: root.spot.y * parent.height - height
            visible: drawing.status === Image.Ready
        }
    }
}

import QtQuick
import QtQuick.Layouts

// The library's own picture, made for paper: where the screen is dark it stands on a white plate.
Rectangle {
    id: root

    property alias source: picture.source

    readonly property bool plate: Theme.dark || Theme.contrast
    readonly property real margin: plate ? Theme.xs : 0
    // A wordmark may be wide, but the place's name has more to say.
    readonly property real shape: Math.min(4, picture.implicitWidth / Math.max(1, picture.implicitHeight))

    Layout.preferredHeight: Theme.control
    Layout.preferredWidth: (Theme.control - 2 * margin) * shape + 2 * margin
    radius: Theme.radiusSmall
    color: plate ? "#ffffff" : "transparent"
    Accessible.ignored: true

    Image {
        id: picture

        anchors.fill: parent
        anchors.margins: root.margin
        fillMode: Image.PreserveAspectFit
        sourceSize.height: Math.ceil(Theme.control * Screen.devicePixelRatio)
    }
}

pragma ComponentBehavior: Bound
import QtQuick

// Three calm dots: an answer is on its way.
Row {
    id: root

    required property bool running

    spacing: Theme.xs
    height: Theme.body * 1.2
    Accessible.role: Accessible.Indicator
    Accessible.name: qsTr("Looking it up")

    Repeater {
        model: 3

        Rectangle {
            id: dot

            required property int index

            y: (root.height - height) / 2
            width: Theme.small * 0.6
            height: width
            radius: width / 2
            color: Theme.inkQuiet

            SequentialAnimation on opacity {
                running: root.running
                loops: Animation.Infinite

                PauseAnimation {
                    duration: dot.index * 160
                }
                NumberAnimation {
                    to: 0.25
                    duration: 320
                }
                NumberAnimation {
                    to: 1
                    duration: 320
                }
                PauseAnimation {
                    duration: (2 - dot.index) * 160
                }
            }
        }
    }
}

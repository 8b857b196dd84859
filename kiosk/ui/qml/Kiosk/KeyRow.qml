pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

// One row of letters.
RowLayout {
    id: root

    required property list<string> keys
    readonly property int count: keys.length
    signal typed(string key)

    Layout.fillWidth: true
    Layout.fillHeight: true
    spacing: 0

    Repeater {
        model: root.keys

        Key {
            required property string modelData

            text: modelData
            onStruck: root.typed(modelData)
        }
    }
}

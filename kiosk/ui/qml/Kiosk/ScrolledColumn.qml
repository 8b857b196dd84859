import QtQuick

// A column that may be longer than its room. Whatever in it gets the focus comes into view, and a
// thin line tells that there is more.
Flickable {
    id: root

    contentWidth: width
    contentHeight: contentItem.childrenRect.height
    interactive: contentHeight > height + 1
    clip: interactive
    boundsBehavior: Flickable.StopAtBounds
    onHeightChanged: follower.again()
    onContentHeightChanged: follower.again()

    FocusFollower {
        id: follower

        flickable: root
    }

    Rectangle {
        parent: root
        anchors.right: parent.right
        y: root.visibleArea.yPosition * root.height
        width: Theme.xs / 2
        height: root.visibleArea.heightRatio * root.height
        radius: width / 2
        visible: root.interactive
        color: Theme.outline
        Accessible.ignored: true
    }
}

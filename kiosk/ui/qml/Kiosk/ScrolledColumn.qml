import QtQuick

// A column that may be longer than its room. Whatever in it gets the focus comes into view, and a
// thin line tells that there is more.
Flickable {
    id: root

    readonly property Item focused: Window.activeFocusItem

    contentWidth: width
    contentHeight: contentItem.childrenRect.height
    interactive: contentHeight > height + 1
    clip: interactive
    boundsBehavior: Flickable.StopAtBounds
    onFocusedChanged: settled.restart()
    onHeightChanged: settled.restart()
    onContentHeightChanged: settled.restart()

    function follow(): void {
        if (!focused || !holds(focused))
            return;
        const top = focused.mapToItem(contentItem, 0, 0).y;
        const bottom = top + focused.height;
        if (bottom > contentY + height)
            contentY = Math.min(bottom - height, Math.max(0, contentHeight - height));
        if (top < contentY)
            contentY = Math.max(0, top);
    }

    function holds(item: Item): bool {
        let above = item.parent;
        while (above && above !== contentItem)
            above = above.parent;
        return above === contentItem;
    }

    // When the layout is done; a later call would find this column gone, where the sheet closes.
    Timer {
        id: settled

        interval: 0
        onTriggered: root.follow()
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

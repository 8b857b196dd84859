import QtQuick
import QtQuick.Templates as T

// Whatever in a scrolled view gets the focus comes into sight. Shows nothing.
Item {
    id: root

    required property Flickable flickable
    // Left free around it, for its ring.
    property real margin: 0
    // A finger sees where it is; under it nothing may move.
    property bool keysOnly: false
    signal moving

    readonly property Item focused: Window.activeFocusItem

    function again(): void {
        settled.restart();
    }

    function follow(): void {
        if (!focused || !holds(focused) || (keysOnly && !(focused as T.Control)?.visualFocus))
            return;
        const top = focused.mapToItem(flickable.contentItem, 0, 0).y - margin;
        const bottom = top + focused.height + 2 * margin;
        const end = flickable.originY + Math.max(0, flickable.contentHeight - flickable.height);
        if (bottom > flickable.contentY + flickable.height)
            move(Math.min(bottom - flickable.height, end));
        if (top < flickable.contentY)
            move(Math.max(flickable.originY, top));
    }

    function move(y: real): void {
        moving();
        flickable.contentY = y;
    }

    function holds(item: Item): bool {
        let above = item.parent;
        while (above && above !== flickable.contentItem)
            above = above.parent;
        return above === flickable.contentItem;
    }

    onFocusedChanged: again()

    // When the layout is done; a later call would find the view gone, where its page closes.
    Timer {
        id: settled

        interval: 0
        onTriggered: root.follow()
    }
}

pragma ComponentBehavior: Bound
import QtQuick

// The card for one kind of fact.
Loader {
    id: root

    required property var card

    sourceComponent: card.kind === "place" ? placeCard : card.kind === "places" ? placesCard : card.kind === "source" ? sourceCard : hoursCard

    Component {
        id: hoursCard

        HoursCard {
            width: root.width
            card: root.card
        }
    }

    Component {
        id: placesCard

        PlacesCard {
            width: root.width
            card: root.card
        }
    }

    Component {
        id: sourceCard

        SourceCard {
            width: root.width
            card: root.card
        }
    }

    Component {
        id: placeCard

        PlaceCard {
            width: root.width
            card: root.card
        }
    }
}

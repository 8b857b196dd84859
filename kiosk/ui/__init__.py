"""View models, and the QML that shows them in ``ui/qml/Kiosk/``."""

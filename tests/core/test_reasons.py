from kiosk.core.reasons import Reason


def test_the_numbers_are_those_that_scripts_of_it_count() -> None:
    assert {reason.name: reason.value for reason in Reason} == {
        "STAFF": 10,
        "UPDATE": 11,
        "NIGHTLY": 12,
        "MEMORY_RECYCLE": 13,
        "STAFF_RESTART": 14,
        "CRASH": 20,
        "UI_HANG": 21,
        "RENDER_HANG": 22,
        "START_TIMEOUT": 23,
        "OUT_OF_MEMORY": 24,
        "DATABASE_UNREADABLE": 25,
        "GPU_LOST": 26,
        "BAD_CONFIGURATION": 27,
        "UNKNOWN": 30,
    }


def test_only_those_below_twenty_were_wanted() -> None:
    assert [reason.name for reason in Reason if reason.planned] == [
        "STAFF",
        "UPDATE",
        "NIGHTLY",
        "MEMORY_RECYCLE",
        "STAFF_RESTART",
    ]

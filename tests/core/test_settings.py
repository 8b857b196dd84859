from kiosk.core.secret import Secret
from kiosk.core.settings import LibCal, Settings, environment_name, table


def test_every_setting_has_a_meaning() -> None:
    assert [name for name, item, _ in table() if not item.metadata["meaning"].endswith(".")] == []


def test_the_table_holds_the_settings_of_the_contract() -> None:
    names = {environment_name(name) for name, _, _ in table()}
    assert names >= {
        "KIOSK_LOCATION",
        "KIOSK_TIMEZONE",
        "KIOSK_LIBCAL__BASE_URL",
        "KIOSK_LIBCAL__LOCATION_IDS",
        "KIOSK_LIBCAL__IID",
        "KIOSK_LIBCAL__CLIENT_ID",
        "KIOSK_LIBCAL__CLIENT_SECRET",
        "KIOSK_OPENAI__BASE_URL",
        "KIOSK_OPENAI__API_KEY",
        "KIOSK_OPENAI__MODEL",
        "KIOSK_DESK__URL",
        "KIOSK_DESK__TOKEN",
    }


def test_the_table_tells_the_values_of_a_record() -> None:
    record = Settings(location=9101, libcal=LibCal(iid=77))
    values = {name: value for name, _, value in table(record)}
    assert values["location"] == 9101
    assert values["libcal.iid"] == 77
    assert values["libcal.client_secret"] == Secret("")

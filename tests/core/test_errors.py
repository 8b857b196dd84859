from kiosk.core import errors
from kiosk.core.errors import KioskError


def family(root: type[KioskError]) -> list[type[KioskError]]:
    return [root] + [member for child in root.__subclasses__() for member in family(child)]


def ours() -> list[type[KioskError]]:
    return [error for error in family(KioskError) if error.__module__ == errors.__name__]


def test_the_tree_on_the_first_page_names_every_error() -> None:
    drawing = errors.__doc__ or ""
    assert [error.__name__ for error in ours() if error.__name__ not in drawing] == []


def test_every_error_has_a_sentence_for_the_patron() -> None:
    for error in ours():
        assert error.patron_text.endswith((".", "?")), error


def test_only_usage_and_settings_exit_with_2() -> None:
    two = {error.__name__ for error in ours() if error.exit_code == 2}
    assert two == {"SettingError", "UsageError"}
    assert {error.exit_code for error in ours()} == {1, 2}

import tomllib

import pytest

from kiosk.app.toml_lines import TomlLines, line_of_error

TEXT = '''\
# The library
name = "x"

questions = [
    "a # no comment",
    """b
[[no.header]]""",
]
floor = { en = "1", fr = "2" }
dotted.en = "3"

[sub.deep]
key = 1

[[places]]
id = 1
[places.name]
en = "x"

[[places]]
# nothing but a comment
id = 2
[[places.doors]]
width = 80
[[places.doors]]
width = 90
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 1),
        (("name",), 2),
        (("questions",), 4),
        (("questions", 1), 4),
        (("floor", "fr"), 9),
        (("dotted", "en"), 10),
        (("sub", "deep"), 12),
        (("sub", "deep", "key"), 13),
        (("places", 0), 15),
        (("places", 0, "id"), 16),
        (("places", 0, "name", "en"), 18),
        (("places", 1), 20),
        (("places", 1, "id"), 22),
        (("places", 1, "doors", 0, "width"), 24),
        (("places", 1, "doors", 1, "width"), 26),
    ],
)
def test_each_key_has_its_line(path: tuple[str | int, ...], line: int) -> None:
    assert TomlLines(TEXT).of(path) == line


def test_a_key_that_is_not_there_has_the_line_of_its_table() -> None:
    lines = TomlLines(TEXT)
    assert lines.of(("places", 1, "name")) == 20
    assert lines.of(("nothing", "at", "all")) == 1


def test_windows_line_ends_count_once() -> None:
    assert TomlLines(TEXT.replace("\n", "\r\n")).of(("places", 1, "id")) == 22


def test_a_table_in_tables_without_end_is_no_burden() -> None:
    text = "x = 1\n" + ".".join("a" * 3000) + " = 1\n"
    assert TomlLines(text).of(("a", "a", "a")) == 2


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a = 1\nb = \nc = 1\n", 2),
        ("a = 1\nb = [\n\n\n", 2),
        ("a = 1\n\n# c\nb = [1,\n" + "9" * 5000 + "]\nc = 1", 4),
        ("a = 1\na = 2", 2),
    ],
)
def test_a_mistake_of_the_language_has_a_line(text: str, line: int) -> None:
    with pytest.raises(ValueError, match=r".") as wrong:
        tomllib.loads(text)
    assert line_of_error(wrong.value, text) == line

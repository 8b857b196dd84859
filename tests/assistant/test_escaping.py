"""Plain words stay as they are in a Markdown text."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.assistant.escaping import as_markdown
from kiosk.assistant.markdown import plain_text

_LINES = st.lists(
    st.text(st.sampled_from(list("ab 1.)-+*_#[]<>&\\`~=|!(“–م图")), min_size=1).map(  # noqa: RUF001  a dash
        lambda line: "x" + line.strip()
    ),
    min_size=1,
)


@given(_LINES)
def test_whatever_a_line_holds_it_is_shown_as_it_is(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert plain_text(as_markdown(text)) == text


def test_a_line_that_looks_like_a_list_is_none() -> None:
    for text in ("1. July", "- closed", "+1", "# 5", "2) x", "=== x"):
        assert plain_text(as_markdown(text)) == text

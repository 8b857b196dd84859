"""A model's Markdown becomes the few tags that may be shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.assistant.markdown import plain_text, rich_text


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("plain & simple", "<p>plain &amp; simple</p>"),
        ("**bold** and *soft*", "<p><b>bold</b> and <i>soft</i></p>"),
        ("- one\n- two", "<ul><li>one</li><li>two</li></ul>"),
        ("1. one", "<ol><li>one</li></ol>"),
        ("# Title", "<p><b>Title</b></p>"),
        ("a  \nb\nc", "<p>a<br/>b c</p>"),
        ("`code <b>`", "<p><code>code &lt;b&gt;</code></p>"),
        ("```\nx < 1\n```", "<pre>x &lt; 1\n</pre>"),
        ("> said", "<p><p>said</p></p>"),
        ("[a link](https://evil.example)", "<p>a link</p>"),
        ("<https://evil.example>", "<p>https://evil.example</p>"),
        ("![picture](https://evil.example/x.png)", "<p>picture</p>"),
        ("<img src='https://evil.example/x.png'>", "<p>&lt;img src='"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;"),
        ("a\u200bb", "<p>ab</p>"),
    ],
)
def test_only_what_is_on_the_list_is_shown(markdown: str, shown: str) -> None:
    found = rich_text(markdown).replace("\n</p>", "</p>")
    assert found.startswith(shown.replace("'", "&#x27;"))


@given(st.text(alphabet=st.sampled_from("<>[]()!*_`#-&\"' \nab:/h.:"), max_size=60))
def test_no_text_makes_a_tag_that_is_not_on_the_list(text: str) -> None:
    shown = rich_text(text)
    for tag in ("p", "b", "i", "ul", "ol", "li", "code", "pre"):
        shown = shown.replace(f"<{tag}>", "").replace(f"</{tag}>", "")
    assert "<" not in shown.replace("<br/>", "")


def test_the_words_alone_are_for_reading_aloud() -> None:
    assert plain_text("# Hi\n\n**Ask** at [the desk](x).\n\n- one\n- two") == (
        "Hi\nAsk at the desk.\none\ntwo"
    )

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.net.html_words import MAX_WORDS, lines, plain_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        (" ", ""),
        ("12\u20135pm Virtual Service", "12\u20135pm Virtual Service"),
        ('<a href="https://x.example/" target="_blank">9am-4pm by appt</a>', "9am-4pm by appt"),
        ("Closed for maintenance &amp; training", "Closed for maintenance & training"),
        ("&lt;b&gt; is a tag", "<b> is a tag"),
        ("open <script>alert('1')</script>late<style>p {}</style>", "open late"),
        ("5 < 6 pm", "5 < 6 pm"),
        ("a<br>b<br/>c", "a b c"),
        ("don\u2019t &amp; won't", "don\u2019t & won't"),
        ("in\u200bvisi\u202eble\x07 \U000e0041end", "invisible end"),
    ],
)
def test_only_what_a_reader_would_see_is_left(html: str, text: str) -> None:
    assert plain_text(html) == text


def test_lines_are_those_of_the_page_and_not_of_its_source() -> None:
    html = "<p>(111) 275-4343<br />\r\n&nbsp;</p><div>First\nfloor</div>"
    assert lines(html) == ["(111) 275-4343", "First floor"]


def test_plain_text_keeps_its_own_lines() -> None:
    assert lines("12 Main Street\nOxford") == ["12 Main Street", "Oxford"]


def test_a_pasted_page_is_cut() -> None:
    assert len(plain_text("word " * 5000)) <= MAX_WORDS


@given(st.text())
def test_no_text_breaks_it_and_no_control_character_passes(html: str) -> None:
    text = plain_text(html)
    assert all(character.isprintable() or character.isspace() for character in text) or text
    assert not any(ord(character) < 32 for character in text)
    text.encode()

"""What LibAnswers stores as a web page, as the words that a screen may show."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.assistant.markdown import plain_text
from kiosk.assistant.text_blocks import text_blocks
from kiosk.core.knowledge import Link
from kiosk.knowledge.faq_html import MAX_ANSWER, MAX_LINKS, faq_words


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>One &amp; two.</p><p>Three.</p>", "One \\& two.\n\nThree."),
        ("plain words", "plain words"),
        ("<b>Bold</b> and <em>so</em>", "**Bold** and *so*"),
        ("<ul><li>one</li><li>two</li></ul>end", "- one\n- two\n\nend"),
        ("<ol><li>one<li>two</ol>", "1. one\n2. two"),
        ("a<br>b", "a\n\nb"),
        ("<p>x<script>alert(1)</script><style>p{}</style></p>", "x"),
        ("<b>never ends", "never ends"),
        ("<b></b>nothing<b> </b>", "nothing"),
        ("2 * 3 * 4 and [x](y)", "2 \\* 3 \\* 4 and \\[x\\](y)"),
        ("<p>1. no list</p>", "\\1. no list"),
        ("zero\u200bwidth \U000e0041tag", "zerowidth tag"),
        ("<![CDATA[x]]>y", "y"),
        ("<ul>\n<li>\n<p>one</p>\n</li><li><p>two</p></li></ul>", "- one\n- two"),
        ("<ul><li></li></ul>no item", "no item"),
        (
            "<tr><th>Loan</th><th>Days</th></tr><tr><td>Laptop 3</td><td>5</td></tr>",
            "Loan | Days\n\nLaptop 3 | 5",
        ),
        ("<dl><dt>Fine 0.2</dt><dd>5 days</dd></dl>", "Fine 0.2\n\n5 days"),
        ("<strong>Note:&nbsp;</strong>bring it", "**Note:** bring it"),
        ('word<b>"said"</b>word', 'word"said"word'),
        ("a<!-- > <p>b</p> -->c<!-- for ever <p>d</p>", "ac"),
        ("5 < 6 and <div class='", "5 \\< 6 and"),
        ("", ""),
    ],
)
def test_words_stay_and_everything_else_goes(html: str, markdown: str) -> None:
    assert faq_words(html).markdown == markdown


def test_links_are_kept_beside_the_words() -> None:
    html = (
        '<a href="https://library.example/a">The form</a> and '
        '<a href="https://library.example/a">again</a>'
        '<a href="javascript:alert(1)">x</a><a href="http://plain.example">y</a>'
        '<a href="https://[">z</a>'
        '<a href="https://nameless.example"></a>'
        '<a href="https://x.example/\ud800">half a character</a>'
        '<a href="https://x.example/\u202egpj.exe">turned around</a>'
        '<a href="https://library.example@evil.example/">another host</a>'
    )
    assert faq_words(html).links == (Link("The form", "https://library.example/a"),)


def test_a_link_whose_end_is_forgotten_is_a_link() -> None:
    html = '<a href="https://a.example/1">one <a href="https://a.example/2">two</a>'
    assert [link.title for link in faq_words(html).links] == ["one", "two"]


@pytest.mark.parametrize("bit", ["*", "<b>a</b> ", "word ", "[", "<p>some words</p>"])
def test_a_long_answer_ends_between_two_words_of_markdown(bit: str) -> None:
    markdown = faq_words(bit * 5000).markdown
    assert 0 < len(markdown) <= MAX_ANSWER
    (shown, *_) = text_blocks(markdown)
    assert "\\" not in shown.markup
    assert bit == "*" or "*" not in shown.markup


@pytest.mark.parametrize("bit", ["<div ", "<!--", "<a href='", "</a ", "<?", "<!d", "<!["])
def test_tags_without_an_end_cost_no_time(bit: str) -> None:
    begun = time.process_time()
    faq_words(bit * 8000)
    assert time.process_time() - begun < 2


def test_a_page_pasted_by_mistake_is_cut() -> None:
    links = "".join(f'<a href="https://x.example/{n}">l</a> ' for n in range(40))
    words = faq_words(links + "<p>word</p>" * 20_000 + "<div " * 20_000)
    assert len(words.markdown) <= MAX_ANSWER
    assert len(words.links) == MAX_LINKS


_TAGS = "<p> </p> <b> </b> <i> <li> <ul> </ul> <ol> </ol> <script> </script> </a> <!-- --> <![ < >"
_WORDS = ["<a href='https://x.example'>", "<img src=x onerror=y>", "&lt;b&gt;", "*", "_", "[", "]("]
_BITS = st.sampled_from(
    [*_TAGS.split(), *_WORDS, "`", "1. ", "- ", "\n", "word ", "&#x202e;", "图", "م"]
)


@given(st.lists(_BITS, max_size=40).map("".join))
def test_whatever_it_holds_no_tag_and_no_picture_comes_out(html: str) -> None:
    words = faq_words(html)
    for block in text_blocks(words.markdown):
        assert set(re.findall(r"<[^>]*>", block.markup)) <= {"<b>", "</b>", "<i>", "</i>", "<br/>"}
    assert "\u202e" not in plain_text(words.markdown)

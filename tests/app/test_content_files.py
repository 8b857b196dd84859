import re
import shutil
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.app.content_files import read_content
from kiosk.core.content import (
    Announcement,
    Content,
    FittingQuestions,
    Occasion,
    PlaceWords,
    Translated,
)
from kiosk.core.errors import ContentError
from kiosk.core.paths import resource_folder
from kiosk.core.places import MapPosition
from kiosk.demo.library import alder_bay


def folder(tmp_path: Path, toml: str | bytes) -> Path:
    text = toml if isinstance(toml, bytes) else toml.encode()
    (tmp_path / "library.toml").write_bytes(text)
    return tmp_path


def test_the_demo_librarys_content_is_whole() -> None:
    content = read_content(resource_folder() / "demo")
    assert content.name.default == "Alder Bay University Libraries"
    assert content.timezone == alder_bay().zone
    assert [p.location_id for p in content.places] == [p.lid for p in alder_bay().places]
    assert all(
        p.address and p.phone and p.floor.default and p.directions.default for p in content.places
    )
    names = [name.casefold() for place in content.places for name in place.short_names]
    assert len(names) == len(set(names)), "a short name means one place"


def test_the_demo_library_speaks_five_languages() -> None:
    content = read_content(resource_folder() / "demo")
    words = [content.name, content.desk_words, content.crisis_line, content.announcement]
    for place in content.places:
        words += [place.name, place.floor, place.directions, place.accessibility]
    words += [one.words for one in content.announcements]
    fitting = [some.questions for some in content.fitting_questions]
    assert all(len({*map(len, some.by_language.values())}) == 1 for some in fitting)
    for said in (*words, content.questions, *fitting):
        assert said.by_language.keys() == {"en", "es", "fr", "zh", "ar"}
    assert {len(chips) for chips in content.questions.by_language.values()} == {6}


def test_an_empty_file_is_a_library_that_says_nothing(tmp_path: Path) -> None:
    assert read_content(folder(tmp_path, "")) == Content()


def test_what_is_written_is_read(tmp_path: Path) -> None:
    toml = """
    name = " Ours "
    questions = ["Open?"]
    [[places]]
    location_id = 7
    short_names = ["main"]
    """
    content = read_content(folder(tmp_path, toml))
    assert (content.name, content.questions) == (Translated("Ours"), Translated(("Open?",)))
    assert content.places == (PlaceWords(7, short_names=("main",)),)


def test_questions_may_have_their_hour_and_their_place(tmp_path: Path) -> None:
    toml = """
    [[fitting_questions]]
    when = ["closing", "closed"]
    questions = { en = ["Late?"], es = ["¿Tarde?"] }
    [[fitting_questions]]
    at = [7, 8]
    questions = ["Scanner?"]
    """
    late, scanner = read_content(folder(tmp_path, toml)).fitting_questions
    assert late == FittingQuestions(
        Translated.of({"en": ("Late?",), "es": ("¿Tarde?",)}),
        when=frozenset({Occasion.CLOSING, Occasion.CLOSED}),
    )
    assert scanner == FittingQuestions(Translated(("Scanner?",)), at=frozenset({7, 8}))


def test_announcements_may_have_their_days(tmp_path: Path) -> None:
    toml = """
    [[announcements]]
    words = { en = "Finals", es = "Exámenes" }
    valid_from = 2026-12-01
    valid_until = 2026-12-01
    [[announcements]]
    words = "Always"
    """
    day = date(2026, 12, 1)
    assert read_content(folder(tmp_path, toml)).announcements == (
        Announcement(Translated.of({"en": "Finals", "es": "Exámenes"}), day, day),
        Announcement(Translated("Always")),
    )


def test_words_may_be_written_by_language(tmp_path: Path) -> None:
    toml = """
    name = { en = "Law Library", zh-Hans = "法学图书馆", ar = "" }
    questions = { es = ["¿Abierto?"], en = ["Open?", "When?"] }
    [[places]]
    location_id = 7
    short_names = { en = ["law", "tran"], fr = ["droit", "tran"] }
    [places.floor]
    en = "Third"
    fr = "Troisième"
    """
    content = read_content(folder(tmp_path, toml))
    assert content.name == Translated.of({"en": "Law Library", "zh-hans": "法学图书馆"})
    assert content.questions.in_language("en") == ("Open?", "When?")
    assert content.questions.default == ("¿Abierto?",)
    place = content.places[0]
    assert place.short_names == ("law", "tran", "droit")
    assert place.floor.in_language("fr") == "Troisième"


def test_a_place_has_a_point_on_a_plan_and_on_the_globe(tmp_path: Path) -> None:
    (tmp_path / "second floor.svg").write_text('<svg viewBox="0 0 9 9"/>', encoding="utf-8")
    toml = """
    country = "US"
    [[places]]
    location_id = 7
    parent = 6
    map = { plan = "second floor.svg", x = 0, y = 0.61 }
    latitude = 41.7
    longitude = -70
    """
    content = read_content(folder(tmp_path, toml))
    point = MapPosition("second floor.svg", 0.0, 0.61)
    assert content.country == "US"
    assert content.places == (PlaceWords(7, parent=6, map=point, latitude=41.7, longitude=-70.0),)


def test_a_library_has_a_picture_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text('<svg viewBox="0 0 9 9"/>', encoding="utf-8")
    assert read_content(folder(tmp_path, 'logo = "logo.svg"')).logo == "logo.svg"


PLACE = "[[places]]\nlocation_id = 1\n"
FITS = "[[fitting_questions]]\n"
SAID = "[[announcements]]\n"


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ("\nname = \n", "line 2: is not TOML: Invalid value"),
        ("name = '''\nx\n\n", "line 2: is not TOML: .*end of document"),
        ("a = 1\n# b\n\nc = " + "9" * 5000, "line 4: is not TOML: a number is too long"),
        ("a = 1\nb = " + "[" * 5000, "line 2: is not TOML: .*lists are too deep"),
        (b"\n\nname = '\xff'", "line 3: is not UTF-8"),
        ("\nnmae = 'x'", "line 2, nmae: is no key we know; known are accent, announcement,"),
        ('"a\\n b" = "x"', r"line 1, 'a\\n b': is no key we know"),
        ("name = 5", "line 1, name: must be a text"),
        (f"name = '{'x' * 501}'", "at most 500"),
        ("name = { en = 5 }", "line 1, name.en: must be a text"),
        ("name = { english = 'x' }", "line 1, name.english: must be a language's tag"),
        ("name = { zh-HK = 'x', zh-hk = 'y' }", "line 1, name.zh-hk: is a language that is there"),
        ("accent = 'blue'", "accent: must be a colour"),
        ("logo = 'no.svg'", "line 1, logo: names no.svg, which is not in the folder"),
        ("timezone = 'Mars/Base'", "timezone: must be an IANA"),
        ("timezone = '../etc'", "timezone: must be an IANA"),
        ("timezone = 'America'", "timezone: must be an IANA"),
        ("country = 'USA'", "country: must be a country's ISO 3166 code"),
        ("country = 'XX'", "country: must be a country's ISO 3166 code"),
        ("desk_phone = 'none'", "desk_phone: must be a phone number"),
        ("questions = 'Open?'", "questions: must be a list of texts"),
        ("questions = ['']", "questions: must be a list of texts"),
        ("questions = { en = 'Open?' }", "questions.en: must be a list of texts"),
        (f"{FITS}when = ['open']", r"fitting_questions\[1\].questions: is missing"),
        (f"{FITS}questions = ['Open?']", r"fitting_questions\[1\].when: is missing; say when"),
        (f"{FITS}questions = ['Open?']\nwhen = ['noon']", "when: must be a list of these: morning"),
        (f"{FITS}questions = ['Open?']\nwhen = 'open'", "when: must be a list of these: morning"),
        (f"{FITS}questions = ['Open?']\nwhen = [['open']]", "when: must be a list of these"),
        (f"{FITS}questions = ['Open?']\nat = 7", "at: must be a list of LibCal's numbers"),
        (f"{FITS}questions = ['Open?']\nat = [true]", "at: must be a list of LibCal's numbers"),
        (f"{FITS}hours = 'x'", r"fitting_questions\[1\].hours: is no key we know"),
        (f"{SAID}valid_from = 2026-01-01", r"announcements\[1\].words: is missing"),
        (f"{SAID}words = 'x'\nvalid_from = '2026-01-01'", "valid_from: must be a date"),
        (
            f"{SAID}words = 'x'\nvalid_from = 2026-01-02\nvalid_until = 2026-01-01",
            "line 4, .*valid_until: is before valid_from",
        ),
        ("places = 5", "places: must be tables"),
        ("[[places]]\nname = 'x'", r"line 1, places\[1\].location_id: is missing"),
        ("\n[[places]]\nlocation_id = true", r"line 3, places\[1\].location_id: must be LibCal's"),
        (f"{PLACE}phon = ''", r"line 3, places\[1\].phon: is no key"),
        (f"{PLACE}url = 'javascript:x'", "url: must be a web address"),
        (f"{PLACE}[places.floor]\nen = 1", r"line 4, places\[1\].floor.en: must be a text"),
        (f"{PLACE}{PLACE}", r"line 4, places\[2\].location_id: is 1 again"),
        (f"{PLACE}parent = 1", "parent: leads back to the place itself"),
        (f"{PLACE}parent = 2\n[[places]]\nlocation_id = 2\nparent = 1", "2 mistakes: .*line 6"),
        (f"{PLACE}parent = {2**60}", "parent: must be LibCal's number"),
        (f"{PLACE}latitude = 91\nlongitude = 0", "latitude: must be a number from -90 to 90"),
        (f"{PLACE}latitude = nan\nlongitude = 0", "latitude: must be a number"),
        (f"{PLACE}latitude = 1", "latitude: needs the other"),
        (f"{PLACE}map = 'x.svg'", "map: must be a table"),
        (f"{PLACE}map = {{ plan = 'x.svg', x = 0, y = 0 }}", "map.plan: names x.svg, which is not"),
        (f"{PLACE}map = {{ plan = '../x.svg', x = 0, y = 0 }}", "map.plan: must be a picture's"),
        (f"{PLACE}map = {{ plan = 'x.svg', x = 1.2, y = 0 }}", "map.x: must be a number from 0 to"),
        (f"{PLACE}map = {{ x = 0 }}", "2 mistakes: .*map.plan: is missing.*map.y: is missing"),
    ],
)
def test_a_mistake_is_named_with_file_line_and_key(
    tmp_path: Path, toml: str | bytes, words: str
) -> None:
    with pytest.raises(ContentError, match=words) as wrong:
        read_content(folder(tmp_path, toml))
    assert "library.toml" in str(wrong.value)
    assert "\n" not in str(wrong.value)


def test_all_mistakes_are_told_at_once_in_the_files_order(tmp_path: Path) -> None:
    toml = f"accent = 'blue'\n{PLACE}phone = 5\nurl = 'x'\n[[places]]\nlocation_id = 2\nflor = 1"
    with pytest.raises(ContentError) as wrong:
        read_content(folder(tmp_path, toml))
    assert re.findall(r"line (\d+), ([^:]+):", str(wrong.value)) == [
        ("1", "accent"),
        ("4", "places[1].phone"),
        ("5", "places[1].url"),
        ("8", "places[2].flor"),
    ]


def test_of_very_many_mistakes_the_first_are_told(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"has 12 mistakes: .*line 10, .*; and 2 more$"):
        read_content(folder(tmp_path, "".join(f"x{n} = 1\n" for n in range(12))))


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    assert read_content(folder(tmp_path, b"\xef\xbb\xbfname = 'x'\r\n")).name.default == "x"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"library\.toml is missing"):
        read_content(tmp_path)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "library.toml").mkdir()
    with pytest.raises(ContentError, match=r"library\.toml cannot be read"):
        read_content(tmp_path)


DEMO = (resource_folder() / "demo" / "library.toml").read_text("utf-8")
PIECES = ["[", "]", "{", "}", '"', "'", "=", ".", ",", "#", "\n", "\r", "[[places]]", '"""', "-1"]


@st.composite
def mutations(draw: st.DrawFn) -> str:
    """The demo library's file with some of it cut out, doubled, put elsewhere or replaced."""
    text = DEMO
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 400)))
        piece = draw(st.sampled_from(PIECES) | st.just(text[start:end]) | st.text(max_size=8))
        if draw(st.booleans()):
            text = text[:start] + piece + text[end:]
        else:
            place = draw(st.integers(0, len(text)))
            text = text[:place] + piece + text[place:]
    return text


def complaint(toml: str) -> str:
    """The sentence about such a file; empty where it can be read."""
    with TemporaryDirectory() as name:
        for plan in (resource_folder() / "demo").glob("*.svg"):
            shutil.copy(plan, name)
        try:
            read_content(folder(Path(name), toml))
        except ContentError as error:
            return str(error)
    return ""


@given(mutations())
@settings(max_examples=120, deadline=None)
def test_any_file_is_read_or_refused_with_lines_of_it(toml: str) -> None:
    if told := complaint(toml):
        lines = [int(line) for line in re.findall(r"\bline (\d+)[,:]", told)]
        assert lines
        assert all(1 <= line <= len(toml.split("\n")) for line in lines)


LINES = DEMO.split("\n")
ASSIGNMENTS = [n for n, line in enumerate(LINES) if re.match(r"[\w.]+ = .*[^\[]$", line)]
VALUES = ["-1", "1.5", "nan", "true", "''", "'x'", "[]", "[1]", "['']", "['x']", "{}", "{ en = 1 }"]
VALUES += [
    "{ en = 'x' }",
    "{ en = ['x'] }",
    "{ x = 'y' }",
    "1979-05-27",
    "9" * 400,
    f"'{'x' * 600}'",
]


@given(st.sampled_from(ASSIGNMENTS), st.sampled_from(VALUES))
@settings(max_examples=120, deadline=None)
def test_a_value_of_another_kind_is_read_or_its_own_line_is_named(number: int, value: str) -> None:
    key = LINES[number].split(" = ")[0]
    told = complaint("\n".join([*LINES[:number], f"{key} = {value}", *LINES[number + 1 :]]))
    assert not told or f"line {number + 1}, " in told

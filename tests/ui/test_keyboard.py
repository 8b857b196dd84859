"""The keyboard on the screen: what its keys write, and when it comes and goes."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from kiosk.core.paths import resource_folder
from kiosk.ui.appearance import Look
from kiosk.ui.key_layouts import SIGNS, read_layouts
from kiosk.ui.keyboard import KeyboardModel, Showing
from kiosk.ui.pinyin import PinyinWords
from tests.ui.keys import board, line, tap_keys
from tests.ui.scene import SIZES, Scene

FOLDER = resource_folder() / "keyboards"
LAYOUTS = read_layouts(FOLDER, ["en", "es", "fr", "zh", "ar"])
WORDS = PinyinWords(FOLDER / "pinyin.tsv")


@dataclass
class Paper:
    """Takes what is typed, as a field does."""

    text: str = ""
    composed: str = ""
    pressed: list[Qt.Key] = field(default_factory=list)
    is_field: bool = True
    is_address: bool = False

    def commit(self, text: str, replacing: int = 0) -> None:
        self.text = self.text[: len(self.text) - replacing] + text

    def compose(self, text: str) -> None:
        self.composed = text

    def press(self, key: Qt.Key) -> None:
        self.pressed.append(key)
        if key is Qt.Key.Key_Backspace:
            self.text = self.text[:-1]

    def takes_text(self) -> bool:
        return self.is_field

    def takes_address(self) -> bool:
        return self.is_address


def keyboard(paper: Paper, language: str = "en", showing: Showing = Showing.AUTO) -> KeyboardModel:
    model = KeyboardModel(layouts=LAYOUTS, pinyin=WORDS, target=paper, showing=showing)
    model.set_language(language)
    return model


def rows(model: KeyboardModel) -> list[list[str]]:
    return list(model.property("rows"))


def offers(model: KeyboardModel) -> list[str]:
    return list(model.property("offers"))


def write(model: KeyboardModel, text: str) -> None:
    for letter in text:
        model.type(letter)


@pytest.mark.parametrize("language", ["en", "es", "fr", "ar"])
@given(data=st.data())
def test_what_is_on_the_keys_is_what_is_written(language: str, data: st.DataObject) -> None:
    keys = [key for row in LAYOUTS[language].rows for key in row]
    signs = [sign for row in SIGNS for sign in row]
    text = "".join(data.draw(st.lists(st.sampled_from([*keys, *signs, " "]), max_size=30)))
    paper = Paper()
    model = keyboard(paper, language)
    for letter in text:
        model.space() if letter == " " else model.type(letter)
    assert paper.text == text


@pytest.mark.parametrize(
    ("language", "alphabet"),
    [
        ("en", "abcdefghijklmnopqrstuvwxyz"),
        ("es", "abcdefghijklmnopqrstuvwxyzñáéíóúü"),
        ("fr", "abcdefghijklmnopqrstuvwxyzàâæçéèêëîïôœùûüÿ"),
    ],
)
@given(data=st.data())
def test_any_name_can_be_written_with_capitals_and_accents(
    language: str, alphabet: str, data: st.DataObject
) -> None:
    text = data.draw(st.text(alphabet + alphabet.upper(), max_size=20))
    paper = Paper()
    model = keyboard(paper, language)
    for letter in text:
        if letter.isupper():
            model.nextShift()
        written = [key for row in rows(model) for key in row]
        if letter in written:
            model.type(letter)
            continue
        variants = LAYOUTS[language].variants
        base = next(key for key, some in variants.items() if letter.lower() in some)
        model.type(base.upper() if letter.isupper() else base)
        model.pick(offers(model).index(letter))
    assert paper.text == text


@given(text=st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئةى؟،؛ ", max_size=30))
def test_any_arabic_can_be_written(text: str) -> None:
    paper = Paper()
    model = keyboard(paper, "ar")
    keys = [key for row in rows(model) for key in row]
    variants = LAYOUTS["ar"].variants
    for letter in text:
        if letter == " ":
            model.space()
        elif letter in keys:
            model.type(letter)
        else:
            model.type(next(key for key, some in variants.items() if letter in some))
            model.pick(offers(model).index(letter))
    assert paper.text == text


def test_shift_is_for_one_letter_and_twice_for_all() -> None:
    paper = Paper()
    model = keyboard(paper)
    model.nextShift()
    assert rows(model)[0][0] == "Q"
    model.type("Q")
    assert rows(model)[0][0] == "q"
    model.nextShift()
    model.nextShift()
    write(model, "ADA")
    assert rows(model)[0][0] == "Q"
    model.nextShift()
    assert rows(model)[0][0] == "q"
    assert paper.text == "QADA"


def test_a_letter_that_was_typed_can_be_changed_for_one_with_an_accent() -> None:
    paper = Paper()
    model = keyboard(paper, "fr")
    write(model, "ou")
    assert offers(model) == ["ù", "û", "ü"]
    model.pick(0)
    assert paper.text == "où"
    assert offers(model) == []
    model.nextShift()
    model.type("E")
    assert offers(model)[0] == "É"


def test_backspace_and_enter_are_keys_of_their_own() -> None:
    paper = Paper()
    model = keyboard(paper)
    write(model, "ab")
    model.backspace()
    model.enter()
    assert paper.text == "a"
    assert paper.pressed == [Qt.Key.Key_Backspace, Qt.Key.Key_Return]


def test_signs_have_their_own_page() -> None:
    model = keyboard(Paper())
    model.toggleSigns()
    assert rows(model) == [list(row) for row in SIGNS]
    model.toggleSigns()
    assert rows(model)[0][0] == "q"


def test_chinese_is_composed_and_picked() -> None:
    paper = Paper()
    model = keyboard(paper, "zh")
    write(model, "tushuguan")
    assert (paper.text, paper.composed) == ("", "tushuguan")
    assert offers(model)[0] == "图书馆"
    model.space()
    write(model, "jidian")
    model.pick(offers(model).index("几点"))
    assert (paper.text, paper.composed) == ("图书馆几点", "")


def test_the_rest_of_a_composed_sentence_stays_to_be_picked() -> None:
    paper = Paper()
    model = keyboard(paper, "zh")
    write(model, "tushuguandayin")
    model.pick(offers(model).index("图书馆"))
    assert (paper.text, paper.composed) == ("图书馆", "dayin")
    model.backspace()
    assert paper.composed == "dayi"
    model.enter()
    assert (paper.text, paper.composed, paper.pressed) == ("图书馆dayi", "", [])


def test_a_sign_ends_what_is_composed() -> None:
    paper = Paper()
    model = keyboard(paper, "zh")
    write(model, "ni？")  # noqa: RUF001  Chinese
    assert (paper.text, paper.composed) == ("ni？", "")  # noqa: RUF001  Chinese


@pytest.mark.parametrize(("language", "label"), [("ar", "أبج"), ("zh", "拼音")])
def test_other_scripts_can_be_switched_to_latin_and_back(language: str, label: str) -> None:
    paper = Paper()
    model = keyboard(paper, language)
    assert model.property("otherLayout") == "ABC"
    model.toggleLatin()
    write(model, "ada")
    assert (paper.text, paper.composed) == ("ada", "")
    assert model.property("otherLayout") == label
    model.toggleLatin()
    assert rows(model)[0][0] == LAYOUTS[language].rows[0][0]


def test_latin_languages_have_nothing_to_switch_to() -> None:
    assert keyboard(Paper(), "es").property("otherLayout") == ""


def test_for_an_address_its_parts_are_offered_in_latin_letters() -> None:
    paper = Paper(is_address=True)
    model = keyboard(paper, "ar")
    model.focus_moved()
    assert rows(model)[0][0] == "q"
    write(model, "ada")
    model.pick(offers(model).index("@"))
    write(model, "x")
    model.pick(offers(model).index(".edu"))
    assert paper.text == "ada@x.edu"
    paper.is_address = False
    model.focus_moved()
    assert rows(model)[0][0] == "ض"
    assert offers(model) == []


def test_in_latin_languages_an_address_is_written_with_their_own_keys() -> None:
    model = keyboard(Paper(is_address=True), "fr")
    model.focus_moved()
    assert rows(model)[0][0] == "a"
    assert ".fr" in offers(model)


def test_latin_letters_that_somebody_chose_stay_in_the_next_field() -> None:
    model = keyboard(Paper(), "ar")
    model.toggleLatin()
    model.focus_moved()
    assert rows(model)[0][0] == "q"


def test_in_another_field_no_letter_is_changed_for_one_with_an_accent() -> None:
    model = keyboard(Paper(), "en")
    model.type("e")
    assert offers(model)
    model.focus_moved()
    assert offers(model) == []


def test_another_language_ends_what_is_composed() -> None:
    paper = Paper()
    model = keyboard(paper, "zh")
    write(model, "ni")
    model.set_language("fr")
    assert (paper.text, paper.composed, offers(model)) == ("ni", "", [])


def test_it_goes_where_there_is_nothing_to_write_in() -> None:
    paper = Paper()
    model = keyboard(paper)
    model.field_touched(by_finger=True)
    model.focus_settled()
    assert model.property("shown")
    paper.is_field = False
    model.focus_settled()
    assert not model.property("shown")


def test_arabic_has_no_capitals_and_runs_to_the_left() -> None:
    model = keyboard(Paper(), "ar")
    assert not model.property("capitals")
    assert model.property("rightToLeft")
    model.toggleSigns()
    assert not model.property("rightToLeft")


def test_a_language_without_a_layout_is_typed_in_latin_letters() -> None:
    assert rows(keyboard(Paper(), "tlh"))[0][0] == "q"


# When it comes and goes


@pytest.mark.parametrize(
    ("showing", "by_finger", "real_keys", "shown"),
    [
        (Showing.AUTO, True, False, True),
        (Showing.AUTO, False, False, True),
        (Showing.AUTO, False, True, False),
        (Showing.AUTO, True, True, True),
        (Showing.ALWAYS, False, True, True),
        (Showing.NEVER, True, False, False),
    ],
)
def test_it_comes_up_for_who_needs_it(
    showing: Showing,
    by_finger: bool,  # noqa: FBT001  a case
    real_keys: bool,  # noqa: FBT001  a case
    shown: bool,  # noqa: FBT001  a case
) -> None:
    model = keyboard(Paper(), showing=showing)
    if real_keys:
        model.real_key_pressed()
    model.field_touched(by_finger=by_finger)
    assert model.property("shown") is shown


def test_it_goes_when_a_real_key_is_pressed_and_keeps_what_was_composed() -> None:
    paper = Paper()
    model = keyboard(paper, "zh")
    model.field_touched(by_finger=True)
    write(model, "ni")
    model.real_key_pressed()
    assert not model.property("shown")
    assert paper.text == "ni"


def test_what_is_composed_at_the_end_of_a_visit_is_thrown_away() -> None:
    paper = Paper()
    model = keyboard(paper, "zh")
    write(model, "mima")
    model.forget()
    assert (paper.text, paper.composed, offers(model)) == ("", "", [])


def test_the_end_of_a_visit_leaves_nothing_on_it() -> None:
    paper = Paper()
    model = keyboard(paper, "zh")
    model.field_touched(by_finger=True)
    model.real_key_pressed()
    model.toggleLatin()
    model.nextShift()
    write(model, "Secret")
    model.forget()
    assert offers(model) == []
    assert model.property("shift") == "off"
    assert rows(model)[0][0] == "q"
    model.field_touched(by_finger=False)
    assert model.property("shown")


# On the screen


async def test_a_touched_field_is_written_in_and_asks(touch_screen: Scene) -> None:
    scene = touch_screen
    scene.tap("homeField")
    tap_keys(scene, *"are")
    scene.tap("keySpace")
    tap_keys(scene, *"you")
    scene.tap("keySpace")
    tap_keys(scene, *"openn")
    scene.tap("keyBackspace")
    assert scene.text_of("homeField") == "are you open"
    scene.tap("keyEnter")
    await scene.until(lambda: not scene.stage.chat.answering)
    assert scene.stage.chat.rows[0].text == "are you open"
    assert not scene.sees("keySpace")


async def test_it_can_be_hidden_and_brought_back(touch_screen: Scene) -> None:
    scene = touch_screen
    scene.tap("homeField")
    scene.tap("keyHide")
    assert not scene.sees("keySpace")
    scene.tap("homeField")
    assert scene.sees("keySpace")
    scene.press(Qt.Key.Key_A)
    assert not scene.sees("keySpace")
    assert scene.text_of("homeField") == "a"


async def test_a_touch_beside_a_field_brings_nothing_up(touch_screen: Scene) -> None:
    touch_screen.tap("theme")
    assert not touch_screen.sees("keySpace")


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "name", ["homeField", "chatField", "handOffQuestion", "handOffName", "handOffContact"]
)
async def test_the_field_is_never_behind_it(
    touch_screen: Scene, name: str, size: str, scale: float
) -> None:
    scene = touch_screen
    if name != "homeField":
        scene.stage.chat.notice("a conversation")
    if name.startswith("handOff"):
        scene.stage.hand_off.compose()
    scene.stage.appearance.restore(Look(text_scale=scale, reduced_motion=True))
    scene.resize(size)
    if name != "homeField":
        line(scene, name).forceActiveFocus()
    scene.stage.keyboard.field_touched(by_finger=True)
    scene.look()
    there = scene.place_of(line(scene, name))
    assert there.bottom() <= scene.place_of(board(scene)).top() + 1
    assert there.top() >= 0


async def test_a_field_takes_no_more_from_it_than_from_other_keyboards(touch_screen: Scene) -> None:
    scene = touch_screen
    scene.tap("homeField")
    for _ in range(502):
        scene.stage.keyboard.type("a")
    assert len(scene.text_of("homeField")) == 500


async def test_what_is_typed_on_it_is_gone_with_the_visit(touch_screen: Scene) -> None:
    scene = touch_screen
    scene.stage.language.choose("en")
    scene.tap("homeField")
    tap_keys(scene, *"secret")
    scene.stage.visit.end()
    scene.look()
    assert not scene.sees("keySpace")
    assert scene.text_of("homeField") == ""
    scene.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert scene.text_of("homeField") == ""

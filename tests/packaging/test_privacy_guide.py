"""What the privacy guide says of the code can be found there."""

import re

from tests.packaging.checkout import ROOT

GUIDE = (ROOT / "packaging" / "PRIVACY.md").read_text("utf-8")


def test_every_file_that_the_guide_names_is_there() -> None:
    named = re.findall(r"`((?:kiosk|resources)/[\w/.]+)`", GUIDE)
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_every_kind_of_mask_is_explained() -> None:
    said = GUIDE.casefold()
    for words in ("e-mail", "phone", "card", "number", "names", "home addresses", "dates of birth"):
        assert words in said

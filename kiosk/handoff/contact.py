"""Where a patron may be written to, looked at gently: a hint where it seems mistyped."""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

PROVIDERS = (
    *("gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "msn.com"),
    *("icloud.com", "me.com", "mac.com", "yahoo.com", "ymail.com", "aol.com", "mail.com"),
    *("email.com", "proton.me", "protonmail.com", "gmx.com", "gmx.de", "gmx.net", "web.de"),
    *("orange.fr", "free.fr", "yahoo.fr", "hotmail.fr", "hotmail.es", "yahoo.es"),
    *("qq.com", "163.com", "126.com", "sina.com", "foxmail.com", "comcast.net", "verizon.net"),
)
"""Where most private mailboxes are, so that a slip of the finger is seen. One that is nearly the
same as another must be here too, or it would be taken for a slip."""

LIKE_ENOUGH = 0.85
"""Of ``difflib``'s ratio: one letter too many, too few, wrong, or two that changed places."""

LEAST_DIGITS = 5

_EMAIL = re.compile(r"[^@\s,;]+@[^@\s.,;]+(?:\.[^@\s.,;]+)+")
_PHONE_SIGNS = frozenset("+()-./ \u00a0")


class ContactKind(StrEnum):
    """What it is. ``UNUSABLE``: nobody could be reached with it."""

    NONE = "none"
    EMAIL = "email"
    PHONE = "phone"
    UNUSABLE = "unusable"


@dataclass(frozen=True, slots=True)
class Contact:
    """What a patron wrote.

    Attributes:
        kind: What it is.
        suggestion: What was perhaps meant; empty where it seems right.
    """

    kind: ContactKind = ContactKind.NONE
    suggestion: str = ""


def look_at(written: str) -> Contact:
    """Whether it can be used, and what was perhaps meant."""
    words = written.strip()
    if not words:
        return Contact()
    if _is_phone(words):
        return Contact(ContactKind.PHONE)
    meant = _meant(words)
    suggestion = meant if _EMAIL.fullmatch(meant) and meant != words else ""
    is_email = _EMAIL.fullmatch(words) is not None
    return Contact(ContactKind.EMAIL if is_email else ContactKind.UNUSABLE, suggestion)


def _is_phone(words: str) -> bool:
    digits = [sign for sign in words if sign.isdigit()]
    others = set(words) - set(digits)
    return len(digits) >= LEAST_DIGITS and others <= _PHONE_SIGNS


def _meant(words: str) -> str:
    """Without spaces, with dots for commas, and a provider's name as it is spelled."""
    name, at, domain = "".join(words.split()).replace(",", ".").rstrip(".").rpartition("@")
    near = get_close_matches(domain.lower(), PROVIDERS, n=1, cutoff=LIKE_ENOUGH)
    is_known = domain.lower() in PROVIDERS
    return f"{name}{at}{near[0] if near and not is_known else domain}"

"""Every setting: name, default, meaning. One table; reading it in is ``app``'s job.

A field's path is its name in every source: ``libcal.base_url`` is ``[libcal] base_url`` in
``kiosk.toml``, ``{"libcal": {"base_url": …}}`` in the policy file and
``KIOSK_LIBCAL__BASE_URL`` in the environment.
"""

from collections.abc import Iterator
from dataclasses import Field, dataclass, field, fields, is_dataclass
from typing import Any, TypeVar

from kiosk.core.secret import Secret

T = TypeVar("T")


def setting(default: T, meaning: str, *, at_least: float | None = None) -> T:
    """Declare one setting. A test checks that ``packaging/ADMIN.md`` lists it."""
    value: T = field(default=default, metadata={"meaning": meaning, "at_least": at_least})
    return value


@dataclass(frozen=True, slots=True)
class LibCal:
    """Where opening hours come from."""

    base_url: str = setting("", "Such as https://example.libcal.com/api/1.1. Empty: no sync.")
    location_ids: tuple[int, ...] = setting((), "Hours ids to keep. Empty: discover them.")
    iid: int | None = setting(None, "Institution id for the public hours widgets.", at_least=1)
    client_id: str = setting("", "The API application's id.")
    client_secret: Secret = setting(Secret(""), "The API application's secret (keyring).")
    refresh_minutes: float = setting(15.0, "Minutes between two syncs.", at_least=1)


@dataclass(frozen=True, slots=True)
class LibAnswers:
    """Where the library's answers to frequent questions come from."""

    base_url: str = setting("", "Such as https://example.libanswers.com/api/1.1. Empty: none.")
    client_id: str = setting("", "The API application's id.")
    client_secret: Secret = setting(Secret(""), "The API application's secret (keyring).")
    language: str = setting("en", "BCP 47 tag of the language that they are written in.")
    refresh_minutes: float = setting(360.0, "Minutes between two syncs.", at_least=5)


@dataclass(frozen=True, slots=True)
class OpenAI:
    """The language model, any OpenAI-compatible service."""

    base_url: str = setting("", "Base URL of the service. Empty: OpenAI's own.")
    api_key: Secret = setting(Secret(""), "Its key (keyring). Empty: local answers only.")
    api_version: str = setting(
        "", "Azure's API version; the model is a deployment. Empty: no Azure."
    )
    model: str = setting("gpt-5-mini", "The model's name at that service.")
    smaller_model: str = setting("", "Answers when the budget runs low. Empty: the same model.")
    temperature: float | None = setting(None, "From 0 to 2. Not set: as the model is.", at_least=0)
    reasoning_effort: str = setting("low", "How long a model that reasons may. Empty: as it is.")
    max_output_tokens: int = setting(
        1000, "Longest answer in tokens, silent reasoning included.", at_least=16
    )
    connect_seconds: float = setting(2.0, "Longest wait for a connection.", at_least=0.1)
    first_token_seconds: float = setting(8.0, "Longest wait for the first word.", at_least=0.1)
    stall_seconds: float = setting(8.0, "Longest wait between two words.", at_least=0.1)
    answer_seconds: float = setting(45.0, "Longest time for a whole answer.", at_least=1)
    retries: int = setting(1, "Further tries before the first word came.", at_least=0)


@dataclass(frozen=True, slots=True)
class Budget:
    """What the language model may cost. Prices are in the library's content; 0 is no limit."""

    visit_questions: float = setting(40, "Questions of one visit that it is asked.", at_least=0)
    visit_tokens: float = setting(100_000, "Tokens of one visit.", at_least=0)
    day_tokens: float = setting(0, "Tokens of this terminal a day.", at_least=0)
    day_cost: float = setting(0, "Money of this terminal a day.", at_least=0)
    month_cost: float = setting(0, "Money of this terminal a month.", at_least=0)
    warn_at: float = setting(0.7, "Share of a limit at which staff are warned.", at_least=0)
    economical_at: float = setting(
        0.85, "Share from which `openai.smaller_model` answers.", at_least=0
    )
    history_tokens: int = setting(1500, "Tokens of a visit that go along.", at_least=0)
    keep_answers_hours: float = setting(
        24, "Hours that an answer without anything personal is used again. 0: never.", at_least=0
    )


@dataclass(frozen=True, slots=True)
class Desk:
    """The staff desk, as this terminal sees it."""

    url: str = setting("", "Where hand-offs go. Empty: none are offered.")
    token: Secret = setting(Secret(""), "This terminal's token at the desk (keyring).")


@dataclass(frozen=True, slots=True)
class DeskServer:
    """The staff desk's own web service (``kiosk desk``)."""

    host: str = setting("127.0.0.1", "Address to listen on. Put a TLS proxy in front of others.")
    port: int = setting(8750, "Port to listen on; 0 picks a free one.", at_least=0)
    title: str = setting("Staff desk", "Name shown to librarians.")


@dataclass(frozen=True, slots=True)
class Screen:
    """The window that patrons see."""

    full_screen: bool = setting(default=True, meaning="Cover the whole screen, without a frame.")
    theme: str = setting("light", "light, dark or contrast.")
    reduced_motion: bool = setting(default=False, meaning="Nothing moves that need not.")
    keyboard: str = setting("auto", "On the screen: auto, always or never.")
    read_aloud: str = setting("offer", "Where a voice is installed: offer or never.")
    idle_seconds: float = setting(90.0, "Seconds without a touch before the countdown.", at_least=5)
    waiting_seconds: float = setting(
        300.0, "As idle_seconds, while a librarian is asked or answering.", at_least=5
    )
    countdown_seconds: float = setting(
        20.0, "Seconds that any touch can still stop the end of a visit.", at_least=20
    )


@dataclass(frozen=True, slots=True)
class Staff:
    """The way out for staff."""

    pin_hash: Secret = setting(
        Secret(""), "Hash of the PIN, made by `kiosk staff-pin set`. Empty: no way out."
    )


@dataclass(frozen=True, slots=True)
class Watchdog:
    """When the watchdog loses patience with the UI. Sources: Android's 5 s, Chromium's 15 s."""

    suspect_seconds: float = setting(5.0, "Silence that is noted.", at_least=0.5)
    kill_seconds: float = setting(15.0, "Silence that ends the process.", at_least=1)
    start_seconds: float = setting(60.0, "Longest wait for the first frame.", at_least=1)
    full_retry_seconds: float = setting(600.0, "In safe mode: seconds to the next try.", at_least=1)


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything an administrator may change. Secrets live in the keyring, not in a file."""

    location: int | None = setting(None, "LibCal id of the place where this terminal stands.")
    timezone: str = setting("", "IANA zone of the library. Empty: as the content says, or UTC.")
    language: str = setting("en", "BCP 47 tag of the language that a visit starts in.")
    content: str = setting("", "Folder with the library's own content. Empty: none.")
    stale_after_minutes: float = setting(
        1440.0, "Age at which an answer says that its facts are old.", at_least=1
    )
    libcal: LibCal = field(default_factory=LibCal)
    libanswers: LibAnswers = field(default_factory=LibAnswers)
    openai: OpenAI = field(default_factory=OpenAI)
    budget: Budget = field(default_factory=Budget)
    desk: Desk = field(default_factory=Desk)
    desk_server: DeskServer = field(default_factory=DeskServer)
    screen: Screen = field(default_factory=Screen)
    staff: Staff = field(default_factory=Staff)
    watchdog: Watchdog = field(default_factory=Watchdog)


def table(record: Any = None) -> Iterator[tuple[str, Field[Any], Any]]:
    """Every setting as (dotted name, its field, its value in ``record`` or its default)."""
    root = Settings() if record is None else record
    for item in fields(root):
        value = getattr(root, item.name)
        if is_dataclass(value) and not isinstance(value, Secret):
            for name, inner, inner_value in table(value):
                yield f"{item.name}.{name}", inner, inner_value
        else:
            yield item.name, item, value


def environment_name(name: str) -> str:
    """``libcal.base_url`` → ``KIOSK_LIBCAL__BASE_URL``."""
    return "KIOSK_" + name.upper().replace(".", "__")

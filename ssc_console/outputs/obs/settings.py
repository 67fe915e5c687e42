"""Where OBS is, and its password: from the environment, never from the agenda, and never shown."""

from collections.abc import Mapping

from ssc_console.show.value import field, value

HOST, PORT, PASSWORD = "SSC_CONSOLE_OBS_HOST", "SSC_CONSOLE_OBS_PORT", "SSC_CONSOLE_OBS_PASSWORD"

USUAL_PORT = 4455

HOW_TO_SET_UP = f"give its host in the settings, or set {HOST} before the console is opened"


class BadSettings(ValueError):
    """Settings that lead nowhere. The text is one sentence a person can act on."""


@value
class ObsSettings:
    """Where OBS listens.

    Attributes:
        host: A name or an address, without a port.
        port: 1 to 65535.
        password: Empty: none. It is in no `repr`, and nothing here logs it.
    """

    host: str = "localhost"
    port: int = USUAL_PORT
    password: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        if not self.host or any(character in self.host for character in "/@?# \t"):
            raise BadSettings(f"{HOST} is a name or an address alone, such as localhost or 192.168.1.20.")
        if not 1 <= self.port <= 65535:
            raise BadSettings(f"{PORT} is a number from 1 to 65535; OBS’s own is {USUAL_PORT}.")

    @property
    def place(self) -> str:
        """``localhost:4455``, for people and for addresses."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"


def from_environment(environment: Mapping[str, str]) -> ObsSettings | None:
    """The settings; None: nothing is set, so OBS is not used.

    Raises:
        BadSettings: What is set leads nowhere.
    """
    given = {name: environment.get(name, "").strip() for name in (HOST, PORT)}
    password = environment.get(PASSWORD, "")  # a password may begin with a space
    if not password and not any(given.values()):
        return None
    port = given[PORT] or str(USUAL_PORT)
    # A port in other digits than 0 to 9, or of a thousand of them, is none.
    number = int(port) if port.isascii() and port.isdecimal() and len(port) < 6 else 0
    return ObsSettings(given[HOST] or "localhost", number, password)

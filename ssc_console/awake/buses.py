"""Whether a message bus can be there at all: where there is none, Qt's library for it would start one."""

import os
from pathlib import Path


def has_a_session_bus() -> bool:
    """Whether the person's own bus is there."""
    if os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return True
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    return bool(folder) and Path(folder, "bus").exists()


def has_a_system_bus() -> bool:
    """Whether the system's bus is there."""
    return bool(os.environ.get("DBUS_SYSTEM_BUS_ADDRESS")) or any(
        Path(folder, "dbus", "system_bus_socket").exists() for folder in ("/run", "/var/run")
    )


def has_a_bus() -> bool:
    """Whether there is anybody to ask."""
    return has_a_session_bus() or has_a_system_bus()

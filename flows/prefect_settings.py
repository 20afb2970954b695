"""How Prefect is set up. Import this before `prefect`, which reads its settings when it is imported."""

from __future__ import annotations

import os

#: Whoever set one of these keeps it.
DEFAULTS = {
    "PREFECT_SERVER_ALLOW_EPHEMERAL_MODE": "true",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",  # the first start makes its database: up to 20 s
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_LOGGING_LEVEL": "WARNING",
    "PREFECT_SERVER_LOGGING_LEVEL": "ERROR",
    "DO_NOT_TRACK": "1",
}


def set_defaults() -> None:
    """Sets what is not set in the environment."""
    for name, value in DEFAULTS.items():
        os.environ.setdefault(name, value)


set_defaults()

"""How Prefect is set up. Import this before `prefect`, which reads its settings when it is imported."""

from __future__ import annotations

import os

#: Whoever set one of these keeps it.
DEFAULTS = {
    "PREFECT_SERVER_ALLOW_EPHEMERAL_MODE": "true",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",  # the first start makes its database: up to 20 s
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_DATABASE_TIMEOUT": "60",  # on a busy machine its database is locked for longer than the usual 10 s
    "PREFECT_LOGGING_LEVEL": "WARNING",
    "PREFECT_SERVER_LOGGING_LEVEL": "ERROR",
    "DO_NOT_TRACK": "1",
}


def set_defaults(**others: str) -> None:
    """Sets what is not set in the environment, or was set here before.

    Args:
        others: values that are wanted instead of the defaults.
    """
    for name, value in (DEFAULTS | others).items():
        if name not in os.environ or os.environ[name] == DEFAULTS.get(name):
            os.environ[name] = value


set_defaults()

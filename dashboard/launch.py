"""Starts the pages on this machine: nothing is fetched from outside, and nobody is told that they are used."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tocsin import UsageError

APP = Path(__file__).parent / "app.py"
#: Streamlit's settings, whatever its configuration files say.
SETTINGS: dict[str, Any] = {
    "global_developmentMode": False,
    "browser_gatherUsageStats": False,
    "server_headless": True,
    "server_fileWatcherType": "none",
    "server_runOnSave": False,
    "server_enableStaticServing": False,
    "server_maxUploadSize": 1,
    "client_toolbarMode": "minimal",
    "client_showErrorDetails": "none",
    "runner_magicEnabled": False,
    "theme_light_primaryColor": "#1f6fb2",
    "theme_dark_primaryColor": "#5aa9e6",
}


def serve(warehouse: Path | str, host: str = "localhost", port: int = 8501) -> None:
    """Serves the pages until the process is stopped.

    Args:
        warehouse: its folder or address; it may be empty yet.
        host: the address to listen on. Whoever reaches it can read the whole warehouse.
        port: a free one.

    Raises:
        UsageError: if the port is taken.
    """
    from streamlit import config
    from streamlit.web import bootstrap

    _check_free(host, port)
    settings = SETTINGS | {"server_address": host, "server_port": port, "browser_serverPort": port}
    bootstrap.load_config_options(settings)
    config.get_config_options()
    bootstrap.run(str(APP), False, [str(warehouse)], settings)


def _check_free(host: str, port: int) -> None:
    import socket

    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        what = f"cannot listen there: {error.strerror}"
        raise UsageError(what, f"{host}:{port}", "choose another by --host and --port") from error

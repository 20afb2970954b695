"""`tocsin serve`: runs the scheduled flow by a file of settings, with a Prefect server of its own where none is named."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from flows import prefect_settings
from flows.settings import Settings, read_settings
from tocsin import TocsinError, UsageError

NAME = "nightly"
API_VARIABLE = "PREFECT_API_URL"
#: Seconds that a Prefect server may take to start; the first time it makes its database.
STARTS_WITHIN = 120.0
#: Seconds that a process may take to end.
STOPS_WITHIN = 25.0


def serve(config: Path | None) -> None:
    """Runs the scheduled flow until it is told to stop, by Ctrl-C or SIGTERM.

    A process of its own serves the flow, as Prefect's runner ends cleanly by SIGINT only.

    Args:
        config: the file of settings; by default `tocsin.toml`.

    Raises:
        UsageError: if a setting is at fault, or there is no schedule or no source.
        TocsinError: if the Prefect server does not start.
    """
    settings = read_settings(config)
    _schedule(settings)
    prefect_settings.set_defaults(PREFECT_LOGGING_LEVEL="INFO")
    signal.signal(signal.SIGTERM, _interrupt)
    command = [sys.executable, "-m", "flows.serving", *([str(settings.file)] if settings.file else [])]
    with server():
        process = subprocess.Popen(command, start_new_session=True)
        try:
            code = process.wait()
        except KeyboardInterrupt:
            stop(process, signal.SIGINT)
            return
        raise TocsinError(
            f"the runner of Prefect ended with {code}", str(settings.file or ""), "see its messages above"
        )


def run_once(config: Path | None) -> dict[str, int]:
    """Runs the scheduled flow now, once, and returns its counts.

    Raises:
        TocsinError: if it fails.
    """
    settings = read_settings(config)
    from flows.coding_flow import by_itself
    from flows.nightly_flow import nightly

    with by_itself(Path(settings["warehouse"])):
        return nightly(str(config) if config else None)


def _serve(settings: Settings) -> None:
    """Serves the flow in this process."""
    from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
    from prefect.types.entrypoint import EntrypointType

    from flows.nightly_flow import nightly

    # A run that is still under way when the next is due is not joined by it.
    alone = ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW)
    nightly.serve(
        NAME,
        parameters={"config": str(settings.file.resolve()) if settings.file else None},
        description="Fetches what is new, codes it and publishes it.",
        tags=["tocsin"],
        limit=1,
        global_limit=alone,
        paused=False,
        entrypoint_type=EntrypointType.MODULE_PATH,
        **_schedule(settings),
    )


def _schedule(settings: Settings) -> dict[str, Any]:
    where = str(settings.file or "")
    if not settings.sources:
        raise UsageError("there is no source", where, 'write [[sources]] and below it feed = "https://..."')
    if settings["schedule.interval"]:
        return {"interval": timedelta(seconds=settings["schedule.interval"])}
    if settings["schedule.cron"]:
        from prefect.schedules import Cron

        try:
            return {"schedules": [Cron(settings["schedule.cron"], timezone=settings["schedule.timezone"])]}
        except ValueError as error:
            what = f"schedule.cron is {settings['schedule.cron']!r}, which is no schedule"
            raise UsageError(what, settings.origins["schedule.cron"], 'write as cron does: "0 6 * * *"') from error
    raise UsageError(
        "there is no schedule", where, 'write [schedule] and below it cron = "0 6 * * *" or interval = 3600'
    )


@contextmanager
def server() -> Iterator[None]:
    """Gives the Prefect server that `PREFECT_API_URL` names, or starts one on a free port of this machine.

    Raises:
        TocsinError: if it does not start.
    """
    if os.environ.get(API_VARIABLE):
        yield
        return
    port = _free_port()
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True)
    address = f"http://127.0.0.1:{port}/api"
    try:
        _wait_for(address, process)
        os.environ[API_VARIABLE] = address
        yield
    finally:
        os.environ.pop(API_VARIABLE, None)
        stop(process, signal.SIGTERM)


def stop(process: subprocess.Popen[bytes], how: signal.Signals) -> None:
    """Ends a process and those it started, by force if it takes too long."""
    process.send_signal(how)
    try:
        process.wait(STOPS_WITHIN)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    ends = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < ends and process.poll() is None:
        try:
            with urlopen(f"{address}/health", timeout=2):
                return
        except (URLError, OSError):
            time.sleep(0.3)
    raise TocsinError("the Prefect server does not start", address, "see `prefect server start` for why")


def _free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


def _interrupt(number: int, frame: object) -> None:
    """Ends as Ctrl-C does, so that the server is stopped too."""
    raise KeyboardInterrupt


if __name__ == "__main__":
    _serve(read_settings(Path(sys.argv[1]) if sys.argv[1:] else None))

"""A real session bus with a real, unlocked gnome-keyring of its own."""

import contextlib
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.servers.cluster import require_system_server


@dataclass(frozen=True)
class SecretService:
    """Its processes, and the variables with which programs find it."""

    environment: dict[str, str]
    bus: "subprocess.Popen[str]"
    daemon: "subprocess.Popen[bytes]"

    def hang(self) -> None:
        """Let it take requests and never answer, as one that waits for somebody to unlock it."""
        self.daemon.send_signal(signal.SIGSTOP)

    def vanish(self) -> None:
        """End it at once, and the bus with it."""
        for process in (self.daemon, self.bus):
            process.kill()
            process.wait(5)


@contextmanager
def secret_service(folder: Path) -> Iterator[SecretService]:
    """Run one whose secrets lie in `folder`."""
    require_system_server("dbus-daemon", "gnome-keyring-daemon")
    environment = {
        "PATH": "/usr/bin:/bin",
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(folder),
        "XDG_DATA_HOME": str(folder / "share"),
    }
    with subprocess.Popen(
        ["dbus-daemon", "--session", "--print-address", "--nofork"],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    ) as bus:
        assert bus.stdout is not None
        environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        with subprocess.Popen(
            ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
        ) as daemon:
            assert daemon.stdin is not None
            daemon.stdin.write(b"login-password\n")
            daemon.stdin.close()
            time.sleep(1)
            try:
                yield SecretService(environment, bus, daemon)
            finally:
                for process in (daemon, bus):
                    with contextlib.suppress(ProcessLookupError):
                        process.send_signal(signal.SIGCONT)
                        process.kill()

"""A throw-away machine: the system's own files seen as on a fresh one, a network of its own.

What is written below /etc, /var, /run, /mnt, /root and /usr/local lies in memory and goes with
the last process, and so do the processes. Needs root on a Debian that has the servers.
"""

import os
import shutil
import sys
from pathlib import Path

ADDRESS = "10.20.1.5"
SERVER = "db.example.org"
_NEEDED = ("unshare", "ip", "pg_createcluster", "pgbouncer", "pgbackrest", "runuser")

_PRELUDE = """
set -e
mount --make-rprivate /
fresh=$(mktemp -d /tmp/co2desk-machine-XXXXXX)
mount -t tmpfs machine "$fresh"
for place in etc var run mnt root usr/local; do
    mkdir -p "$fresh/$place/upper" "$fresh/$place/work"
    mount -t overlay machine "/$place" \
        -o "lowerdir=/$place,upperdir=$fresh/$place/upper,workdir=$fresh/$place/work"
done
ip link set lo up
ip address add {address}/24 dev lo
printf '127.0.0.1 localhost\\n{address} {server}\\n' > /etc/hosts
rm -rf /etc/postgresql /var/lib/postgresql /run/postgresql /var/log/postgresql /root/.pgpass
install -d -o postgres -g postgres /etc/postgresql /var/lib/postgresql /var/log/postgresql
install -d -o postgres -g postgres -m 2775 /run/postgresql
install -d /etc/pgbouncer
# What installing Debian's package does.
pg_createcluster --locale C.UTF-8 "$(ls /usr/lib/postgresql | sort -V | tail -1)" main --start
export HOME=/root
exec bash "$1"
"""


def why_not() -> str:
    """Why there can be no such machine here; "" where there can."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return "a machine of its own needs root on Linux"
    missing = [name for name in _NEEDED if shutil.which(name) is None]
    return f"not installed: {', '.join(missing)}" if missing else ""


def shell(folder: Path) -> tuple[str, ...]:
    """The command that runs a script on a new machine; its own script is put into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    prelude = folder / "machine.sh"
    prelude.write_text(_PRELUDE.format(address=ADDRESS, server=SERVER), encoding="utf-8")
    apart = ("--mount", "--net", "--pid", "--fork", "--kill-child", "--mount-proc")
    return ("unshare", *apart, "bash", str(prelude))

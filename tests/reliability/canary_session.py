"""A session at the program with a password and a name that must turn up nowhere else.

`python -m tests.reliability.canary_session HOME`; standard input is one JSON line with "password"
and "name". Everything that can go wrong on the way goes wrong; at the end the program crashes.
"""

import contextlib
import json
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from uuid import UUID, uuid4

from co2desk.app.container import build_services
from co2desk.database.activities import Activities
from co2desk.database.import_commit import send_import
from co2desk.desktop.crash_report import crash_report
from co2desk.desktop.first_start import EMBEDDED_NAME
from co2desk.desktop.logging import log_uncaught, start_logging
from co2desk.desktop.messages import Messages
from co2desk.desktop.profiles import ConnectionProfile, Login, TlsMode
from co2desk.desktop.secrets import SecretStore
from co2desk.domain.errors import Co2deskError
from co2desk.domain.ids import LabId
from co2desk.domain.reference import Laboratory
from co2desk.importing.checked import CheckChoices
from co2desk.services.bundle import Services
from co2desk.services.import_file import CommitMode
from tests.database.builders import activity, good_row, import_of


def main() -> None:
    """Work, fail and crash."""
    home = Path(sys.argv[1])
    canary = json.loads(sys.stdin.readline())
    password, name = canary["password"], canary["name"]
    files = start_logging(home)
    log_uncaught()
    secrets = SecretStore(hide=files.redactor.hide)
    services = build_services(EMBEDDED_NAME, home, secrets=secrets)
    services.connection.open()
    lab = Laboratory(LabId(uuid4()), "CANARY", f"Laboratory of {name}")
    services.labs.create(lab)
    (home / "backups").mkdir(exist_ok=True)

    for attempt in (
        lambda: _refused_login(services, password),
        lambda: services.profiles.test(services.profiles.named("nowhere"), password),
        lambda: _import(services, home, name),
        lambda: _import_in_error(services, lab.id, name),
        lambda: _activity_in_error(services, lab.id, name),
        lambda: services.backups.make(home / "backups" / "canary.dump"),
        lambda: services.backups.restore(home / "backups" / "canary.dump", typed_name=name),
    ):
        _tell(attempt)
    _report_of_a_crash(home, password, name, files.redactor.clean)
    services.connection.close()
    sys.stderr.flush()
    os.abort()


def _tell(attempt: Callable[[], object]) -> None:
    """Say on the terminal how it ended, in the words that a person reads, and how it came."""
    try:
        attempt()
    except Co2deskError as problem:
        sys.stderr.write(f"{Messages.load().error(problem)}\n")
        thread = threading.Thread(target=_raise, args=(problem,))
        thread.start()
        thread.join()


def _raise(problem: Exception) -> None:
    raise problem


def _refused_login(services: Services, password: str) -> None:
    server = services.connection.caretaker
    for profile, host in (("refused", server.host), ("nowhere", "127.0.0.1")):
        services.profiles.save(
            ConnectionProfile(
                name=profile, host=host, port=server.port if host == server.host else 9,
                database=server.dbname, user="stranger", tls=TlsMode.DISABLE,
                login=Login.PASSWORD, weak_tls_accepted=True,
            ),
            password,
        )  # fmt: skip
    services.profiles.diagnose(services.profiles.named("refused"))
    services.profiles.test(services.profiles.named("refused"))


def _import(services: Services, home: Path, name: str) -> None:
    file = home / "activities.csv"
    rows = [f"03.01.2025;energy;electricity;grid;{n};kWh;CH-ELECTRICITY;{name}" for n in range(40)]
    rows.append(f"03.01.2025;energy;electricity;grid;{name};kWh;CH-ELECTRICITY;{name}")
    header = "date;activity_type;category;subcategory;quantity;unit;factor_code;note"
    file.write_text("\n".join([header, *rows]), encoding="utf-8")
    for commit in (True, False):
        preparation = services.preparations.open_file(file)
        preparation.choose(CheckChoices(lab_code="CANARY", year=2025, again=not commit))
        preparation.check()
        preparation.edit({(0, 7): f"{name} again"})
        if commit:
            preparation.commit(CommitMode.VALID_ONLY)
        else:
            preparation.close()
    services.preparations.open_file(home / "missing.csv")


def _import_in_error(services: Services, lab: LabId, name: str) -> None:
    wrong = good_row(3, activity("1e11", note=name), note=name)
    send_import(services.connection.database, import_of(lab, [good_row(2), wrong]))


def _activity_in_error(services: Services, lab: UUID, name: str) -> None:
    with services.connection.database.transaction() as session:
        Activities(session).add([(LabId(lab), activity(note=f"{name}\x07"))])


def _report_of_a_crash(home: Path, password: str, name: str, clean: Callable[[str], str]) -> None:
    with contextlib.suppress(ValueError):
        try:
            raise ValueError(f"{name} cannot come in with {password}")
        except ValueError as error:
            report = crash_report(type(error), error.__traceback__, clean)
            (home / "crash-report.txt").write_text(report, encoding="utf-8")


if __name__ == "__main__":
    main()

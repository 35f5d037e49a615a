"""Builds the services of one connection: the only place where everything is put together."""

import os
import sys
from pathlib import Path

from co2desk.desktop.embedded_server import EmbeddedServer
from co2desk.desktop.managed import ManagedSettings, read_managed
from co2desk.desktop.messages import Messages
from co2desk.desktop.paths import migrations_dir, private_folder, resource, user_folder
from co2desk.desktop.profiles import ProfileFile
from co2desk.desktop.secrets import SecretStore
from co2desk.desktop.settings import SettingsFile
from co2desk.services.administer import Administration
from co2desk.services.back_up import Backups, backup_before_migration
from co2desk.services.browse_activities import Activities
from co2desk.services.bundle import Services
from co2desk.services.change_schema import Schema
from co2desk.services.connect import Connection
from co2desk.services.connection_choice import choose_connection
from co2desk.services.hear_changes import Changes
from co2desk.services.import_file import ImportFile
from co2desk.services.imports import Imports
from co2desk.services.keep_profiles import Profiles
from co2desk.services.manage_factors import Factors
from co2desk.services.manage_labs import Laboratories
from co2desk.services.open_archive import archive_opener
from co2desk.services.preparations import Preparations
from co2desk.services.references import References
from co2desk.services.remembered_mappings import RememberedMappings
from co2desk.services.remembered_seals import RememberedSeals
from co2desk.services.shipped_data import catalogue_filler, filler
from co2desk.services.start_up import EmbeddedDatabase
from co2desk.services.summarise import Results
from co2desk.services.take_offline import Offline
from co2desk.services.try_sample import Samples
from co2desk.services.watch_health import Health

# A thread that hears from the server waits for as long as this before another hands the interpreter
# over. Python's own 5 ms, several times for each statement, are a sixth of the time of an import.
_SWITCH_SECONDS = 0.0005


def build_services(
    database: str | None = None,
    folder: Path | None = None,
    messages: Messages | None = None,
    secrets: SecretStore | None = None,
    managed: ManagedSettings | None = None,
) -> Services:
    """The services of the database that is named, or chosen by the rule; nothing is opened yet.

    `database` is a profile's name or an address, None to choose by environment, last profile
    and embedded database; `folder` is the person's own. `messages` are in the language in which
    the database keeps what is wrong with a row; `secrets` hold the passwords of this session, which
    outlast the services of one connection. `managed` is what the administrator of this computer has
    set, None to read it.

    Raises:
        UnusableInput: PASSWORD_IN_URL, BAD_CONNECTION, BAD_MANAGED_SETTINGS or
            SET_BY_ADMINISTRATOR.
    """
    sys.setswitchinterval(_SWITCH_SECONDS)
    folder, messages = folder or user_folder(), messages or Messages.load()
    rules = (managed or read_managed()).connections
    settings, profiles = SettingsFile(folder), ProfileFile(folder, rules)
    secrets = secrets or SecretStore()
    choice = choose_connection(
        database, os.environ, settings.load().last_profile, profiles.get, rules
    )
    embedded = EmbeddedDatabase(
        EmbeddedServer(folder / "server"),
        migrations_dir(),
        backup_before_migration(folder / "backups"),
    )
    connection = Connection(
        choice, embedded, secrets, migrations_dir(), filler(resource(), messages)
    )
    backups = Backups(connection, folder / "backups")
    packs = private_folder(folder / "packs")
    references = References(connection, resource(), packs)
    archive = archive_opener(settings, secrets)
    importer = ImportFile(connection, messages, archive)
    return Services(
        connection=connection,
        changes=Changes(connection),
        profiles=Profiles(profiles, settings, secrets, migrations_dir()),
        references=references,
        preparations=Preparations(
            references,
            importer,
            messages,
            private_folder(folder / "drafts"),
            RememberedMappings(connection),
        ),
        samples=Samples(resource()),
        import_file=importer,
        imports=Imports(connection, references, messages, archive),
        activities=Activities(connection, references, messages),
        labs=Laboratories(connection, messages),
        factors=Factors(connection, references, messages),
        results=Results(connection, messages),
        administration=Administration(connection, RememberedSeals(folder)),
        offline=Offline(references, packs, resource()),
        schema=Schema(connection, embedded, backups, catalogue_filler(resource())),
        backups=backups,
        health=Health(connection),
    )

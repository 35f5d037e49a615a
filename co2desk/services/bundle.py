"""All services of one connection, as one frozen value that windows and commands are given."""

from dataclasses import dataclass

from co2desk.services.administer import Administration
from co2desk.services.back_up import Backups
from co2desk.services.browse_activities import Activities
from co2desk.services.change_schema import Schema
from co2desk.services.connect import Connection
from co2desk.services.hear_changes import Changes
from co2desk.services.import_file import ImportFile
from co2desk.services.imports import Imports
from co2desk.services.keep_profiles import Profiles
from co2desk.services.manage_factors import Factors
from co2desk.services.manage_labs import Laboratories
from co2desk.services.preparations import Preparations
from co2desk.services.references import References
from co2desk.services.summarise import Results
from co2desk.services.take_offline import Offline
from co2desk.services.try_sample import Samples
from co2desk.services.watch_health import Health


@dataclass(frozen=True, slots=True)
class Services:
    """What a user can do; `connection.open()` comes before whatever needs the database."""

    connection: Connection
    changes: Changes
    profiles: Profiles
    references: References
    preparations: Preparations
    samples: Samples
    import_file: ImportFile
    imports: Imports
    activities: Activities
    labs: Laboratories
    factors: Factors
    results: Results
    administration: Administration
    offline: Offline
    schema: Schema
    backups: Backups
    health: Health

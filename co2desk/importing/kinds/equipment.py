"""Kind `equipment`: devices, by their hours and power."""

from decimal import Decimal

from co2desk.domain.activity import ActivityType
from co2desk.domain.factor import EmissionFactor
from co2desk.domain.issue import IssueCode
from co2desk.importing.finding import Finding, error
from co2desk.importing.kinds.common import ALWAYS, DATE, FACTOR_CODE
from co2desk.importing.kinds.factoring import at, meaning_with_factor
from co2desk.importing.kinds.field import Field, FieldType, synonyms
from co2desk.importing.kinds.kind import Kind, Meaning, RowValues
from co2desk.importing.lookups import Lookups, not_valid

_UNIT = "kWh"
_WEEKS = 52
_HOURS_OF_A_WEEK = 168
_SWISS_MIX = "ch-electricity"
_USES = (
    ("active_usage_hours_per_week", "active_power_w"),
    ("standby_usage_hours_per_week", "standby_power_w"),
)


def _mean(row: RowValues, lookups: Lookups) -> Meaning | tuple[Finding, ...]:
    """KWh a year = (hours active x W active + hours standby x W standby) x 52 / 1000.

    The factor is that of the row, else the laboratory's own electricity, else the Swiss mix.
    """
    hours = {name: row.number(name) or Decimal(0) for name, _ in _USES}
    findings = [
        error(IssueCode.MISSING_VALUE, power)
        for name, power in _USES
        if hours[name] and row.number(power) is None
    ]
    if not any(row.number(name) is not None for name, _ in _USES):
        findings.append(error(IssueCode.MISSING_VALUE, "active_usage_hours_per_week"))
    total = sum(hours.values())
    if total > _HOURS_OF_A_WEEK:
        params = {"hours": f"{total:f}", "limit": str(_HOURS_OF_A_WEEK)}
        findings.append(error(IssueCode.HOURS_EXCEED_WEEK, "active_usage_hours_per_week", **params))
    if findings:
        return tuple(findings)
    watt_hours = sum(
        (hours[name] * (row.number(power) or Decimal(0)) for name, power in _USES), Decimal(0)
    )
    kept = ("equipment_id", "name", "equipment_class", "sub_class")
    attributes = {name: row.text(name) for name in kept if row.text(name)}
    attributes |= {
        name: f"{number:f}"
        for pair in _USES
        for name in pair
        if (number := row.number(name)) is not None
    }
    return meaning_with_factor(
        lookups,
        ActivityType.ENERGY,
        "equipment",
        row.text("equipment_class"),
        _UNIT,
        at("factor_code", _electricity(row, lookups)),
        per_amount=watt_hours * _WEEKS / 1000,
        attributes=attributes,
    )


def _electricity(row: RowValues, lookups: Lookups) -> EmissionFactor | Finding:
    named = row.factor("factor_code")
    if named is not None:
        return named if named.valid_on(row.day) else not_valid(named, row.day)
    own = [factor for factor in lookups.in_category("electricity") if factor.lab_id is not None]
    swiss = lookups.by_code.get(_SWISS_MIX)
    candidates = own or ([swiss] if swiss else [])
    return lookups.choose(candidates, _UNIT, row.day, category="electricity")


_HOURS = Decimal(_HOURS_OF_A_WEEK + 1)
KIND = Kind(
    name="equipment",
    fields=(
        Field(
            "equipment_id",
            required=True,
            fixed=True,
            longest=100,
            synonyms=synonyms(
                "id, inventory number, device id, asset id, numéro d'inventaire,"
                " no d'inventaire, id équipement, Inventarnummer, Geräte-ID, Gerätenummer"
            ),
        ),
        Field(
            "name",
            required=True,
            fixed=True,
            synonyms=synonyms(
                "equipment, equipment name, device, device name, nom, équipement, appareil,"
                " nom de l'équipement, Gerät, Gerätename, Bezeichnung"
            ),
        ),
        Field(
            "equipment_class",
            required=True,
            fixed=True,
            longest=100,
            synonyms=synonyms(
                "class, device class, equipment type, classe, classe d'équipement,"
                " type d'équipement, Klasse, Geräteklasse, Gerätetyp"
            ),
        ),
        Field(
            "sub_class",
            fixed=True,
            longest=100,
            synonyms=synonyms("subclass, equipment sub class, sous-classe, Unterklasse"),
        ),
        Field(
            "active_usage_hours_per_week",
            FieldType.NUMBER,
            below=_HOURS,
            unit="h",
            synonyms=synonyms(
                "active hours, active hours per week, active usage, hours active,"
                " heures actives, heures actives par semaine, utilisation active,"
                " Betriebsstunden, Betriebsstunden pro Woche, aktive Stunden pro Woche"
            ),
        ),
        Field(
            "standby_usage_hours_per_week",
            FieldType.NUMBER,
            below=_HOURS,
            unit="h",
            synonyms=synonyms(
                "standby hours, standby hours per week, passive usage, hours standby,"
                " heures en veille, heures en veille par semaine, Standby-Stunden,"
                " Standby-Stunden pro Woche, Bereitschaftsstunden"
            ),
        ),
        Field(
            "active_power_w",
            FieldType.NUMBER,
            fixed=True,
            unit="W",
            synonyms=synonyms(
                "active power in w, puissance active en w, Leistung im Betrieb in W,"
                " active power, power, power w, puissance active, puissance, puissance w,"
                " Leistung, Leistung W, Leistung aktiv, Leistung im Betrieb"
            ),
        ),
        Field(
            "standby_power_w",
            FieldType.NUMBER,
            fixed=True,
            unit="W",
            synonyms=synonyms(
                "standby power in w, puissance en veille en w, Leistung im Standby in W,"
                " standby power, puissance en veille, Standby-Leistung, Leistung Standby"
            ),
        ),
        FACTOR_CODE,
        DATE,
        *ALWAYS,
    ),
    amount="",
    mean=_mean,
)

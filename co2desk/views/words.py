"""The words of the window for the closed sets of the domain: types, states, roles, fields."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from co2desk.domain.activity import ActivityType
from co2desk.domain.factor import FactorType
from co2desk.domain.import_job import JobStatus
from co2desk.domain.roles import Role

_ROLES = {
    Role.VIEWER: QT_TRANSLATE_NOOP("Words", "reader"),
    Role.LAB_MEMBER: QT_TRANSLATE_NOOP("Words", "member"),
    Role.LAB_MANAGER: QT_TRANSLATE_NOOP("Words", "laboratory administrator"),
    Role.ADMIN: QT_TRANSLATE_NOOP("Words", "administrator"),
}
_TYPES = {
    ActivityType.TRAVEL: QT_TRANSLATE_NOOP("Words", "travel"),
    ActivityType.ENERGY: QT_TRANSLATE_NOOP("Words", "energy"),
    ActivityType.PURCHASE: QT_TRANSLATE_NOOP("Words", "purchase"),
    ActivityType.SERVICE: QT_TRANSLATE_NOOP("Words", "service"),
}
_FACTOR_TYPES = {
    FactorType.TRAVEL: QT_TRANSLATE_NOOP("Words", "travel"),
    FactorType.ENERGY: QT_TRANSLATE_NOOP("Words", "energy"),
    FactorType.PURCHASE: QT_TRANSLATE_NOOP("Words", "purchase"),
    FactorType.CUSTOM: QT_TRANSLATE_NOOP("Words", "own factor"),
}
_JOBS = {
    JobStatus.PENDING: QT_TRANSLATE_NOOP("Words", "waiting"),
    JobStatus.PROCESSING: QT_TRANSLATE_NOOP("Words", "under way"),
    JobStatus.COMPLETED: QT_TRANSLATE_NOOP("Words", "committed"),
    JobStatus.FAILED: QT_TRANSLATE_NOOP("Words", "failed"),
    JobStatus.UNDONE: QT_TRANSLATE_NOOP("Words", "undone"),
}
_KINDS = {
    "activity": QT_TRANSLATE_NOOP("Words", "Activities"),
    "flight": QT_TRANSLATE_NOOP("Words", "Flights"),
    "train": QT_TRANSLATE_NOOP("Words", "Train journeys"),
    "fuel": QT_TRANSLATE_NOOP("Words", "Fuels"),
    "process_gas": QT_TRANSLATE_NOOP("Words", "Process gases"),
    "equipment": QT_TRANSLATE_NOOP("Words", "Equipment"),
    "purchase": QT_TRANSLATE_NOOP("Words", "Purchases"),
    "cloud": QT_TRANSLATE_NOOP("Words", "Cloud services"),
    "ai": QT_TRANSLATE_NOOP("Words", "AI services"),
    "facility": QT_TRANSLATE_NOOP("Words", "Research facilities"),
    "factor": QT_TRANSLATE_NOOP("Words", "Emission factors"),
}
_FIELDS = {
    "date": QT_TRANSLATE_NOOP("Words", "Date"),
    "activity_type": QT_TRANSLATE_NOOP("Words", "Activity type"),
    "category": QT_TRANSLATE_NOOP("Words", "Category"),
    "subcategory": QT_TRANSLATE_NOOP("Words", "Subcategory"),
    "quantity": QT_TRANSLATE_NOOP("Words", "Quantity"),
    "unit": QT_TRANSLATE_NOOP("Words", "Unit"),
    "factor_code": QT_TRANSLATE_NOOP("Words", "Emission factor"),
    "note": QT_TRANSLATE_NOOP("Words", "Note"),
    "lab_code": QT_TRANSLATE_NOOP("Words", "Laboratory"),
    "kg_co2eq": QT_TRANSLATE_NOOP("Words", "kg CO₂e (override)"),
    "origin_iata": QT_TRANSLATE_NOOP("Words", "From (airport)"),
    "destination_iata": QT_TRANSLATE_NOOP("Words", "To (airport)"),
    "departure_date": QT_TRANSLATE_NOOP("Words", "Departure date"),
    "number_of_trips": QT_TRANSLATE_NOOP("Words", "Number of trips"),
    "cabin_class": QT_TRANSLATE_NOOP("Words", "Cabin class"),
    "user_institutional_id": QT_TRANSLATE_NOOP("Words", "Traveller (SCIPER)"),
    "origin_name": QT_TRANSLATE_NOOP("Words", "From (town)"),
    "origin_country_code": QT_TRANSLATE_NOOP("Words", "From (country)"),
    "destination_name": QT_TRANSLATE_NOOP("Words", "To (town)"),
    "destination_country_code": QT_TRANSLATE_NOOP("Words", "To (country)"),
    "name": QT_TRANSLATE_NOOP("Words", "Name"),
    "equipment_id": QT_TRANSLATE_NOOP("Words", "Equipment number"),
    "equipment_class": QT_TRANSLATE_NOOP("Words", "Equipment class"),
    "sub_class": QT_TRANSLATE_NOOP("Words", "Equipment subclass"),
    "active_usage_hours_per_week": QT_TRANSLATE_NOOP("Words", "Hours active per week"),
    "standby_usage_hours_per_week": QT_TRANSLATE_NOOP("Words", "Hours on standby per week"),
    "active_power_w": QT_TRANSLATE_NOOP("Words", "Power when active (W)"),
    "standby_power_w": QT_TRANSLATE_NOOP("Words", "Power on standby (W)"),
    "supplier": QT_TRANSLATE_NOOP("Words", "Supplier"),
    "total_spent_amount": QT_TRANSLATE_NOOP("Words", "Amount spent"),
    "spent_amount": QT_TRANSLATE_NOOP("Words", "Amount spent"),
    "currency": QT_TRANSLATE_NOOP("Words", "Currency"),
    "purchase_institutional_code": QT_TRANSLATE_NOOP("Words", "Purchase code"),
    "purchase_additional_code": QT_TRANSLATE_NOOP("Words", "Additional purchase code"),
    "purchase_institutional_description": QT_TRANSLATE_NOOP("Words", "Purchase description"),
    "service_type": QT_TRANSLATE_NOOP("Words", "Service type"),
    "provider": QT_TRANSLATE_NOOP("Words", "Provider"),
    "usage_type": QT_TRANSLATE_NOOP("Words", "Usage type"),
    "requests_per_user_per_day": QT_TRANSLATE_NOOP("Words", "Requests per person and day"),
    "fte_count": QT_TRANSLATE_NOOP("Words", "Full-time equivalents"),
    "researchfacility_id": QT_TRANSLATE_NOOP("Words", "Facility number"),
    "researchfacility_name": QT_TRANSLATE_NOOP("Words", "Facility"),
    "researchfacility_type": QT_TRANSLATE_NOOP("Words", "Facility type"),
    "use": QT_TRANSLATE_NOOP("Words", "Use"),
    "use_unit": QT_TRANSLATE_NOOP("Words", "Unit of use"),
    "code": QT_TRANSLATE_NOOP("Words", "Code"),
    "value": QT_TRANSLATE_NOOP("Words", "Value"),
    "source": QT_TRANSLATE_NOOP("Words", "Source"),
    "valid_from": QT_TRANSLATE_NOOP("Words", "Valid from"),
    "valid_to": QT_TRANSLATE_NOOP("Words", "Valid until"),
}


def _word(text: object) -> str:
    return QCoreApplication.translate("Words", str(text))


def role_word(role: Role) -> str:
    """What a role is called."""
    return _word(_ROLES[role])


def type_word(activity_type: ActivityType) -> str:
    """What a type of activity is called."""
    return _word(_TYPES[activity_type])


def factor_type_word(factor_type: FactorType) -> str:
    """What a family of factors is called."""
    return _word(_FACTOR_TYPES[factor_type])


def job_word(status: JobStatus) -> str:
    """What the state of an import is called."""
    return _word(_JOBS[status])


def kind_word(kind: str) -> str:
    """What a kind of file is called; an unknown one keeps its name."""
    return _word(_KINDS.get(kind, kind))


def field_word(field: str) -> str:
    """What a field of a kind is called; an unknown one keeps its name."""
    return _word(_FIELDS.get(field, field))


def no_factor() -> str:
    """What stands where CO2e is not known: never a zero."""
    return QCoreApplication.translate("Words", "— no factor")

"""What the example row of each kind's template says, and what a template fills in beforehand."""

from collections.abc import Mapping, Sequence

EXAMPLES: Mapping[str, Mapping[str, str]] = {
    "activity": {
        "date": "2025-03-12",
        "activity_type": "energy",
        "category": "electricity",
        "subcategory": "grid",
        "quantity": "1217.5",
        "unit": "kWh",
        "factor_code": "CH-ELECTRICITY",
    },
    "flight": {
        "origin_iata": "GVA",
        "destination_iata": "CDG",
        "departure_date": "2025-03-12",
        "number_of_trips": "2",
        "cabin_class": "economy",
    },
    "train": {
        "origin_name": "Lausanne",
        "origin_country_code": "CH",
        "destination_name": "Paris",
        "destination_country_code": "FR",
        "departure_date": "2025-03-12",
        "number_of_trips": "2",
    },
    "fuel": {"name": "natural_gas", "unit": "kWh", "quantity": "1200"},
    "process_gas": {"category": "refrigerant", "subcategory": "R134a", "quantity": "2.5"},
    "equipment": {
        "equipment_id": "INV-1042",
        "name": "-80 °C",
        "equipment_class": "freezer",
        "active_usage_hours_per_week": "100",
        "standby_usage_hours_per_week": "68",
        "active_power_w": "500",
        "standby_power_w": "100",
    },
    "purchase": {
        "name": "Ethanol",
        "supplier": "Example SA",
        "quantity": "10",
        "total_spent_amount": "250.40",
        "currency": "CHF",
        "purchase_institutional_code": "325199",
    },
    "cloud": {
        "service_type": "compute",
        "provider": "Example Cloud",
        "spent_amount": "1200",
        "currency": "EUR",
    },
    "ai": {
        "provider": "Example AI",
        "usage_type": "text",
        "requests_per_user_per_day": "5_20",
        "fte_count": "4.5",
    },
    "facility": {
        "researchfacility_id": "F-7",
        "researchfacility_name": "Microscopy",
        "use": "42",
        "use_unit": "h",
    },
    "factor": {
        "code": "MY-HEAT",
        "name": "District heating",
        "category": "district heating",
        "value": "0.0812",
        "unit": "kWh",
        "source": "Supplier 2025",
        "valid_from": "2025-01-01",
        "valid_to": "2025-12-31",
    },
}

FILLED_IN_BEFOREHAND: Mapping[str, Sequence[Mapping[str, str]]] = {
    "fuel": (
        {"name": "natural_gas", "unit": "kWh"},
        {"name": "heating_oil", "unit": "kWh"},
        {"name": "biomethane", "unit": "kWh"},
        {"name": "propane", "unit": "kg"},
        {"name": "pellets", "unit": "kg"},
        {"name": "forest_chips", "unit": "kg"},
        {"name": "wood_logs", "unit": "kg"},
    ),
}

"""Activities as a person types them into a form, for tests that only need some to be there."""

from datetime import date


def entry(
    lab: str,
    category: str,
    subcategory: str,
    quantity: str,
    unit: str = "kWh",
    day: date = date(2025, 3, 1),
    **more: str,
) -> dict[str, str]:
    """Energy of a laboratory; `more` are further fields of the form."""
    return {
        "date": day.isoformat(),
        "activity_type": "energy",
        "category": category,
        "subcategory": subcategory,
        "quantity": quantity,
        "unit": unit,
        "lab_code": lab,
        **more,
    }


def gas(
    lab: str, quantity: str = "1200", day: date = date(2025, 3, 1), **more: str
) -> dict[str, str]:
    """Natural gas in kWh, whose factor is 0.24 kg."""
    return entry(lab, "combustion", "natural_gas", quantity, day=day, **more)

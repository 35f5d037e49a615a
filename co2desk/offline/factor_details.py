"""What the name and category of a shipped factor say about the activity it is the factor of.

Only a factor that stands for the whole of an activity gets a mode or a carrier. Parts of one (well
to tank, transmission and distribution, flights without radiative forcing) are left without, so
that a search by mode or carrier never takes a part for the whole; they are found by code.
"""

import re
from dataclasses import replace

from co2desk.domain.factor import EmissionFactor, FactorType

_UK = "UKGOV-"
_HEATING_VALUE = re.compile(r"\b(net|gross) CV\b")
_CURRENCY = re.compile(r"[A-Z]{3}")
_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")

_HAULS = {
    "Domestic": "domestic",
    "Short-haul": "short",
    "Long-haul": "long",
    "International": "international",
}
_CABINS = {
    "Average passenger": "",
    "Economy class": "economy",
    "Premium economy class": "premium_economy",
    "Business class": "business",
    "First class": "first",
}
_LAND_MODES = {
    "Cars (by market segment)": "car",
    "Cars (by size)": "car",
    "Motorbike": "motorbike",
    "Taxis": "taxi",
    "Bus": "bus",
}
_RAIL = {
    "National rail": ("train", ""),
    "International rail": ("train", "international"),
    "Light rail and tram": ("tram", ""),
    "London Underground": ("metro", ""),
}


def with_details(factor: EmissionFactor) -> EmissionFactor:
    """The factor with mode, haul, cabin, country, carrier, heating value, code and currency.

    A detail that the catalogue does not tell stays empty. `country` is ISO 3166; factors of the UK
    Government are for `GB`, those without a country of their own are for anywhere.
    """
    if factor.code.startswith(_UK):
        factor = replace(_uk_details(factor), country="GB")
    else:
        factor = _laboratory_details(factor)
    heating_value = _HEATING_VALUE.search(factor.name)
    return replace(factor, heating_value=heating_value[1]) if heating_value else factor


def _laboratory_details(factor: EmissionFactor) -> EmissionFactor:
    if factor.factor_type is FactorType.PURCHASE:
        return replace(
            factor,
            currency=factor.unit if _CURRENCY.fullmatch(factor.unit) else "",
            purchase_code=factor.subcategory if factor.category == "spend" else "",
        )
    match factor.category:
        case "plane":
            haul, cabin = factor.subcategory.split("/")
            return replace(factor, mode="plane", haul=haul, cabin_class=cabin)
        case "train":
            return replace(factor, mode="train", country=factor.subcategory)
        case "electricity":
            return replace(factor, carrier="electricity", country=factor.code[:2])
        case "combustion":
            return replace(factor, carrier=factor.subcategory)
        case "process_gas":
            return replace(factor, carrier=factor.code.removeprefix("GAS-").lower())
        case _:
            return replace(factor, mode=factor.category)


def _uk_details(factor: EmissionFactor) -> EmissionFactor:
    parts = factor.name.split(", ")
    match factor.category:
        case "Business travel- air" if parts[-1] == "With RF":
            haul, cabin = _HAULS[parts[1]], _CABINS[parts[-2]]
            return replace(factor, mode="plane", haul=haul, cabin_class=cabin)
        case "Business travel- land" if factor.subcategory == "Rail":
            mode, haul = _RAIL[parts[1]]
            return replace(factor, mode=mode, haul=haul)
        case "Business travel- land":
            return replace(factor, mode=_LAND_MODES[factor.subcategory])
        case "Business travel- sea":
            return replace(factor, mode="ferry")
        case "Fuels" | "Bioenergy" | "Heat and steam":
            fuel = factor.name.removeprefix(f"{factor.subcategory}, ").removesuffix(", kWh")
            return replace(factor, carrier=_slug(_HEATING_VALUE.sub("", fuel)))
        case "UK electricity":
            return replace(factor, carrier="electricity")
        case _:
            return factor


def _slug(text: str) -> str:
    return _NOT_A_LETTER.sub("_", text.lower()).strip("_")

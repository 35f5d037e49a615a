"""Kind `process_gas`: gases that the laboratory's processes and coolers set free."""

import re

from co2desk.domain.activity import ActivityType
from co2desk.domain.factor import EmissionFactor
from co2desk.domain.plain_words import plain_words
from co2desk.importing.kinds.common import ALWAYS, DATE, QUANTITY, UNIT
from co2desk.importing.kinds.factoring import at, meaning_with_factor
from co2desk.importing.kinds.field import Field, FieldType, synonyms
from co2desk.importing.kinds.kind import Kind, Meaning, RowValues
from co2desk.importing.lookups import Lookups

_REFRIGERANT = re.compile(r"(?:hfc|hcfc|cfc|pfc|freon|frigen|r)?([0-9]{2,4}[a-z]{0,3})")
_FORMULAS = {
    word.replace(" ", ""): formula
    for formula, words in {
        "co2": ("carbon dioxide", "dioxyde de carbone", "kohlendioxid", "kohlenstoffdioxid"),
        "ch4": ("methane", "methan"),
        "n2o": (
            "nitrous oxide",
            "protoxyde d azote",
            "oxyde nitreux",
            "lachgas",
            "distickstoffmonoxid",
        ),
        "nf3": ("nitrogen trifluoride", "trifluorure d azote", "stickstofftrifluorid"),
        "sf6": (
            "sulfur hexafluoride",
            "sulphur hexafluoride",
            "hexafluorure de soufre",
            "schwefelhexafluorid",
        ),
        "r14": ("cf4", "tetrafluoromethane", "tetrafluoromethan"),
        "r23": ("chf3", "trifluoromethane", "trifluormethan"),
        "r116": ("c2f6", "hexafluoroethane"),
        "r218": ("c3f8", "octafluoropropane"),
        "r318": ("c4f8", "octafluorocyclobutane", "rc318"),
        "r290": ("propane", "propan"),
    }.items()
    for word in words
}


def gas_name(text: str) -> str:
    """A gas by its formula or refrigerant number: `HFC-134a` is `r134a`, `Lachgas` is `n2o`."""
    squeezed = plain_words(text).replace(" ", "")
    numbered = _REFRIGERANT.fullmatch(squeezed)
    return f"r{numbered[1]}" if numbered else _FORMULAS.get(squeezed, squeezed)


def _mean(row: RowValues, lookups: Lookups) -> Meaning:
    """Kg of gas x its global warming potential over 100 years (IPCC AR5)."""
    written = [text for text in (row.text("subcategory"), row.text("category")) if text]
    unit = row.text("unit") or "kg"
    candidates: list[EmissionFactor] = []
    gas = gas_name(written[0])
    for text in written:
        named = [
            factor
            for factor in lookups.in_category("process_gas")
            if gas_name(text) in _names(factor)
        ]
        if named:
            candidates, gas = named, gas_name(text)
            break
    field_name = "subcategory" if row.text("subcategory") else "category"
    found = lookups.choose(candidates, unit, row.day, category=written[0])
    return meaning_with_factor(
        lookups,
        ActivityType.ENERGY,
        "process_gas",
        gas,
        unit,
        at(field_name, found),
        attributes={"category": row.text("category")},
    )


def _names(factor: EmissionFactor) -> tuple[str, ...]:
    last_word = factor.name.rpartition(" ")[2]
    return (
        factor.carrier,
        gas_name(last_word),
        gas_name(factor.name),
    )


KIND = Kind(
    name="process_gas",
    fields=(
        Field(
            "category",
            required=True,
            fixed=True,
            longest=100,
            synonyms=synonyms(
                "gas, gas category, process gas, gaz, catégorie, type de gaz, Gas, Kategorie,"
                " Gasart, Prozessgas"
            ),
        ),
        Field(
            "subcategory",
            fixed=True,
            longest=100,
            synonyms=synonyms(
                "sub category, refrigerant, gas name, sous-catégorie, réfrigérant,"
                " fluide frigorigène, nom du gaz, Unterkategorie, Kältemittel, Gasname"
            ),
        ),
        Field(
            "quantity",
            FieldType.NUMBER,
            required=True,
            unit="kg",
            synonyms=(
                *QUANTITY.synonyms,
                *synonyms("quantity kg, mass, mass kg, masse, quantité kg, Menge kg, Masse, kg"),
            ),
        ),
        Field("unit", FieldType.UNIT, fixed=True, synonyms=UNIT.synonyms),
        DATE,
        *ALWAYS,
    ),
    amount="quantity",
    mean=_mean,
)

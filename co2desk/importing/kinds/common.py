"""Fields that every kind of file accepts."""

from decimal import Decimal

from co2desk.importing.kinds.field import Field, FieldType, synonyms

NOTE = Field(
    "note",
    free=True,
    longest=1000,
    synonyms=synonyms(
        "notes, comment, comments, remark, remarks, remarque, remarques, commentaire,"
        " commentaires, Bemerkung, Bemerkungen, Kommentar, Notiz, Anmerkung"
    ),
)
LAB_CODE = Field(
    "lab_code",
    FieldType.LAB,
    fixed=True,
    longest=50,
    synonyms=synonyms(
        "unit_institutional_id, lab, laboratory, laboratory code, unit id, laboratoire,"
        " code laboratoire, code du laboratoire, Labor, Laborcode, Labor-Code,"
        " Organisationseinheit"
    ),
)
OVERRIDE = Field(
    "kg_co2eq",
    FieldType.NUMBER,
    unit="kg",
    below=Decimal(10) ** 11,
    synonyms=synonyms(
        "total in kg co2e, total en kg co2e, kg co2e, co2e kg, kgco2e, kg co2, co2 kg, co2eq,"
        " co2e, emissions kg co2e, émissions kg co2e, Emissionen kg CO2e"
    ),
)
DATE = Field(
    "date",
    FieldType.DATE,
    synonyms=synonyms(
        "day, invoice date, activity date, posting date, jour, date facture, date de facture,"
        " date de l'activité, Datum, Tag, Rechnungsdatum, Buchungsdatum, Belegdatum"
    ),
)
FACTOR_CODE = Field(
    "factor_code",
    FieldType.FACTOR,
    fixed=True,
    synonyms=synonyms(
        "factor, emission factor, emission factor code, ef code, facteur, code facteur,"
        " code du facteur, facteur d'émission, Faktor, Faktorcode, Faktor-Code,"
        " Emissionsfaktor"
    ),
)
QUANTITY = Field(
    "quantity",
    FieldType.NUMBER,
    required=True,
    synonyms=synonyms(
        "amount, qty, consumption, usage, volume, quantité, qté, consommation, montant, Menge,"
        " Anzahl, Verbrauch, Quantität"
    ),
)
UNIT = Field(
    "unit",
    FieldType.UNIT,
    required=True,
    fixed=True,
    synonyms=synonyms(
        "units, unit of measure, uom, unité, unités, unité de mesure, Einheit, Einheiten,"
        " Masseinheit, Maßeinheit, ME"
    ),
)
ALWAYS = (NOTE, LAB_CODE, OVERRIDE)

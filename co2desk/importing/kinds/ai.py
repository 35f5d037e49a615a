"""Kind `ai`: use of AI assistants, by people and their habits."""

from decimal import Decimal

from co2desk.domain.activity import ActivityType
from co2desk.importing.kinds.cloud import PROVIDER
from co2desk.importing.kinds.common import ALWAYS, DATE
from co2desk.importing.kinds.factoring import at
from co2desk.importing.kinds.field import Field, FieldType, synonyms
from co2desk.importing.kinds.kind import Kind, Meaning, RowValues
from co2desk.importing.lookups import Lookups

_WORKING_DAYS = 235
_MIDPOINTS = {
    "1_5": Decimal(3),
    "5_20": Decimal("12.5"),
    "20_100": Decimal(60),
    "gt_100": Decimal(100),
}
_UNIT = "request"


def _mean(row: RowValues, lookups: Lookups) -> Meaning:
    """Requests a year = midpoint of the range x 235 working days x FTE.

    Factors: EcoLogits; Luccioni et al. 2024, doi 10.1145/3630106.3658542.
    """
    usage = row.text("usage_type")
    requests = row.text("requests_per_user_per_day")
    found = lookups.choose(lookups.in_category("ai", usage), _UNIT, row.day, category=f"ai {usage}")
    return Meaning(
        ActivityType.SERVICE,
        "ai",
        usage,
        _UNIT,
        at("usage_type", found),
        per_amount=_MIDPOINTS[requests] * _WORKING_DAYS,
        attributes={"provider": row.text("provider"), "requests_per_user_per_day": requests},
    )


def _ranges(low: int, high: int) -> tuple[str, ...]:
    """The words for a range of requests a day, in three languages."""
    spans = (f"{low}-{high}", f"{low} to {high}", f"{low} à {high}", f"{low} bis {high}")
    behind = (
        "",
        " times per day",
        " times a day",
        " per day",
        " requests per day",
        " fois par jour",
        " par jour",
        " requêtes par jour",
        " mal pro Tag",
        " pro Tag",
        " Anfragen pro Tag",
    )
    return tuple(span + words for span in spans for words in behind)


def _above(limit: int) -> tuple[str, ...]:
    before = (">", "> ", "gt ", "more than ", "over ", "plus de ", "mehr als ", "über ")
    behind = ("", " times per day", " times a day", " per day", " fois par jour", " par jour")
    german = (" mal pro Tag", " pro Tag")
    return tuple(f"{word}{limit}{rest}" for word in before for rest in (*behind, *german))


KIND = Kind(
    name="ai",
    fields=(
        PROVIDER,
        Field(
            "usage_type",
            FieldType.CHOICE,
            required=True,
            fixed=True,
            choices={
                "text": ("texte", "chat", "Texte"),
                "code": ("coding", "programming", "programmation", "Programmierung"),
                "image": ("images", "picture", "Bild", "Bilder"),
            },
            synonyms=synonyms(
                "type of use, usage, type of usage, use, type d'utilisation, utilisation,"
                " usage type, Nutzung, Nutzungsart, Art der Nutzung"
            ),
        ),
        Field(
            "requests_per_user_per_day",
            FieldType.CHOICE,
            required=True,
            choices={
                "1_5": _ranges(1, 5),
                "5_20": _ranges(5, 20),
                "20_100": _ranges(20, 100),
                "gt_100": _above(100),
            },
            synonyms=synonyms(
                "requests per person and day, requêtes par personne et par jour, requests,"
                " requests per day, frequency, frequency of use, requêtes par jour,"
                " requêtes par utilisateur et par jour, fréquence, fréquence d'utilisation,"
                " Anfragen pro Tag, Anfragen pro Person und Tag, Häufigkeit"
            ),
        ),
        Field(
            "fte_count",
            FieldType.NUMBER,
            required=True,
            unit="FTE",
            below=Decimal(100_000),
            synonyms=synonyms(
                "people, people fte, personnes, personnes ept, Personen, Personen VZÄ, fte,"
                " users, number of users, number of fte, ept, etp, nombre d'ept,"
                " nombre d'utilisateurs, utilisateurs, VZÄ, Anzahl VZÄ, Nutzer, Anzahl Nutzer"
            ),
        ),
        DATE,
        *ALWAYS,
    ),
    amount="fte_count",
    mean=_mean,
)

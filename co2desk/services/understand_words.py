"""What the words of a file in preparation are taken for, and what else they could mean."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from co2desk.domain.factor import EmissionFactor
from co2desk.domain.progress import Progress
from co2desk.importing.answers import is_purchase_code
from co2desk.importing.find_factors import FoundFactor, find_factors
from co2desk.importing.kinds.registry import KINDS
from co2desk.importing.lookups import Lookups
from co2desk.importing.vocabulary import Vocabulary, vocabulary
from co2desk.services.preparation.workbench import Workbench


def words_of(bench: Workbench, progress: Progress) -> Vocabulary:
    """The words of the file under the choices as they are, with what corrections said of them.

    Raises:
        UnusableInput: UNKNOWN_LABORATORY.
        Cancelled: asked for through `progress`.
    """
    progress.report(0, None, "reading")
    inspection = bench.standing.inspection
    columns = {at: one.field for at, one in enumerate(inspection.columns) if one.field}
    choices = replace(bench.choices, values=bench.meanings)
    lookups = Lookups(bench.reference, choices, choices.year or 0)
    return vocabulary(bench.table, inspection.kind, columns, choices, lookups)


def factors_for(bench: Workbench, text: str, field: str) -> Sequence[FoundFactor]:
    """The factors that may stand for a word of `field` and answer the words of `text`, best first.

    For what was bought these are the factors by amount of money.
    """
    choices = bench.choices
    lookups = Lookups(bench.reference, choices, choices.year or 0)
    factors: Iterable[EmissionFactor] = lookups.factors
    kind = KINDS.get(bench.standing.inspection.kind)
    named = kind.by_name.get(field) if kind is not None else None
    if named is not None and is_purchase_code(named):
        currencies = {currency for currency, _year in lookups.reference.rates}
        factors = [factor for factor in factors if factor.unit in currencies]
    return find_factors(factors, text)

"""Full-text search in the factors at hand, with or without a database."""

from collections.abc import Iterable
from dataclasses import dataclass

from co2desk.domain.factor import EmissionFactor
from co2desk.domain.plain_words import plain_words

_FILLERS = frozenset(
    ["and", "of", "the", "for", "de", "des", "du", "les", "et", "und", "der", "die", "das", "fur"]
)
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class FoundFactor:
    """A factor and how well it answers the words, 0 to 1."""

    factor: EmissionFactor
    fit: float


def find_factors(
    factors: Iterable[EmissionFactor], text: str, limit: int = 100
) -> tuple[FoundFactor, ...]:
    """The factors that hold any word of `text`, the best first; with no words, all by code.

    Words are found in code, name, category, subcategory and purchase code, in any order and
    without regard to accents and case. A word also counts where it only begins alike, as
    chemical and chemicals do.
    """
    wanted = [word for word in plain_words(text).split() if word not in _FILLERS]
    found = []
    for factor in factors:
        fit = _fit(wanted, factor) if wanted else 1.0
        if fit:
            found.append(FoundFactor(factor, fit))
    found.sort(key=lambda one: (-one.fit, one.factor.code))
    return tuple(found[:limit])


def _fit(wanted: list[str], factor: EmissionFactor) -> float:
    texts = (factor.code, factor.name, factor.category, factor.subcategory, factor.purchase_code)
    words = set(plain_words(" ".join(texts)).split())
    return sum(_best(word, words) for word in wanted) / len(wanted)


def _best(word: str, words: set[str]) -> float:
    if word in words:
        return 1.0
    stem = word[: max(_SHORTEST_STEM, len(word) - 3)]
    long_enough = len(stem) >= _SHORTEST_STEM
    return 0.7 if long_enough and any(one.startswith(stem) for one in words) else 0.0

"""Names of towns and stations brought to one spelling, so that people's spellings find them."""

from co2desk.domain.plain_words import plain_words

# What railways put behind the town: Genève Cornavin, Zürich HB, Paris Gare de Lyon.
_BEHIND_THE_TOWN = """
    airport aeroport aeroporto flughafen
    bahnhof bf bhf hb hbf hauptbahnhof sbb cff ffs badischer bad
    gare station stazione tgv ville centre center central centraal centrale
    nord sud est ouest ost west north south east midi zuid
    austerlitz bercy montparnasse lazare saint st de du la le lyon
    cornavin part dieu perrache chatelet porta garibaldi termini tiburtina lucia santa
    pancras king kings cross euston paddington victoria waterloo international intl
"""
_STATION_WORDS = frozenset(_BEHIND_THE_TOWN.split())


def place_key(name: str) -> str:
    """The spelling under which a place is found: lower case, no accents, single spaces.

    `Genève`, `GENEVE` and `geneve` have one key; so have `Aix-les-Bains` and `aix les bains`.
    The key of a key is the key itself. A name without a Latin letter or digit has the key "".
    """
    return plain_words(name)


def place_keys(name: str) -> tuple[str, ...]:
    """The keys to look a station up by, the most exact first.

    Words that railways put behind the town are dropped from the end one by one, so
    `Paris Gare de Lyon` is tried whole and then down to `paris`; the first word always stays.
    """
    words = place_key(name).split()
    keys = [" ".join(words)]
    while len(words) > 1 and words[-1] in _STATION_WORDS:
        words.pop()
        keys.append(" ".join(words))
    return tuple(keys)

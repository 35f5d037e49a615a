"""How likely people are to use a delimiter, before a text is looked at."""

_PRIOR = {
    ",": 1.0,
    ";": 1.02,
    "\t": 1.04,
    "|": 1.02,
    "¦": 1.0,
    "§": 1.0,
    "^": 0.95,
    "~": 0.95,
    "\x1f": 1.0,
    "\x01": 1.0,
    "\x1e": 1.0,
    "#": 0.55,
    "*": 0.6,
    ":": 0.5,
    "!": 0.5,
    "&": 0.45,
    "$": 0.45,
    "%": 0.45,
    "@": 0.45,
    "=": 0.42,
    "+": 0.4,
    "\\": 0.4,
    "/": 0.42,
    "-": 0.25,
    "_": 0.3,
    " ": 0.62,
    "<": 0.3,
    ">": 0.3,
}
_OTHER_PRIOR = 0.45
_LONG_PRIOR = 1.0


def prior(delimiter: str) -> float:
    """About 1 for what tables are usually written with, less for what words are full of."""
    if len(delimiter) > 1:
        return _LONG_PRIOR
    return _PRIOR.get(delimiter, _OTHER_PRIOR)

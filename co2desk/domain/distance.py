"""How far a trip goes: great circles, and the detours that planes and trains make."""

from decimal import ROUND_HALF_UP, Decimal
from math import asin, cos, radians, sin, sqrt

EARTH_RADIUS_KM = 6371.0088
"""Mean radius R1 of the Earth (IUGG; Moritz 2000, Geodetic Reference System 1980)."""

PLANE_DETOUR_KM = Decimal(95)
"""Added to the great circle of every flight (EN 16258:2012; also Labos 1point5)."""

TRAIN_DETOUR = Decimal("1.2")
"""Rails are longer than the great circle by this factor (Labos 1point5, GES 1point5 method)."""

SHORT_HAUL_BELOW_KM = Decimal(2500)
"""Where the shipped plane factors divide into short and long haul."""

_METRE = Decimal("0.001")


def great_circle_km(
    latitude: float, longitude: float, other_latitude: float, other_longitude: float
) -> Decimal:
    """Great-circle distance in km, rounded to the metre; coordinates in degrees north and east.

    Haversine formula (R. W. Sinnott, "Virtues of the Haversine", Sky & Telescope 68, 1984), on a
    sphere of the mean Earth radius: at most 0.56 % off the WGS 84 ellipsoid.
    """
    phi, other_phi = radians(latitude), radians(other_latitude)
    half_north = (other_phi - phi) / 2
    half_east = radians(other_longitude - longitude) / 2
    chord = sin(half_north) ** 2 + cos(phi) * cos(other_phi) * sin(half_east) ** 2
    kilometres = 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(chord)))
    return Decimal(kilometres).quantize(_METRE, rounding=ROUND_HALF_UP)


def plane_km(great_circle: Decimal) -> Decimal:
    """Kilometres flown on one trip whose ends are `great_circle` km apart."""
    return great_circle + PLANE_DETOUR_KM


def train_km(great_circle: Decimal) -> Decimal:
    """Kilometres by rail on one trip whose ends are `great_circle` km apart."""
    return great_circle * TRAIN_DETOUR


def is_short_haul(flown_km: Decimal) -> bool:
    """Whether a flight of so many kilometres (with the detour) takes the short-haul factor."""
    return flown_km < SHORT_HAUL_BELOW_KM

import pytest

from co2desk.views.colours import DARK, LIGHT, SERIES, ColourScheme

SCHEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=lambda colours: colours.name)
SURFACES = ("window", "base", "alternate")


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two #RRGGBB colours, 1 to 21 (WCAG 2.2, relative luminance)."""

    def luminance(colour: str) -> float:
        channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
        red, green, blue = (
            channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
            for channel in channels
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_that_contrast_is_the_published_ratio() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


@SCHEMES
@pytest.mark.parametrize("surface", SURFACES)
def test_that_texts_are_legible_on_every_surface(colours: ColourScheme, surface: str) -> None:
    for role in ("text", "secondary", "error", "warning", "good", "accent"):
        assert contrast(getattr(colours, role), getattr(colours, surface)) >= 4.5, role


@SCHEMES
@pytest.mark.parametrize("surface", SURFACES)
def test_that_borders_can_be_seen_on_every_surface(colours: ColourScheme, surface: str) -> None:
    assert contrast(colours.border, getattr(colours, surface)) >= 3


@SCHEMES
def test_that_states_are_legible_on_their_tint(colours: ColourScheme) -> None:
    for role in ("error", "warning", "good", "accent"):
        tint = getattr(colours, f"{role}_tint")
        assert contrast(getattr(colours, role), tint) >= 4.5, role
        assert contrast(colours.text, tint) >= 4.5, role


@SCHEMES
def test_that_the_primary_button_and_selection_are_legible(colours: ColourScheme) -> None:
    assert contrast(colours.on_accent, colours.accent) >= 4.5
    assert contrast(colours.text, colours.hover) >= 4.5


@SCHEMES
def test_that_chart_series_are_distinct_from_the_base(colours: ColourScheme) -> None:
    assert len(set(SERIES)) == len(SERIES)
    for series in SERIES:
        assert contrast(series, colours.base) >= 2

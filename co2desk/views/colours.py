"""The two colour schemes: every colour the window draws with, by role."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ColourScheme:
    """Colours as #RRGGBB; `*_tint` are the backgrounds of states.

    `border` and the state colours keep 3:1 to the surfaces, texts 4.5:1 (WCAG 2.2, 1.4.3, 1.4.11).
    """

    name: str
    window: str
    base: str
    alternate: str
    text: str
    secondary: str
    border: str
    hairline: str
    hover: str
    accent: str
    on_accent: str
    accent_tint: str
    error: str
    error_tint: str
    warning: str
    warning_tint: str
    good: str
    good_tint: str


LIGHT = ColourScheme(
    name="light",
    window="#F6F7F8",
    base="#FFFFFF",
    alternate="#F1F3F5",
    text="#1B1F23",
    secondary="#57606A",
    border="#858D96",
    hairline="#DDE1E5",
    hover="#E9ECEF",
    accent="#0B6E69",
    on_accent="#FFFFFF",
    accent_tint="#DDF1EF",
    error="#B3261E",
    error_tint="#FDECEA",
    warning="#8A5300",
    warning_tint="#FFF4E0",
    good="#1E6B34",
    good_tint="#E4F4E9",
)

DARK = ColourScheme(
    name="dark",
    window="#1E2124",
    base="#17191C",
    alternate="#22262A",
    text="#E6E8EA",
    secondary="#A3ABB3",
    border="#6F7881",
    hairline="#33383D",
    hover="#2A2F34",
    accent="#3FB8AF",
    on_accent="#08201E",
    accent_tint="#173533",
    error="#FF8A80",
    error_tint="#3A1F1E",
    warning="#F2B455",
    warning_tint="#3A2E18",
    good="#6CC48A",
    good_tint="#182F20",
)

# Okabe and Ito (2008), "Color Universal Design"; black is replaced by grey to show on both bases.
SERIES = (
    "#0072B2",
    "#E69F00",
    "#009E73",
    "#D55E00",
    "#56B4E9",
    "#CC79A7",
    "#B8A800",
    "#8C8C8C",
)

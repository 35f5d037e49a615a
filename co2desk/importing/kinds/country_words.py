"""Countries as people write them, by ISO 3166 code: where trains from here go, and a few more."""

from collections.abc import Mapping

COUNTRIES: Mapping[str, tuple[str, ...]] = {
    code: tuple(map(str.strip, names.split(",")))
    for code, names in {
        "CH": "CHE, Switzerland, Suisse, Schweiz, Svizzera",
        "AT": "AUT, Austria, Autriche, Österreich",
        "BE": "BEL, Belgium, Belgique, Belgien",
        "BG": "BGR, Bulgaria, Bulgarie, Bulgarien",
        "CZ": "CZE, Czechia, Czech Republic, Tchéquie, République tchèque, Tschechien",
        "DE": "DEU, D, Germany, Allemagne, Deutschland",
        "DK": "DNK, Denmark, Danemark, Dänemark",
        "EE": "EST, Estonia, Estonie, Estland",
        "ES": "ESP, E, Spain, Espagne, Spanien",
        "FI": "FIN, Finland, Finlande, Finnland",
        "FR": "FRA, F, France, Frankreich",
        "GB": "GBR, UK, United Kingdom, Great Britain, England, Royaume-Uni, Grande-Bretagne, "
        "Angleterre, Grossbritannien, Vereinigtes Königreich",
        "GR": "GRC, EL, Greece, Grèce, Griechenland",
        "HR": "HRV, Croatia, Croatie, Kroatien",
        "HU": "HUN, Hungary, Hongrie, Ungarn",
        "IE": "IRL, Ireland, Irlande, Irland",
        "IT": "ITA, I, Italy, Italie, Italien, Italia",
        "LI": "LIE, Liechtenstein",
        "LT": "LTU, Lithuania, Lituanie, Litauen",
        "LU": "LUX, Luxembourg, Luxemburg",
        "LV": "LVA, Latvia, Lettonie, Lettland",
        "MC": "MCO, Monaco",
        "NL": "NLD, Netherlands, Pays-Bas, Niederlande, Holland",
        "NO": "NOR, Norway, Norvège, Norwegen",
        "PL": "POL, Poland, Pologne, Polen",
        "PT": "PRT, P, Portugal",
        "RO": "ROU, Romania, Roumanie, Rumänien",
        "RS": "SRB, Serbia, Serbie, Serbien",
        "SE": "SWE, S, Sweden, Suède, Schweden",
        "SI": "SVN, Slovenia, Slovénie, Slowenien",
        "SK": "SVK, Slovakia, Slovaquie, Slowakei",
        "TR": "TUR, Turkey, Türkiye, Turquie, Türkei",
        "UA": "UKR, Ukraine",
        "CN": "CHN, China, Chine",
        "JP": "JPN, Japan, Japon",
        "US": "USA, United States, États-Unis, Vereinigte Staaten",
    }.items()
}

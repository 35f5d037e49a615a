"""Words for categories in English, French and German, as files use them."""


def _words(table: dict[str, str]) -> dict[str, tuple[str, ...]]:
    return {value: tuple(map(str.strip, text.split(","))) for value, text in table.items()}


FUELS = _words(
    {
        "natural_gas": "natural gas, gaz naturel, Erdgas, Naturgas",
        "heating_oil": ("heating oil, fuel oil, mazout, fioul, fioul domestique, Heizöl, Heizoel"),
        "biomethane": "biomethane, biogas, biométhane, biogaz, Biomethan",
        "propane": "propane gas, gaz propane, Propan, Propangas",
        "pellets": (
            "wood pellets, wood_pellets, granulés, granulés de bois, "
            "pellets de bois, Holzpellets, Pellet"
        ),
        "forest_chips": (
            "wood chips, forest wood chips, plaquettes, plaquettes forestières, "
            "copeaux de bois, Hackschnitzel, Waldhackschnitzel, Holzschnitzel, "
            "Waldholzschnitzel"
        ),
        "wood_logs": (
            "logs, firewood, bûches, bois de chauffage, bois bûche, Stückholz, "
            "Scheitholz, Brennholz"
        ),
    }
)
CABINS = _words(
    {
        "economy": ("eco, economy class, y, économique, classe économique, Economy-Klasse"),
        "premium economy": (
            "premium_economy, premium eco, premium, premium economy class, "
            "économique premium, premium économique, Premium-Economy"
        ),
        "business": (
            "business class, c, affaires, classe affaires, Business-Klasse, Geschäftsklasse"
        ),
        "first": (
            "first class, f, première, première classe, 1ère, 1re classe, "
            "First-Klasse, Erste, Erste Klasse"
        ),
    }
)
ACTIVITY_TYPES = _words(
    {
        "travel": (
            "trip, trips, travels, voyage, voyages, déplacement, déplacements, "
            "Reise, Reisen, Dienstreise, Dienstreisen, Mobilität"
        ),
        "energy": "énergie, énergies, Energie",
        "purchase": ("purchases, achat, achats, Einkauf, Einkäufe, Beschaffung, Beschaffungen"),
        "service": ("services, prestation, prestations, Dienstleistung, Dienstleistungen, Dienst"),
    }
)
CATEGORIES = _words(
    {
        "electricity": "power, électricité, electricité, courant, Strom, Elektrizität",
        "combustion": ("fuel, fuels, heating, combustibles, chauffage, Verbrennung, Heizung"),
        "process_gas": (
            "process gas, process gases, gaz de procédé, gaz de process, Prozessgas, Prozessgase"
        ),
        "plane": ("flight, flights, air, air travel, avion, vol, vols, Flug, Flüge, Flugzeug"),
        "train": "rail, railway, trains, chemin de fer, Zug, Züge, Bahn, Eisenbahn",
        "car": "cars, voiture, voitures, auto, Auto, Autos, PKW",
        "bus": "coach, autobus, autocar, autocars, Busse, Reisebus, Reisecar",
        "tram": "tramway, Strassenbahn, Straßenbahn",
        "motorbike": "motorcycle, moto, motos, Motorrad, Motorräder",
        "bicycle": "bike, bikes, vélo, vélos, Velo, Fahrrad, Fahrräder",
        "cloud": "cloud services, services cloud, nuage, Cloud-Dienste",
        "ai": (
            "artificial intelligence, ia, intelligence artificielle, KI, künstliche Intelligenz"
        ),
        "spend": "dépenses, Ausgaben",
    }
)

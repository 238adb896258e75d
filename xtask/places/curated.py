"""The places that people have written down in `gazetteer/base/`: their ids win over those of rows.

And the facts that people keep for the making of tables, in `gazetteer/sources/`.
"""

import csv
import json
import pathlib

from words import fold

PLACES = {"country", "region", "admin", "city", "district", "site", "water"}


class Curated:
    """The places of the curated files, by id, GeoNames number and name."""

    def __init__(self, folder):
        self.ids = set()
        self.places = {}
        self.by_geonames = {}
        self.full_names = set()
        self.all_names = set()
        self.acronyms = set()
        for path in sorted(pathlib.Path(folder).glob("*.json")):
            for entity in json.loads(path.read_text("utf-8"))["entities"]:
                self.ids.add(entity["id"])
                names = [n if isinstance(n, str) else n["text"] for n in entity.get("names", [])]
                self.all_names |= {fold(n) for n in [entity["name"], *names]}
                self.acronyms |= {fold(n).replace(".", "") for n in full_names(entity) if n.isupper()}
                if entity["type"] in PLACES:
                    self.places[entity["id"]] = entity
                    self.full_names |= {fold(n) for n in full_names(entity)}
                    number = entity.get("links", {}).get("geonames")
                    if number:
                        self.by_geonames[number] = entity["id"]

    def id_of(self, geonames):
        return self.by_geonames.get(geonames)

    def named(self, entity_type, names, country):
        """The id of the place of this type in this country that goes by one of these names as a full name."""
        wanted = {fold(n) for n in names}
        for entity in self.places.values():
            if entity["type"] == entity_type and country in entity.get("in", []):
                if wanted & {fold(n) for n in full_names(entity)}:
                    return entity["id"]
        return None


def full_names(entity):
    """The names of an entity that stand for it anywhere: no short forms, no demonyms."""
    yield entity["name"]
    for name in entity.get("names", []):
        if isinstance(name, str):
            yield name
        elif name.get("form", "name") in ("name", "native", "acronym"):
            yield name["text"]


def source(folder, name):
    """The rows of a file of facts as dictionaries; lists are split at bars, lines that begin with # are comments."""
    path = pathlib.Path(folder) / name
    lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def listed(cell):
    return [item for item in (cell or "").split("|") if item]

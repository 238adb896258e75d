"""Makes the derived tables: `python3 make.py DOWNLOADS GAZETTEER OUT`."""

import pathlib
import sys

import weak_words
from airports import Airports
from cities import Cities
from countries import Countries
from curated import Curated
from divisions import Divisions
from lexicon import Lexicon
from packages import Downloads, Fault


def tables(downloads, gazetteer):
    """The text of each table by its file's name."""
    curated = Curated(gazetteer / "base")
    sources = gazetteer / "sources"
    countries = Countries(downloads, curated)
    cities = Cities(downloads, countries, curated, sources)
    lexicon = Lexicon(downloads)
    divisions = Divisions(downloads, countries, curated, sources, lexicon.words["common"])
    divisions.prepare(cities)
    cities.give_ids(divisions)
    airports = Airports(downloads, countries, divisions, curated)
    made = {
        "countries.tsv": countries.table(),
        "divisions.tsv": divisions.first_table(cities),
        "second-divisions.tsv": divisions.second_table(cities),
        "cities.tsv": cities.large_table(divisions),
        "small-cities.tsv": cities.small_table(divisions),
        "airports.tsv": airports.large_table(),
        "small-airports.tsv": airports.small_table(),
    }
    made["weak-words.tsv"] = weak_words.table(made, curated, lexicon)
    return made


def main(downloads, gazetteer, out):
    out = pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    for name, table in tables(Downloads(downloads), pathlib.Path(gazetteer)).items():
        (out / name).write_text(table, "utf-8")


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except Fault as fault:
        sys.exit(str(fault))

"""The table of weak words: names in one word that are also something else."""

from packages import PACKAGES
from words import fold

PACKAGES_READ = ["dictionary-en", "names", "cldr-localenames-full"]


def table(tables, curated, lexicon):
    """The words of these tables and of the curated entities for which there is a reason."""
    forms = set(curated.all_names)
    for text in tables.values():
        header, *rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
        columns = [header.index(c) for c in ("name", "names", "short", "demonyms") if c in header]
        forms |= {fold(n) for row in rows for c in columns for n in row[c].split("|")}
    words = {word: lexicon.reasons(word) for word in forms if word.isascii() and word.isalpha()}
    lines = [
        "# Names of places and actors in one word that are also common words, frequent names of people, of the calendar or of languages",
        "# Made by `cargo xtask gazetteer`; edit what it is made of, not this file.",
        *(f"# Source: {PACKAGES[p].credit()}" for p in PACKAGES_READ),
        "# Licence: CC BY 4.0; see ../ATTRIBUTION.md",
        "word\treasons",
    ]
    lines += [f"{word}\t{'|'.join(reasons)}" for word, reasons in sorted(words.items()) if reasons]
    return "\n".join(lines) + "\n"

"""Words that are also something else than names: common words, surnames, first names, the calendar, languages."""

import re

CALENDAR = (
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday"
)
# The least share of all people in the United States, in percent, with which a name counts as frequent.
FREQUENT = {"surname": 0.004, "first-name": 0.008}


class Lexicon:
    """What each word is besides a name, by reason."""

    def __init__(self, downloads):
        self.words = {
            "common": common_words(downloads.text("dictionary-en", "index.dic"), downloads.text("dictionary-en", "index.aff")),
            "surname": census(downloads, "dist.all.last", FREQUENT["surname"]),
            "first-name": census(downloads, "dist.male.first", FREQUENT["first-name"])
            | census(downloads, "dist.female.first", FREQUENT["first-name"]),
            "calendar": set(CALENDAR.split()),
            "language": languages(downloads),
        }

    def reasons(self, word):
        return [reason for reason, words in self.words.items() if word in words]


def census(downloads, name, least):
    """Names of a list of the census with their share of all people in percent at least so large."""
    found = set()
    for line in downloads.text("names", f"names/{name}").splitlines():
        word, share, *_ = line.split()
        if float(share) >= least:
            found.add(word.lower())
    return found


def languages(downloads):
    names = downloads.json("cldr-localenames-full", "main/en/languages.json")
    names = names["main"]["en"]["localeDisplayNames"]["languages"]
    return {n.lower() for n in names.values() if re.fullmatch(r"[A-Z][a-z]+", n)}


def common_words(dictionary, affixes):
    """The lower-case words of a Hunspell dictionary, with the forms that its affixes make."""
    rules = {}
    for line in affixes.splitlines():
        parts = line.split()
        if len(parts) >= 5 and parts[0] in ("PFX", "SFX"):
            kind, flag, strip, add, condition = parts[:5]
            rules.setdefault(flag, []).append((kind, strip.strip("0"), add.split("/")[0].strip("0"), condition))
    found = set()
    for line in dictionary.splitlines()[1:]:
        word, _, flags = line.partition("/")
        if not re.fullmatch(r"[a-z]+", word):
            continue
        found.add(word)
        for flag in flags:
            for kind, strip, add, condition in rules.get(flag, []):
                if kind == "SFX" and re.search(f"(?:{condition})$", word):
                    found.add(word.removesuffix(strip) + add if strip else word + add)
    return {w for w in found if w.isalpha()}

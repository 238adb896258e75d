"""Names as strings: folded for comparing, made into ids, told by script.

Folding here serves only to compare names while tables are made; the engine has its own in `src/fold/`.
"""

import re
import unicodedata

# Letters that canonical decomposition leaves whole.
PLAIN = str.maketrans(
    {
        "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ı": "i", "ß": "ss",
        "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th", "ŋ": "n", "Ŋ": "N", "ħ": "h", "Ħ": "H",
        "ə": "a", "Ə": "A", "ɛ": "e", "Ɛ": "E", "ɔ": "o", "Ɔ": "O", "ɓ": "b", "Ɓ": "B", "ɗ": "d", "Ɗ": "D",
    }
)  # fmt: skip
APOSTROPHES = re.compile("['’‘ʻʼʿʾ`´ʹ′]")
SPACES = re.compile(r"[\s‐-―-]+")


def plain(text):
    """Without diacritics and apostrophes, as typed on a plain keyboard."""
    decomposed = unicodedata.normalize("NFKD", text.translate(PLAIN))
    return APOSTROPHES.sub("", "".join(c for c in decomposed if not unicodedata.combining(c)))


def fold(text):
    """Equal for names that differ only in case, diacritics, apostrophes, and hyphens for spaces."""
    return SPACES.sub(" ", plain(text).casefold()).strip()


def slug(text):
    """Lower-case words joined by hyphens, or an empty string where no Latin letter is left."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


SCRIPTS = {
    "arabic": re.compile(r"[؀-ۿݐ-ݿ]"),
    "cyrillic": re.compile(r"[Ѐ-ӿ]"),
    "greek": re.compile(r"[Ͱ-Ͽἀ-῿]"),
    "han": re.compile(r"[㐀-鿿々]"),
    "hangul": re.compile(r"[가-힯]"),
    "hebrew": re.compile(r"[֐-׿]"),
    "kana": re.compile(r"[぀-ヿ]"),
    "latin": re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]"),
}


def scripts(text):
    """The scripts of a text's letters; "other" for any that is not among `SCRIPTS`."""
    found = set()
    for c in text:
        if c.isalpha() and not unicodedata.category(c) == "Lm":
            found.add(next((name for name, letters in SCRIPTS.items() if letters.match(c)), "other"))
    return found


def is_latin(text):
    return scripts(text) == {"latin"}


def distinct(names, beside=()):
    """These names in their order, each once as folded, without those that are among `beside`."""
    seen = {fold(n) for n in beside}
    kept = []
    for name in names:
        key = fold(name)
        if key and key not in seen:
            seen.add(key)
            kept.append(name)
    return kept

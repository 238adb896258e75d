"""Names in the script of a place's own country, told from GeoNames' alternates, which do not say their language.

An alternate counts where all its letters are of a language of the country and, where the script spells sounds, where
it reads like one of the place's Latin names.
"""

import difflib
import re

from words import fold, is_latin, scripts

MOST = 2

CYRILLIC = dict(zip("абвгґдеёєжзиіїйклмнопрстуфхцчшщъыьэюя", "a b v g g d e e e z z i i i i k l m n o p r s t u f h c c s s _ i _ e u a".split()))  # fmt: skip
CYRILLIC |= {"ю": "iu", "я": "ia", "ъ": "", "ь": "", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch"}
GREEK = dict(zip("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i t i k l m n x o p r s s t i f c p o".split()))
GREEK |= {"θ": "th", "χ": "ch", "ψ": "ps"}
ARABIC = dict(zip("ءابتثجحخدذرزسشصضطظعغفقكلمنهويىةآأإؤئپچژگکی", "' a b t t j h k d d r z s s s d t z ' g f k k l m n h u i a h a a a u i p c z g k i".split()))  # fmt: skip
HEBREW = dict(zip("אבגדהוזחטיכךלמםנןסעפףצץקרשת", "a b g d h u z h t i k k l m m n n s ' p p s s k r s t".split()))

RUSSIAN = set("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
UKRAINIAN = set("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя")

# For a language: its script, its letters as they sound (or none where they are not told so).
SPOKEN = {
    "ar": ("arabic", {c: s for c, s in ARABIC.items() if c not in "پچژگکی"}),
    "fa": ("arabic", {c: s for c, s in ARABIC.items() if c not in "كيىةأإ"}),
    "el": ("greek", GREEK),
    "he": ("hebrew", HEBREW),
    "ru": ("cyrillic", {c: CYRILLIC[c] for c in RUSSIAN}),
    "uk": ("cyrillic", {c: CYRILLIC[c] for c in UKRAINIAN}),
    "bg": ("cyrillic", {c: CYRILLIC[c] for c in RUSSIAN - set("ёыэ")}),
    "ja": ("han", None),
    "ko": ("hangul", None),
    "zh": ("han", None),
}
# Languages of countries in the order in which they are looked for.
COUNTRIES = {
    **dict.fromkeys("AE BH DJ DZ EG EH IQ JO KM KW LB LY MA MR OM PS QA SA SD SY TD TN YE".split(), ["ar"]),
    "AF": ["fa"], "BG": ["bg"], "BY": ["ru"], "CN": ["zh"], "CY": ["el"], "GR": ["el"], "HK": ["zh"],
    "IL": ["he", "ar"], "IR": ["fa"], "JP": ["ja"], "KG": ["ru"], "KP": ["ko"], "KR": ["ko"], "KZ": ["ru"],
    "MO": ["zh"], "RU": ["ru"], "SG": ["zh"], "TJ": ["ru"], "TW": ["zh"], "UA": ["uk", "ru"],
}  # fmt: skip


class Languages:
    """The one question that tables ask of languages."""

    def natives(self, country, alternates, latin_names):
        """The alternates that are names in a language of the country, each as "language:name"."""
        found = []
        latin = [skeleton(fold(n)) for n in latin_names if is_latin(n) and n[:1].isupper()]
        marked = {emphasis(n) for n in latin_names}
        for language in COUNTRIES.get(country, []):
            script, sounds = SPOKEN[language]
            fitting = [a for a in alternates if fits(a, script, sounds)]
            if sounds:
                least = 1.0 if script in ("arabic", "hebrew") else 0.8
                scored = [(likeness(read(a, sounds), latin), emphasis(a) in marked, a) for a in fitting]
                scored = sorted((-score, not sure, a) for score, sure, a in scored if score >= least)
                fitting = [a for _, _, a in scored][:1]
            # "冲山" and "冲山镇": the longer ones say what sort of place it is.
            shortest = min(map(len, fitting), default=0)
            found += [f"{language}:{a}" for a in sorted(a for a in fitting if len(a) == shortest)[:MOST]]
        return found


def fits(name, script, sounds):
    if any(c in name for c in "()（）,،/0123456789|:"):
        return False
    letters = [c for c in name.lower() if c.isalpha()]
    if script == "han":
        return len(letters) >= 2 and scripts(name) <= {"han", "kana"} and "han" in scripts(name)
    if sounds is None:
        return len(letters) >= 2 and scripts(name) == {script}
    return len(letters) >= 2 and all(c in sounds for c in letters)


def read(name, sounds):
    """How a name sounds, as its skeleton."""
    latin = "".join(sounds.get(c, c) for c in name.lower())
    return skeleton(re.sub(r"^(al|a l)(?=\w{3})", "", latin) if "ا" in sounds else latin)


def emphasis(name):
    """The letters that Arabic tells apart and most spellings do not, in their order, from either script."""
    marks = {"ط": "t", "ţ": "t", "ص": "s", "ş": "s", "ض": "d", "ḑ": "d", "ح": "h", "ḩ": "h", "ع": "'", "‘": "'"}
    return "".join(marks.get(c, "") for c in name.lower())


def skeleton(latin):
    """A name's consonants, spelling aside: "kharkiv" and "charkow" come out alike."""
    latin = re.sub(r"\b(al|el|ar|as|ash|at|ad|an|az|ath) (?=\w)", "", latin)
    for spelling, sound in [
        ("shch", "s"), ("sch", "s"), ("sh", "s"), ("zh", "z"), ("kh", "h"), ("ch", "s"), ("gh", "g"), ("th", "t"),
        ("dh", "d"), ("ph", "f"), ("ts", "s"), ("tz", "s"), ("ck", "k"), ("q", "k"), ("c", "k"), ("w", "v"),
        ("x", "ks"), ("j", "i"), ("y", "i"), ("'", ""), ("_", ""), (" ", ""), ("-", ""),
    ]:  # fmt: skip
        latin = latin.replace(spelling, sound)
    latin = re.sub(r"[aeiouhv]", "", latin)
    return re.sub(r"(.)\1+", r"\1", latin)


def likeness(read_name, latin):
    """How like the likeliest of some skeletons, from 0 to 1; 0 where there is too little to compare."""
    if len(read_name) < 2:
        return 1.0 if read_name and read_name in latin else 0.0
    matcher = difflib.SequenceMatcher(b=read_name, autojunk=False)
    best = 0.0
    for other in latin:
        matcher.set_seq1(other)
        best = max(best, matcher.ratio())
    return best

"""Names in the script of a place's own country, told from GeoNames' alternates, which do not say their language.

An alternate counts where all its letters are of a language of the country and it reads like the place's name; in
Chinese, Japanese and Korean, where it is there with the word for a city behind it as well.
"""

import difflib
import re
import unicodedata

from words import fold, scripts

RUSSIAN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya".replace("_", "-").split(),
    )
)
UKRAINIAN = RUSSIAN | {"г": "h", "ґ": "g", "є": "ye", "и": "y", "і": "i", "ї": "yi", "х": "kh"}
BULGARIAN = RUSSIAN | {"щ": "sht", "ъ": "a", "х": "h"}
GREEK = dict(zip("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split()))
ARABIC = dict(
    zip("ءابتثجحخدذرزسشصضطظعغفقكلمنهويىةآأإؤئ", "- a b t t j h k d d r z s s s d t z - g f k k l m n h u i a h a a a u i".split())
)
PERSIAN = ARABIC | {"پ": "p", "چ": "c", "ژ": "z", "گ": "g", "ک": "k", "ی": "i", "و": "v"}
HEBREW = dict(zip("אבגדהוזחטיכךלמםנןסעפףצץקרשת", "a b g d h u z h t i k k l m m n n s - p p s s k r s t".split()))

# The words for divisions, before or behind their names.
BEFORE = {"ar": ("محافظة ", "ولاية "), "fa": ("استان ",)}
BEHIND = {"ja": "県府", "ko": "도", "zh": "省"}

# For a language: its letters as they sound, and how like the place's name an alternate must read.
SPELT = {
    "ar": (ARABIC, 1.0),
    "bg": ({c: BULGARIAN[c] for c in BULGARIAN if c not in "ёыэ"}, 0.9),
    "el": (GREEK, 0.9),
    "fa": ({c: PERSIAN[c] for c in PERSIAN if c not in "كيىةأإ"}, 1.0),
    "he": (HEBREW, 1.0),
    "ru": (RUSSIAN, 0.9),
    "uk": ({c: UKRAINIAN[c] for c in UKRAINIAN if c not in "ёъыэ"}, 0.9),
}
# Spellings of other languages with the same letters.
FOREIGN = {
    "ar": re.compile(r"ى.|(^|\s)\S(\s|$)"),
    "bg": re.compile("ь"),
    "el": re.compile("$^"),
    "fa": re.compile("^ال"),
    "he": re.compile("$^"),
    "ru": re.compile("[^л]ь[а-я]|тс$|ць$|шч"),
    "uk": re.compile("[жчшщ]ь"),
}
# Languages without an alphabet of sounds: the scripts of their names, and the words for cities behind them.
WHOLE = {"ja": ({"han", "kana"}, "市区都町"), "ko": ({"hangul"}, "시군"), "zh": ({"han"}, "市区縣县州")}
CONSONANTS_ONLY = ("ar", "fa", "he")

COUNTRIES = {
    **dict.fromkeys("AE BH DJ DZ EG EH IQ JO KM KW LB LY MA MR OM PS QA SA SD SY TD TN YE".split(), "ar"),
    "AF": "fa", "BG": "bg", "BY": "ru", "CN": "zh", "CY": "el", "GR": "el", "IL": "he", "IR": "fa", "JP": "ja",
    "KG": "ru", "KP": "ko", "KR": "ko", "KZ": "ru", "RU": "ru", "TJ": "ru", "TW": "zh", "UA": "uk",
}  # fmt: skip


def natives(country, alternates, names):
    """The alternates that are names in the language of the country, each as "language:name".

    `names` are those in Latin letters that alternates may read like.
    """
    language = COUNTRIES.get(country)
    if language in WHOLE:
        found = with_word_for_city(alternates, *WHOLE[language])
    elif language:
        found = reading_alike(alternates, names, language)
    else:
        found = []
    return [f"{language}:{name}" for name in found]


def division_natives(country, alternates, names, shared):
    """The same for a division, with the word for what it is; without it only where no city shares the name."""
    language = COUNTRIES.get(country)
    if language in BEHIND:
        script, _ = WHOLE[language]
        typed = [a for a in alternates if scripts(a) <= script and a.endswith(tuple(BEHIND[language])) and len(a) > 2]
        found = sorted(typed)[:2] + ([] if shared else with_word_for_city(typed, script, BEHIND[language]))
    elif language in BEFORE:
        typed = {a.removeprefix(word): a for a in alternates for word in BEFORE[language] if a.startswith(word)}
        found = [typed[bare] for bare in reading_alike(typed, names, language)]
        found += [] if shared else reading_alike(alternates, names, language)
    else:
        # Alternates in Cyrillic and Greek are of too many languages and forms.
        found = []
    return [f"{language}:{name}" for name in dict.fromkeys(found)]


def with_word_for_city(alternates, script, words):
    """The names that are there with the word for a city behind them, without it; in Chinese both ways of writing."""
    whole = [a for a in alternates if scripts(a) <= script and a.endswith(tuple(words)) and len(a) > 2]
    return sorted({a[:-1] for a in whole})[:2]


def reading_alike(alternates, names, language):
    """The alternate that reads most like one of the names, the first of which is the likeliest, if one reads like them."""
    sounds, least = SPELT[language]
    bare = language in CONSONANTS_ONLY
    # Transliterations of other kinds say too little of alphabets with vowels.
    wanted = [skeleton(fold(n)) if bare else latin(fold(n)) for n in (names if bare else names[:2])]
    scored = []
    for alternate in alternates:
        letters = unaccented(alternate.lower())
        if all(c in sounds or c in " -" for c in letters) and not FOREIGN[language].search(letters):
            # "Engels" begins with "э", "Yekaterinburg" with "е".
            heard = re.sub(r"\bе", "йе", letters) if language == "ru" else letters
            spelt = "".join(sounds.get(c, c) for c in heard)
            spelt = skeleton(spelt, "ا" in sounds) if bare else latin(spelt)
            likeness = [alike(spelt, w) for w in wanted]
            if max(likeness, default=0) >= least:
                emphases = {emphasis(n) for n in names} & {emphasis(alternate)}
                # The longer one has the article and no letter left out.
                key = -max(likeness[:2]), -max(map(len, emphases), default=0), letters.endswith("ى"), -len(alternate)
                scored.append((*key, alternate))
    return [alternate for *_, alternate in sorted(scored)[:1]]


def unaccented(text):
    """Without accents, but with the letters that are written with a mark above."""
    kept = {"й", "ї", "ё", "آ", "أ", "إ", "ؤ", "ئ"}
    return "".join(c if c in kept else unicodedata.normalize("NFD", c)[0] for c in text)


def latin(text):
    return re.sub(r"[^a-z]+", "", text)


def skeleton(text, arabic=False):
    """A name's consonants, spelling aside: "khan yunis" and "han iunis" come out alike."""
    text = re.sub(r"^al?(?=\w{3})", "", text) if arabic and text.startswith("al") else text
    text = re.sub(r"\b(al|el|ar|as|ash|at|ad|an|az|ath)[ -](?=\w)", "", text)
    for spelling, sound in [
        ("sh", "s"), ("zh", "z"), ("kh", "k"), ("ch", "c"), ("gh", "g"), ("th", "t"), ("dh", "d"), ("ph", "f"),
        ("tz", "s"), ("ts", "s"), ("q", "k"), ("w", "u"), ("j", "i"), ("y", "i"), ("v", "u"),
    ]:  # fmt: skip
        text = text.replace(spelling, sound)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[^b-df-gj-np-tv-z]", "", text))


def emphasis(name):
    """The letters that Arabic tells apart and most spellings do not, in their order, from either script."""
    marks = {"ط": "t", "ţ": "t", "ص": "s", "ş": "s", "ض": "d", "ḑ": "d", "ح": "h", "ḩ": "h", "ع": "-", "‘": "-"}
    return "".join(marks.get(c, "") for c in name.lower())


def alike(a, b):
    return difflib.SequenceMatcher(None, a, b, False).ratio() if len(a) > 1 and len(b) > 1 else 0.0

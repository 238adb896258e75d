//! The words of English that the rules look at.

use std::sync::OnceLock;

use crate::{
    entity::EntityType::{self, *},
    word_index::{WordHash, WordIndex},
    words::POSSESSIVE,
};

/// What a word tells the rules.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Meaning {
    Possessive,
    /// "and", "or", "&": joins names of one sort.
    Conjunction,
    Comma,
    Of,
    The,
    /// The Arabic article, as it is joined to a name in Latin letters.
    Article,
    /// Says what type of place a name beside it is.
    TypeWord(TypeWord),
    /// Stands before a person's name. The words are those of which one stands in the role that it announces.
    Title(&'static [&'static str]),
    /// A day or month: capitalised, and no part of a name.
    Calendar,
    /// Stands between a state and a title: "foreign", "deputy".
    Portfolio,
    /// Stands before a place: "in", "near".
    Locative,
    /// A small word within names: "de", "von".
    Particle,
    /// Heads the name of a body or of a feature of the land: "University of …", "Gulf of …".
    Head,
    /// What bodies do and places do not: "said", "accused". Behind a capital it tells that its government is meant.
    Act,
    /// Money, which many states call after themselves: "US$", "US dollars".
    Money,
    /// A word of few letters that in capitals looks like initials: "us", "is", "who".
    Small,
}

/// "province", "cities".
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct TypeWord {
    pub types: &'static [EntityType],
    pub plural: bool,
}

const fn one(types: &'static [EntityType]) -> Meaning {
    Meaning::TypeWord(TypeWord {
        types,
        plural: false,
    })
}

const fn many(types: &'static [EntityType]) -> Meaning {
    Meaning::TypeWord(TypeWord {
        types,
        plural: true,
    })
}

const DIVISION: &[EntityType] = &[Admin];
const WIDE: &[EntityType] = &[Admin, Region];
const STATE: &[EntityType] = &[Admin, Country];
const TOWN: &[EntityType] = &[City];
const QUARTER: &[EntityType] = &[District, City];
const PART: &[EntityType] = &[District, Admin];
const WATERS: &[EntityType] = &[Water];
const LAND: &[EntityType] = &[Country];

const TABLE: &[(&str, Meaning)] = &[
    (POSSESSIVE, Meaning::Possessive),
    ("and", Meaning::Conjunction),
    ("or", Meaning::Conjunction),
    ("&", Meaning::Conjunction),
    (",", Meaning::Comma),
    ("of", Meaning::Of),
    ("the", Meaning::The),
    ("al", Meaning::Article),
    ("el", Meaning::Article),
    ("ad", Meaning::Article),
    ("an", Meaning::Article),
    ("ar", Meaning::Article),
    ("as", Meaning::Article),
    ("ash", Meaning::Article),
    ("at", Meaning::Article),
    ("az", Meaning::Article),
    ("ez", Meaning::Article),
    // Types of places.
    ("province", one(DIVISION)),
    ("provinces", many(DIVISION)),
    ("governorate", one(DIVISION)),
    ("governorates", many(DIVISION)),
    ("oblast", one(DIVISION)),
    ("oblasts", many(DIVISION)),
    ("prefecture", one(DIVISION)),
    ("prefectures", many(DIVISION)),
    ("canton", one(DIVISION)),
    ("cantons", many(DIVISION)),
    ("county", one(DIVISION)),
    ("counties", many(DIVISION)),
    ("department", one(DIVISION)),
    ("departments", many(DIVISION)),
    ("region", one(WIDE)),
    ("regions", many(WIDE)),
    ("state", one(STATE)),
    ("states", many(STATE)),
    ("district", one(PART)),
    ("districts", many(PART)),
    ("city", one(TOWN)),
    ("cities", many(TOWN)),
    ("town", one(TOWN)),
    ("towns", many(TOWN)),
    ("village", one(TOWN)),
    ("villages", many(TOWN)),
    ("municipality", one(TOWN)),
    ("municipalities", many(TOWN)),
    ("neighbourhood", one(QUARTER)),
    ("neighbourhoods", many(QUARTER)),
    ("neighborhood", one(QUARTER)),
    ("neighborhoods", many(QUARTER)),
    ("suburb", one(QUARTER)),
    ("suburbs", many(QUARTER)),
    ("river", one(WATERS)),
    ("rivers", many(WATERS)),
    ("lake", one(WATERS)),
    ("lakes", many(WATERS)),
    ("sea", one(WATERS)),
    ("seas", many(WATERS)),
    ("republic", one(LAND)),
    ("kingdom", one(LAND)),
    ("sultanate", one(LAND)),
    ("emirate", one(STATE)),
    ("commonwealth", one(STATE)),
    ("territory", one(STATE)),
    ("township", one(TOWN)),
    ("borough", one(QUARTER)),
    ("country", one(LAND)),
    ("countries", many(LAND)),
    // Titles of persons.
    ("president", Meaning::Title(&["president"])),
    (
        "chairman",
        Meaning::Title(&["chairman", "chair", "president", "head"]),
    ),
    ("premier", Meaning::Title(&["premier", "prime"])),
    ("minister", Meaning::Title(&["minister", "secretary"])),
    ("chancellor", Meaning::Title(&["chancellor"])),
    ("secretary", Meaning::Title(&["secretary"])),
    ("king", Meaning::Title(&["king"])),
    ("queen", Meaning::Title(&["queen"])),
    ("prince", Meaning::Title(&["prince"])),
    ("princess", Meaning::Title(&["princess"])),
    ("emir", Meaning::Title(&["emir"])),
    ("sultan", Meaning::Title(&["sultan"])),
    ("pope", Meaning::Title(&["pope"])),
    ("patriarch", Meaning::Title(&["patriarch"])),
    ("ayatollah", Meaning::Title(&["ayatollah", "leader"])),
    (
        "general",
        Meaning::Title(&["general", "commander", "chief", "minister"]),
    ),
    (
        "gen",
        Meaning::Title(&["general", "commander", "chief", "minister"]),
    ),
    (
        "commander",
        Meaning::Title(&["commander", "chief", "leader", "head"]),
    ),
    (
        "leader",
        Meaning::Title(&[
            "leader",
            "head",
            "chief",
            "president",
            "chairman",
            "ruler",
            "commander",
        ]),
    ),
    ("ruler", Meaning::Title(&["leader", "ruler", "president"])),
    (
        "dictator",
        Meaning::Title(&["leader", "ruler", "president"]),
    ),
    (
        "chief",
        Meaning::Title(&[
            "chief",
            "head",
            "director",
            "commander",
            "leader",
            "secretary",
        ]),
    ),
    (
        "head",
        Meaning::Title(&["head", "chief", "director", "leader", "chairman"]),
    ),
    ("governor", Meaning::Title(&["governor"])),
    ("envoy", Meaning::Title(&["envoy", "representative"])),
    (
        "ambassador",
        Meaning::Title(&["ambassador", "representative"]),
    ),
    ("senator", Meaning::Title(&["senator"])),
    ("sen", Meaning::Title(&["senator"])),
    ("spokesman", Meaning::Title(&["spokesman", "spokesperson"])),
    (
        "spokeswoman",
        Meaning::Title(&["spokeswoman", "spokesperson"]),
    ),
    (
        "spokesperson",
        Meaning::Title(&["spokesman", "spokeswoman", "spokesperson"]),
    ),
    // The first of several.
    ("presidents", Meaning::Title(&["president"])),
    ("premiers", Meaning::Title(&["premier", "prime"])),
    ("ministers", Meaning::Title(&["minister", "secretary"])),
    ("chancellors", Meaning::Title(&["chancellor"])),
    ("kings", Meaning::Title(&["king"])),
    ("queens", Meaning::Title(&["queen"])),
    ("princes", Meaning::Title(&["prince"])),
    ("emirs", Meaning::Title(&["emir"])),
    (
        "generals",
        Meaning::Title(&["general", "commander", "chief", "minister"]),
    ),
    (
        "commanders",
        Meaning::Title(&["commander", "chief", "leader", "head"]),
    ),
    (
        "leaders",
        Meaning::Title(&[
            "leader",
            "head",
            "chief",
            "president",
            "chairman",
            "ruler",
            "commander",
        ]),
    ),
    ("envoys", Meaning::Title(&["envoy", "representative"])),
    (
        "ambassadors",
        Meaning::Title(&["ambassador", "representative"]),
    ),
    ("senators", Meaning::Title(&["senator"])),
    ("director", Meaning::Title(&["director", "head", "chief"])),
    ("chair", Meaning::Title(&["chair", "chairman", "head"])),
    ("speaker", Meaning::Title(&["speaker"])),
    ("negotiator", Meaning::Title(&["negotiator", "envoy"])),
    (
        "representative",
        Meaning::Title(&["representative", "envoy"]),
    ),
    ("mayor", Meaning::Title(&["mayor"])),
    ("judge", Meaning::Title(&["judge"])),
    ("councillor", Meaning::Title(&["councillor"])),
    ("lawmaker", Meaning::Title(&["member", "lawmaker"])),
    ("candidate", Meaning::Title(&["candidate"])),
    ("coach", Meaning::Title(&["coach"])),
    ("captain", Meaning::Title(&["captain"])),
    // Forms of address say that a person is meant, and not which.
    ("mr", Meaning::Title(&[])),
    ("mrs", Meaning::Title(&[])),
    ("ms", Meaning::Title(&[])),
    ("dr", Meaning::Title(&[])),
    ("sheikh", Meaning::Title(&[])),
    // Days and months.
    ("monday", Meaning::Calendar),
    ("tuesday", Meaning::Calendar),
    ("wednesday", Meaning::Calendar),
    ("thursday", Meaning::Calendar),
    ("friday", Meaning::Calendar),
    ("saturday", Meaning::Calendar),
    ("sunday", Meaning::Calendar),
    ("january", Meaning::Calendar),
    ("february", Meaning::Calendar),
    ("march", Meaning::Calendar),
    ("april", Meaning::Calendar),
    ("may", Meaning::Calendar),
    ("june", Meaning::Calendar),
    ("july", Meaning::Calendar),
    ("august", Meaning::Calendar),
    ("september", Meaning::Calendar),
    ("october", Meaning::Calendar),
    ("november", Meaning::Calendar),
    ("december", Meaning::Calendar),
    // What stands between a state and a title.
    ("prime", Meaning::Portfolio),
    ("foreign", Meaning::Portfolio),
    ("defence", Meaning::Portfolio),
    ("defense", Meaning::Portfolio),
    ("interior", Meaning::Portfolio),
    ("finance", Meaning::Portfolio),
    ("justice", Meaning::Portfolio),
    ("vice", Meaning::Portfolio),
    ("deputy", Meaning::Portfolio),
    ("first", Meaning::Portfolio),
    ("former", Meaning::Portfolio),
    ("acting", Meaning::Portfolio),
    ("interim", Meaning::Portfolio),
    ("transitional", Meaning::Portfolio),
    ("supreme", Meaning::Portfolio),
    ("de", Meaning::Particle),
    ("facto", Meaning::Portfolio),
    ("army", Meaning::Portfolio),
    // Before places.
    ("in", Meaning::Locative),
    ("near", Meaning::Locative),
    ("inside", Meaning::Locative),
    ("outside", Meaning::Locative),
    ("across", Meaning::Locative),
    ("around", Meaning::Locative),
    ("throughout", Meaning::Locative),
    ("towards", Meaning::Locative),
    ("into", Meaning::Locative),
    // Within names.
    ("del", Meaning::Particle),
    ("da", Meaning::Particle),
    ("do", Meaning::Particle),
    ("dos", Meaning::Particle),
    ("das", Meaning::Particle),
    ("du", Meaning::Particle),
    ("di", Meaning::Particle),
    ("della", Meaning::Particle),
    ("van", Meaning::Particle),
    ("von", Meaning::Particle),
    ("der", Meaning::Particle),
    ("den", Meaning::Particle),
    ("bin", Meaning::Particle),
    ("ibn", Meaning::Particle),
    ("bint", Meaning::Particle),
    ("y", Meaning::Particle),
    ("e", Meaning::Particle),
    // Before "of" in the names of bodies and of features of the land.
    ("university", Meaning::Head),
    ("college", Meaning::Head),
    ("school", Meaning::Head),
    ("academy", Meaning::Head),
    ("institute", Meaning::Head),
    ("museum", Meaning::Head),
    ("library", Meaning::Head),
    ("hospital", Meaning::Head),
    ("bank", Meaning::Head),
    ("church", Meaning::Head),
    ("diocese", Meaning::Head),
    ("archdiocese", Meaning::Head),
    ("archbishop", Meaning::Head),
    ("bishop", Meaning::Head),
    ("cathedral", Meaning::Head),
    ("court", Meaning::Head),
    ("parliament", Meaning::Head),
    ("ministry", Meaning::Head),
    ("chamber", Meaning::Head),
    ("union", Meaning::Head),
    ("association", Meaning::Head),
    ("federation", Meaning::Head),
    ("confederation", Meaning::Head),
    ("society", Meaning::Head),
    ("club", Meaning::Head),
    ("council", Meaning::Head),
    ("bureau", Meaning::Head),
    ("office", Meaning::Head),
    ("agency", Meaning::Head),
    ("board", Meaning::Head),
    ("commission", Meaning::Head),
    ("committee", Meaning::Head),
    ("company", Meaning::Head),
    ("corporation", Meaning::Head),
    ("port", Meaning::Head),
    ("airport", Meaning::Head),
    ("battle", Meaning::Head),
    ("siege", Meaning::Head),
    ("treaty", Meaning::Head),
    ("declaration", Meaning::Head),
    ("statement", Meaning::Head),
    ("gulf", Meaning::Head),
    ("strait", Meaning::Head),
    ("straits", Meaning::Head),
    ("bay", Meaning::Head),
    ("cape", Meaning::Head),
    ("horn", Meaning::Head),
    ("isle", Meaning::Head),
    ("isles", Meaning::Head),
    ("mount", Meaning::Head),
    ("mountains", Meaning::Head),
    ("valley", Meaning::Head),
    ("bridge", Meaning::Head),
    // What governments do.
    ("said", Meaning::Act),
    ("says", Meaning::Act),
    ("saying", Meaning::Act),
    ("accused", Meaning::Act),
    ("accuses", Meaning::Act),
    ("denied", Meaning::Act),
    ("denies", Meaning::Act),
    ("warned", Meaning::Act),
    ("warns", Meaning::Act),
    ("urged", Meaning::Act),
    ("urges", Meaning::Act),
    ("condemned", Meaning::Act),
    ("condemns", Meaning::Act),
    ("rejected", Meaning::Act),
    ("rejects", Meaning::Act),
    ("vowed", Meaning::Act),
    ("vows", Meaning::Act),
    ("insisted", Meaning::Act),
    ("insists", Meaning::Act),
    ("announced", Meaning::Act),
    ("announces", Meaning::Act),
    ("demanded", Meaning::Act),
    ("demands", Meaning::Act),
    ("threatened", Meaning::Act),
    ("threatens", Meaning::Act),
    ("agreed", Meaning::Act),
    ("agrees", Meaning::Act),
    ("refused", Meaning::Act),
    ("refuses", Meaning::Act),
    ("claimed", Meaning::Act),
    ("claims", Meaning::Act),
    ("called", Meaning::Act),
    ("calls", Meaning::Act),
    ("wants", Meaning::Act),
    ("wanted", Meaning::Act),
    ("hopes", Meaning::Act),
    ("hoped", Meaning::Act),
    ("believes", Meaning::Act),
    ("responded", Meaning::Act),
    ("retaliated", Meaning::Act),
    ("pledged", Meaning::Act),
    ("backs", Meaning::Act),
    ("backed", Meaning::Act),
    ("supports", Meaning::Act),
    ("supported", Meaning::Act),
    ("sees", Meaning::Act),
    ("fears", Meaning::Act),
    // Money.
    ("$", Meaning::Money),
    ("dollar", Meaning::Money),
    ("dollars", Meaning::Money),
    // Small words.
    ("us", Meaning::Small),
    ("is", Meaning::Small),
    ("it", Meaning::Small),
    ("who", Meaning::Small),
    ("am", Meaning::Small),
    ("im", Meaning::Small),
    ("id", Meaning::Small),
    ("ok", Meaning::Small),
    ("no", Meaning::Small),
    ("so", Meaning::Small),
    ("to", Meaning::Small),
    ("up", Meaning::Small),
    ("on", Meaning::Small),
    ("if", Meaning::Small),
    ("we", Meaning::Small),
    ("he", Meaning::Small),
    ("be", Meaning::Small),
    ("me", Meaning::Small),
    ("my", Meaning::Small),
    ("by", Meaning::Small),
    ("go", Meaning::Small),
];

/// The number of a folded word that tells the rules something.
pub(crate) fn find(folded: &[u8]) -> Option<usize> {
    static INDEX: OnceLock<WordIndex> = OnceLock::new();
    let index = INDEX.get_or_init(|| {
        let mut index = WordIndex::for_words(TABLE.len());
        for (number, (word, _)) in TABLE.iter().enumerate() {
            index.insert(WordHash::of(word.as_bytes()), number as u32);
        }
        index
    });
    let is = |n: u32| TABLE[n as usize].0.as_bytes() == folded;
    index.find(WordHash::of(folded), is).map(|n| n as usize)
}

/// What the word of a number tells.
pub(crate) fn meaning(number: usize) -> Meaning {
    TABLE[number].1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold_word;

    #[test]
    fn every_word_is_there_once_and_folded() {
        let mut seen = std::collections::HashSet::new();
        for (word, _) in TABLE {
            assert!(seen.insert(word), "{word} is there twice");
            let mut folded = String::new();
            fold_word(word, &mut folded);
            let letters = word.chars().any(char::is_alphabetic) && *word != POSSESSIVE;
            assert!(folded == *word || !letters, "{word} is not folded");
            assert!(find(word.as_bytes()).is_some_and(|n| TABLE[n].0 == *word));
        }
    }
}

//! The words of English that the rules look at.

use std::sync::OnceLock;

use crate::{
    entity::EntityType::{self, *},
    word_index::{WordHash, WordIndex, plain_is},
    word_list,
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
    /// Stands before a person's name. The list is of the words of which one stands in the role that it announces.
    Title(&'static str),
    /// A day or month: capitalised, and no part of a name.
    Calendar,
    /// Stands between a state and a title: "foreign", "deputy".
    Portfolio,
    /// Stands before a place: "in", "near".
    Locative,
    /// Stands before a town: "downtown".
    Downtown,
    /// Stands behind a place: "residents", "area".
    Local,
    /// A small word within names: "de", "von".
    Particle,
    /// Heads the name of a body or of a feature of the land: "University of …", "Gulf of …".
    Head,
    /// A public body, which is of the place in its name: "Ohio Supreme Court".
    Body,
    /// What bodies do and places do not: "said", "accused". Behind a capital it tells that its government is meant.
    Act,
    /// Money, which many states call after themselves: "US$", "US dollars".
    Money,
    /// A word of grammar, such as begins sentences: no first name.
    Starter,
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

pub(crate) const DIVISION: &[EntityType] = &[Admin];
/// The title of who heads a division, which so is told from its city.
pub(crate) const GOVERNOR: Meaning = Meaning::Title("governor");
const WIDE: &[EntityType] = &[Admin, Region];
const STATE: &[EntityType] = &[Admin, Country];
const TOWN: &[EntityType] = &[City];
const QUARTER: &[EntityType] = &[District, City];
const PART: &[EntityType] = &[District, Admin];
const WATERS: &[EntityType] = &[Water];
const LAND: &[EntityType] = &[Country];

/// The words that mean something, each beside those that mean the same.
const GROUPS: &[(Meaning, &str)] = &[
    (Meaning::Possessive, POSSESSIVE),
    (Meaning::Conjunction, "and or &"),
    (Meaning::Comma, ","),
    (Meaning::Of, "of"),
    (Meaning::The, "the"),
    (Meaning::Article, "al el ad an ar as ash at az ez"),
    // Types of places.
    (
        one(DIVISION),
        "province governorate oblast prefecture canton county department",
    ),
    (
        many(DIVISION),
        "provinces governorates oblasts prefectures cantons counties departments provincial",
    ),
    (one(WIDE), "region"),
    // "Bryansk regional governor": no part of the name, and so as the plural.
    (many(WIDE), "regions regional"),
    (one(STATE), "state emirate commonwealth territory"),
    (many(STATE), "states"),
    (one(PART), "district"),
    (many(PART), "districts"),
    (one(TOWN), "city town village municipality township"),
    (many(TOWN), "cities towns villages municipalities"),
    (one(QUARTER), "neighbourhood neighborhood suburb borough"),
    (many(QUARTER), "neighbourhoods neighborhoods suburbs"),
    (one(WATERS), "river lake sea"),
    (many(WATERS), "rivers lakes seas"),
    (one(LAND), "republic kingdom sultanate country"),
    (many(LAND), "countries"),
    // Titles of persons, and the first of several.
    (Meaning::Title("president"), "president presidents"),
    (Meaning::Title("chairman chair president head"), "chairman"),
    (Meaning::Title("premier prime"), "premier premiers"),
    (Meaning::Title("minister secretary"), "minister ministers"),
    (Meaning::Title("chancellor"), "chancellor chancellors"),
    (Meaning::Title("secretary"), "secretary"),
    (Meaning::Title("king"), "king kings"),
    (Meaning::Title("queen"), "queen queens"),
    (Meaning::Title("prince"), "prince princes"),
    (Meaning::Title("princess"), "princess"),
    (Meaning::Title("emir"), "emir emirs"),
    (Meaning::Title("sultan"), "sultan"),
    (Meaning::Title("pope"), "pope"),
    (Meaning::Title("patriarch"), "patriarch"),
    (Meaning::Title("ayatollah leader"), "ayatollah"),
    (
        Meaning::Title("general commander chief minister"),
        "general gen generals",
    ),
    (
        Meaning::Title("commander chief leader head"),
        "commander commanders",
    ),
    (
        Meaning::Title("leader head chief president chairman ruler commander"),
        "leader leaders",
    ),
    (Meaning::Title("leader ruler president"), "ruler dictator"),
    (
        Meaning::Title("chief head director commander leader secretary"),
        "chief",
    ),
    (
        Meaning::Title("head chief director leader chairman"),
        "head",
    ),
    (GOVERNOR, "governor gov governors"),
    (Meaning::Title("envoy representative"), "envoy envoys"),
    (
        Meaning::Title("ambassador representative"),
        "ambassador ambassadors",
    ),
    (Meaning::Title("senator"), "senator sen senators"),
    (Meaning::Title("spokesman spokesperson"), "spokesman"),
    (Meaning::Title("spokeswoman spokesperson"), "spokeswoman"),
    (
        Meaning::Title("spokesman spokeswoman spokesperson"),
        "spokesperson",
    ),
    (Meaning::Title("director head chief"), "director"),
    (Meaning::Title("chair chairman head"), "chair"),
    (Meaning::Title("speaker"), "speaker"),
    (Meaning::Title("negotiator envoy"), "negotiator"),
    (Meaning::Title("representative envoy"), "representative"),
    (Meaning::Title("mayor"), "mayor"),
    (Meaning::Title("adviser advisor"), "adviser advisor"),
    (Meaning::Title("administrator"), "administrator"),
    (Meaning::Title("commissioner"), "commissioner"),
    (Meaning::Title("ceo executive"), "ceo"),
    (Meaning::Title("judge"), "judge"),
    (Meaning::Title("councillor"), "councillor"),
    (
        Meaning::Title("member lawmaker"),
        "lawmaker lawmakers mp mps mla mlas td tds msp rep congressman congresswoman",
    ),
    (Meaning::Title("candidate"), "candidate"),
    (Meaning::Title("coach"), "coach"),
    (Meaning::Title("captain"), "captain"),
    // Forms of address say that a person is meant, and not which.
    (Meaning::Title(""), "mr mrs ms dr sheikh"),
    // Days and months.
    (
        Meaning::Calendar,
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july \
         august september october november december",
    ),
    (
        Meaning::Portfolio,
        "prime foreign defence defense interior finance justice vice deputy first former acting interim \
         transitional supreme facto army",
    ),
    (
        Meaning::Particle,
        "de del da do dos das du di della van von der den bin ibn bint y e",
    ),
    (
        Meaning::Locative,
        "in near inside outside across around throughout towards into",
    ),
    (Meaning::Downtown, "downtown"),
    (
        Meaning::Local,
        "area aldermen councillors couple driver firefighters hospitals man men native natives officials resident \
         residents streets students teen teenager voters woman women",
    ),
    // Before "of" in the names of bodies and of features of the land.
    (
        Meaning::Head,
        "university college school academy institute museum library hospital bank church diocese archdiocese \
         archbishop bishop cathedral chamber union association federation confederation society club company \
         corporation port airport battle siege treaty declaration statement gulf strait straits bay cape horn isle \
         isles mount mountains valley bridge",
    ),
    // Public bodies, at the end of their names.
    (
        Meaning::Body,
        "agency assembly attorney authority board bureau commission committee consulate council court division \
         embassy \
         government legislature ministry office parliament patrol police schools senate sheriff superintendent",
    ),
    // What governments do.
    (
        Meaning::Act,
        "said says saying accused accuses denied denies warned warns urged urges condemned condemns rejected \
         rejects vowed vows insisted insists announced announces demanded demands threatened threatens agreed \
         agrees refused refuses claimed claims called calls wants wanted hopes hoped believes responded retaliated \
         pledged backs backed supports supported sees fears",
    ),
    (Meaning::Money, "$ dollar dollars"),
    // Words of grammar that begin sentences.
    (
        Meaning::Starter,
        "a this that these those its his her their our your but nor yet for from with without within after before \
         since until while when where whether although though because unless than then there here once now today \
         yesterday tomorrow meanwhile however moreover also only even both either neither each every all most many \
         some several few more less other another such what which whose why how not never just still soon later \
         earlier despite unlike like among amid between behind beyond below above under over along against during \
         about off out down via per greater lower upper inner outer central nearby old new modern ancient rural \
         urban wartime present south north east west southeast northeast southwest northwest southern northern western \
         eastern southeastern northeastern southwestern northwestern mid one two three \
         four five six seven eight nine ten hundreds thousands",
    ),
    (
        Meaning::Small,
        "us is it who am im id ok no so to up on if we he be me my by go",
    ),
];

/// All words, with the number of the group of each, and where they stand.
#[derive(Default)]
struct Words {
    all: Vec<(&'static [u8], u8)>,
    index: WordIndex,
}

impl Words {
    fn of_groups() -> Words {
        let mut words = Words::default();
        for (group, (_, list)) in (0..).zip(GROUPS) {
            for word in word_list::words(list) {
                let number = words.all.len() as u32;
                words.index.insert(WordHash::of(word), number);
                words.all.push((word, group));
            }
        }
        words
    }
}

/// The words as they are looked up.
fn all() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(Words::of_groups)
}

/// The number of the group of a folded word that tells the rules something.
pub(crate) fn find(folded: &[u8]) -> Option<u8> {
    let words = all();
    let is = |n: u32| words.all[n as usize].0 == folded;
    let found = words.index.find(WordHash::of(folded), is);
    found.map(|n| words.all[n as usize].1)
}

/// The same of the word of ASCII letters and digits at a place in a text.
#[inline]
pub(crate) fn find_plain(text: &[u8], start: usize, end: usize) -> Option<u8> {
    let words = all();
    let is = |n: u32| plain_is(text, start, end, words.all[n as usize].0);
    let found = words.index.find(WordHash::of_plain(text, start, end), is);
    found.map(|n| words.all[n as usize].1)
}

/// What the words of a group tell.
pub(crate) fn meaning(group: u8) -> Meaning {
    GROUPS[usize::from(group)].0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold_word;

    #[test]
    fn every_word_is_there_once_and_folded() {
        let mut seen = std::collections::HashSet::new();
        for (group, (_, list)) in GROUPS.iter().enumerate() {
            for word in list.split(' ') {
                assert!(seen.insert(word), "{word:?} is there twice");
                let mut folded = String::new();
                fold_word(word, &mut folded);
                let letters = word.chars().any(char::is_alphabetic) && word != POSSESSIVE;
                assert!(folded == word || !letters, "{word:?} is not folded");
                assert_eq!(find(word.as_bytes()).map(usize::from), Some(group));
            }
        }
    }
}

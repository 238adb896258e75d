//! Random gazetteers laid over each other, and random texts full of their names. Few words in many spellings, so that
//! names overlap, repeat and nearly match.

use namelight::{
    CaseRule, Entity, EntityType, Form, Gazetteer, Highlighter, Links, Mute, Pack, SurfaceForm,
};
use proptest::{
    collection::vec,
    option::weighted,
    prelude::*,
    sample::{Index, select},
};
use unicode_normalization::UnicodeNormalization as _;

use super::matching::{Layer, forms, pattern};

/// Words as names and texts have them. None is also a small word of English, of which initials may be shouted.
const WORDS: [&str; 61] = [
    "Ana",
    "ana",
    "ANA",
    "Aná",
    "Bel",
    "bel",
    "BEL",
    "Zürich",
    "Zurich",
    "ZÜRICH",
    "Łan",
    "łan",
    "Lan",
    "U.N.",
    "U.N",
    "UN",
    "J.",
    "J",
    "Hay’at",
    "Hay'at",
    "Hayat",
    "HAYAT",
    "al",
    "Al",
    "of",
    "d",
    "L",
    "Gen",
    "gen",
    "St",
    "s",
    "Ross",
    "x",
    "9",
    "20",
    "أحمد",
    "احمد",
    "حَلَب",
    "حلب",
    "محمدٌ",
    "叙",
    "利",
    "亚",
    "시리아",
    "시",
    "시리아에",
    "리아가",
    "العراق",
    "لحلب",
    "بيروت",
    "وبر",
    "سوریه",
    "سوریه‌ها",
    "ایرانی",
    "ירושלים",
    "שלום",
    "הארץ",
    "וב",
    "アサド",
    "ｱｻﾄﾞ",
    "ßA",
];

/// Words of which many names can be made that reach into each other.
const FEW_WORDS: [&str; 8] = ["Ana", "Bel", "Łan", "U.N.", "of", "叙", "حلب", "시리아"];

/// What scripts join to names, before and behind them.
const BEFORE: [&str; 12] = [
    "و", "ف", "ب", "لل", "وب", "فل", "وَ", "ו", "ה", "וב", "כש", "של",
];
const BEHIND: [&str; 12] = [
    "는",
    "은",
    "가",
    "의",
    "에서",
    "에서는",
    "으로부터",
    "군",
    "\u{200C}ها",
    "\u{200C}ای",
    "ها",
    "이라고",
];

/// What stands between the words of names.
const JOINS: [&str; 16] = [
    " - ", " – ", " ", " ", " ", " ", "-", "-", "’", "'", "'s ", ".", ". ", ", ", "", "–",
];

/// What stands between the words of texts.
const BREAKS: [&str; 32] = [
    " - ", " – ", " ", " ", " ", " ", " ", " ", " ", "-", "-", "–", "’", "'", "'s ", "’s ", ".",
    ". ", ", ", ",", "", "\n", "\n\n", "\r\n", "\n \r\n", "\u{2029}", "\u{AD}", "\u{200F}",
    "\u{301}", "🎉", "“", " — ",
];

/// A name that may not do for a gazetteer.
fn name() -> impl Strategy<Value = String> {
    let more = vec((select(&JOINS[..]), select(&WORDS[..])), 0..3);
    let begins = weighted(0.1, select(&["'", "’", ".", "“", "-", "🎉"][..]));
    let ends = weighted(0.1, select(&["'", "’s", ".", "\u{301}", "-"][..]));
    (begins, select(&WORDS[..]), more, ends).prop_map(|(begins, first, more, ends)| {
        let more = more.into_iter().flat_map(|(join, word)| [join, word]);
        let all = [begins.unwrap_or(""), first]
            .into_iter()
            .chain(more)
            .chain(ends);
        all.collect()
    })
}

fn surface_form() -> impl Strategy<Value = SurfaceForm> {
    let case = select(vec![CaseRule::Exact, CaseRule::Proper, CaseRule::Any]);
    let context = || weighted(0.15, vec(name(), 1..3));
    (
        name(),
        select(Form::ALL.to_vec()),
        case,
        context(),
        context(),
    )
        .prop_map(|(text, form, case, needs, not)| SurfaceForm {
            form,
            case,
            needs: needs.unwrap_or_default(),
            not: not.unwrap_or_default(),
            ..SurfaceForm::from_text(text)
        })
}

/// An entity of a type that no rule treats specially.
pub fn entity(id: String, name: String, names: Vec<SurfaceForm>) -> Entity {
    Entity {
        id,
        entity_type: EntityType::People,
        name,
        weak: None,
        names,
        roles: Vec::new(),
        links: Links::default(),
        within: Vec::new(),
        at: None,
        population: None,
        examples: Vec::new(),
    }
}

fn id() -> impl Strategy<Value = String> {
    (0..7u8).prop_map(|n| format!("e{n}"))
}

fn mute() -> impl Strategy<Value = Mute> {
    (weighted(0.6, id()), weighted(0.7, name())).prop_map(|(entity, text)| Mute { entity, text })
}

fn layer() -> impl Strategy<Value = Layer> {
    let entities = vec((id(), name(), vec(surface_form(), 0..4)), 0..6);
    (entities, vec(mute(), 0..3)).prop_map(|(entities, mutes)| {
        let mut layer = Layer::default();
        for (id, name, names) in entities {
            let mut all = vec![entity(id, name, names)];
            all.extend(layer.entities.clone());
            // What would be refused is left out.
            if Gazetteer::new("", None, all.clone()).is_ok() {
                layer.entities = all;
            }
        }
        let gazetteer = Gazetteer::default();
        let sound = |mute: &Mute| gazetteer.clone().with_mutes(vec![mute.clone()]).is_ok();
        layer.mutes = mutes.into_iter().filter(sound).collect();
        layer
    })
}

/// One to three gazetteers laid over each other, and a text.
pub fn layers_and_text() -> impl Strategy<Value = (Vec<Layer>, String)> {
    (vec(layer(), 1..4), vec(passage(), 0..20)).prop_map(|(layers, passages)| {
        let text = text(&layers, &passages);
        (layers, text)
    })
}

/// One gazetteer of full names, each of one entity, and a text.
pub fn full_names_and_text() -> impl Strategy<Value = (Vec<Layer>, String)> {
    let of_few_words = vec(select(&FEW_WORDS[..]), 1..5).prop_map(|words| words.join(" "));
    let name = prop_oneof![4 => of_few_words, 1 => name()];
    let words = vec(select(&FEW_WORDS[..]), 0..20).prop_map(|words| words.join(" "));
    (vec(name, 1..14), words, vec(passage(), 0..20)).prop_map(|(names, words, passages)| {
        let mut layer = Layer::default();
        let mut seen: Vec<Vec<String>> = Vec::new();
        for (number, name) in names.into_iter().enumerate() {
            let entity = entity(format!("e{number}"), name, Vec::new());
            let pattern = pattern(&entity.name);
            if !seen.contains(&pattern) && Gazetteer::new("", None, vec![entity.clone()]).is_ok() {
                seen.push(pattern);
                layer.entities.push(entity);
            }
        }
        let layers = vec![layer];
        let text = words + &text(&layers, &passages);
        (layers, text)
    })
}

/// What a text is made of.
#[derive(Clone, Debug)]
enum Passage {
    /// A word, and what follows it.
    Word(&'static str, &'static str),
    /// One of the names, written in one of several ways, and what follows it.
    Name(Index, Writing, &'static str),
    /// A word or one of the names between what may be joined to it.
    Joined(Index, &'static str, &'static str),
}

#[derive(Clone, Copy, Debug)]
enum Writing {
    AsItIs,
    Capitals,
    Small,
    Composed,
    Decomposed,
    Hyphenated,
    /// With small letters behind the hyphens, as given names of two syllables are written.
    HyphenatedSmall,
    /// As a typesetter would.
    Typographic,
}

fn passage() -> impl Strategy<Value = Passage> {
    use Writing::*;
    let writing = select(vec![
        AsItIs,
        AsItIs,
        AsItIs,
        Capitals,
        Small,
        Composed,
        Decomposed,
        Hyphenated,
        HyphenatedSmall,
        Typographic,
    ]);
    prop_oneof![
        2 => (select(&WORDS[..]), select(&BREAKS[..])).prop_map(|(word, then)| Passage::Word(word, then)),
        3 => (any::<Index>(), writing, select(&BREAKS[..]))
            .prop_map(|(name, writing, then)| Passage::Name(name, writing, then)),
        1 => (any::<Index>(), select(&BEFORE[..]))
            .prop_map(|(name, before)| Passage::Joined(name, before, "")),
        1 => (any::<Index>(), select(&BEHIND[..]))
            .prop_map(|(name, behind)| Passage::Joined(name, "", behind)),
    ]
}

fn text(layers: &[Layer], passages: &[Passage]) -> String {
    let entities = layers.iter().flat_map(|layer| &layer.entities);
    let mut names: Vec<String> = entities.flat_map(forms).map(|f| f.text).collect();
    names.push("Ana".to_owned());
    let joins = |n: &&String| n.chars().any(|c| c >= '\u{590}');
    let mut joinable: Vec<String> = names.iter().filter(joins).cloned().collect();
    joinable.push("حلب".to_owned());
    let written = |passage: &Passage| match passage {
        Passage::Word(word, then) => format!("{word}{then}"),
        Passage::Name(index, writing, then) => {
            format!("{}{then}", write(index.get::<String>(&names), *writing))
        }
        Passage::Joined(index, before, behind) => {
            let name = index.get::<String>(&joinable);
            let name = name
                .strip_prefix("ال")
                .filter(|_| *before == "لل")
                .unwrap_or(name);
            format!(" {before}{name}{behind} ")
        }
    };
    passages.iter().map(written).collect()
}

fn write(name: &str, writing: Writing) -> String {
    match writing {
        Writing::AsItIs => name.to_owned(),
        // The capitals of "ß" are two letters, which is another matter.
        Writing::Capitals => name.replace('ß', "").to_uppercase(),
        Writing::Small => name.to_lowercase(),
        Writing::Composed => name.nfc().collect(),
        // Korean taken apart is not put together again.
        Writing::Decomposed if name.contains(|c| ('\u{AC00}'..='\u{D7A3}').contains(&c)) => {
            name.to_owned()
        }
        Writing::Decomposed => name.nfd().collect(),
        Writing::Hyphenated => name.replace(' ', "-"),
        Writing::HyphenatedSmall => {
            let mut words = name.split(' ');
            let first = words.next().unwrap_or_default().to_owned();
            words.fold(first, |all, word| format!("{all}-{}", word.to_lowercase()))
        }
        Writing::Typographic => name.replace('-', "–").replace('\'', "’"),
    }
}

/// The engine of gazetteers laid over each other.
pub fn highlighter(layers: &[Layer]) -> Highlighter {
    let mut highlighter = Highlighter::default();
    for layer in layers {
        let gazetteer = Gazetteer::new("", None, layer.entities.clone()).expect("sound entities");
        let gazetteer = gazetteer
            .with_mutes(layer.mutes.clone())
            .expect("sound mutes");
        let pack = Pack::compile(&gazetteer).expect("a pack");
        highlighter.lay_over(pack).expect("nothing is referred to");
    }
    highlighter
}

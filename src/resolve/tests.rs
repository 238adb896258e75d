//! What is left out of the candidates for speed changes no mention.

use proptest::prelude::*;

use super::{Layers, Resolved, candidates, mentions};
use crate::{document::Document, gazetteer::Gazetteer, pack::Pack};

/// Six states with their governments and armies; some of the governments have a name of their own.
fn layers() -> Layers {
    let states = [
        "Arland", "Borland", "Corland", "Dorland", "Erland", "Forland",
    ];
    let mut entities = Vec::new();
    for (number, state) in states.iter().enumerate() {
        let id = state.to_lowercase();
        let own = if number % 2 == 0 {
            format!(", \"{state} Cabinet\"")
        } else {
            String::new()
        };
        entities.push(format!(
            r#"{{"id": "{id}", "type": "country", "name": "{state}", "names": [{{"text": "{state}ian", "form": "demonym"}}]}}"#
        ));
        entities.push(format!(
            r#"{{"id": "{id}-government", "type": "government", "name": "Government of {state}",
                "names": [{{"text": "government", "form": "short", "case": "any"}}{own}],
                "roles": [{{"title": "Government", "of": "{id}"}}]}}"#
        ));
        entities.push(format!(
            r#"{{"id": "{id}-army", "type": "military", "name": "{state} Guard",
                "names": [{{"text": "army", "form": "short", "case": "any", "not": ["army of ants"]}}],
                "roles": [{{"title": "Army", "of": "{id}"}}]}}"#
        ));
    }
    let file = format!(r#"{{"entities": [{}]}}"#, entities.join(","));
    let gazetteer = Gazetteer::from_files("six states", None, [("states.json", file.as_str())]);
    let pack = Pack::compile(&gazetteer.expect("a gazetteer")).expect("a pack");
    let mut layers = Layers::default();
    layers.push(pack).expect("a layer");
    layers
}

const WORDS: [&str; 26] = [
    "Arland",
    "Arlandian",
    "Borlandian",
    "Corland",
    "Corland's",
    "Erlandian",
    "Forland",
    "Arland Cabinet",
    "Erland Cabinet",
    "Dorland Guard",
    "Government of Arland",
    "Government",
    "government",
    "Army",
    "army",
    "of",
    "the",
    "The",
    "army of ants",
    "said",
    "soldiers",
    ".",
    ",",
    "\n\n",
    "and",
    "Zorn",
];

fn told(all: &[Resolved]) -> Vec<String> {
    let tell = |r: &Resolved| {
        format!(
            "{:?} {:?} {:?} {:?} {:?}",
            r.span, r.entity, r.form, r.why, r.others
        )
    };
    all.iter().map(tell).collect()
}

proptest! {
    #[test]
    fn generic_words_that_nothing_speaks_for_change_nothing(
        words in prop::collection::vec(prop::sample::select(&WORDS[..]), 1..40)
    ) {
        let layers = layers();
        let text = words.join(" ");
        let found = |all: bool| {
            let mut document = Document::read(&text, &layers);
            let candidates = candidates(&mut document, &layers, all);
            (candidates.len(), told(&mentions(&document, &candidates, &layers, None)))
        };
        let (all, some) = (found(true), found(false));
        prop_assert_eq!(&all.1, &some.1, "{}", text);
        prop_assert!(some.0 <= all.0);
    }
}

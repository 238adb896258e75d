//! Any string as a name and as a text: a name is found where it stands by itself, and whatever holds of every answer
//! holds of those for a text about which nothing is known.
#![no_main]

use libfuzzer_sys::fuzz_target;
use namelight::{Entity, EntityType, Gazetteer, Highlighter, Links};
use namelight_fuzz::sound;

fuzz_target!(|data: &[u8]| {
    let data = String::from_utf8_lossy(data);
    let (name, text) = data.split_once('\n').unwrap_or((&data, ""));
    let entity = Entity {
        id: "one".to_owned(),
        entity_type: EntityType::Igo,
        name: name.trim().to_owned(),
        weak: None,
        names: Vec::new(),
        roles: Vec::new(),
        links: Links::default(),
        within: Vec::new(),
        at: None,
        population: None,
        examples: Vec::new(),
    };
    let Ok(gazetteer) = Gazetteer::new("fuzz", None, vec![entity]) else {
        return;
    };
    let name = gazetteer.entities()[0].name.clone();
    let highlighter = Highlighter::new(gazetteer).expect("nothing is referred to");
    sound::annotate(&highlighter, text);
    sound::candidates(&highlighter, text);

    let alone = format!("{text}\n\n{name}\n\n{text}");
    let blocks = text.len() + 2..text.len() + 2 + name.len();
    let found = highlighter.candidates(&alone);
    // Quotation marks and invisible characters about a name need not be part of it.
    let there =
        |f: &namelight::FoundForm| blocks.start <= f.bytes.start && f.bytes.end <= blocks.end;
    assert!(
        found.iter().any(there),
        "{name:?} is not found in {alone:?}"
    );
    sound::annotate(&highlighter, &alone);
});

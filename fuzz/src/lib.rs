//! What the fuzz targets share: gazetteers and texts made of a fuzzer's bytes, so that names are often found.

#[path = "../../tests/sound/mod.rs"]
pub mod sound;

#[path = "../../tests/packed/mod.rs"]
pub mod packed;

use arbitrary::{Arbitrary, Result, Unstructured};
use namelight::{
    CaseRule, Entity, EntityType, Form, Gazetteer, Highlighter, Links, Mute, PartialDate, Role,
    SurfaceForm,
};

/// What names and the text about them are made of: names, words that rules look at, and what parts words.
const PIECES: [&str; 48] = [
    "Syria",
    "Syrian",
    "Aleppo",
    "Idlib",
    "Assad",
    "Bashar",
    "Ahmad",
    "Łódź",
    "São",
    "Paris",
    "STRASSE",
    "U.S.",
    "Hay’at",
    "O'Brien",
    "حلب",
    "سُورِيَا",
    "叙利亚",
    "시리아",
    "シリア",
    "Москва",
    "army",
    "President",
    "minister",
    "foreign",
    "province",
    "provinces",
    "city",
    "of",
    "and",
    "the",
    "al",
    "de",
    "Gen.",
    "'s",
    "’",
    "-",
    "–",
    ".",
    ",",
    "\n",
    "\n\n",
    "\u{2029}",
    "\u{AD}",
    "\u{301}",
    "🎉",
    "«",
    "9",
    "x",
];

/// An engine for up to three gazetteers laid over each other, as far as they fit together.
pub fn highlighter(u: &mut Unstructured) -> Result<(Highlighter, Vec<String>)> {
    let mut highlighter = Highlighter::default();
    let mut names = Vec::new();
    for _ in 0..u.int_in_range(1..=3)? {
        let gazetteer = gazetteer(u)?;
        for entity in gazetteer.entities() {
            names.push(entity.name.clone());
            names.extend(entity.names.iter().map(|n| n.text.clone()));
        }
        // References to what is not there are refused, and nothing has changed.
        if let Ok(pack) = namelight::Pack::compile(&gazetteer) {
            let _ = highlighter.lay_over(pack);
        }
    }
    Ok((highlighter, names))
}

/// A gazetteer of a few entities; what would be refused is left out.
pub fn gazetteer(u: &mut Unstructured) -> Result<Gazetteer> {
    let mut entities: Vec<Entity> = Vec::new();
    for number in 0..u.int_in_range(0..=8)? {
        let entity = entity(u, number, &entities)?;
        if Gazetteer::new("", None, vec![entity.clone()]).is_ok() {
            entities.push(entity);
        }
    }
    let gazetteer = Gazetteer::new("fuzz", None, entities).expect("each entity is sound");
    let mutes: Vec<Mute> = (0..u.int_in_range(0..=2)?)
        .map(|_| {
            Ok(Mute {
                entity: optional(u, id)?,
                text: optional(u, name)?,
            })
        })
        .collect::<Result<_>>()?;
    Ok(match gazetteer.clone().with_mutes(mutes) {
        Ok(muting) => muting,
        Err(_) => gazetteer,
    })
}

fn entity(u: &mut Unstructured, number: usize, before: &[Entity]) -> Result<Entity> {
    let entity_type = *u.choose(&EntityType::ALL)?;
    let is_place = entity_type.kind() == namelight::Kind::Place;
    let places: Vec<&Entity> = before
        .iter()
        .filter(|e| e.kind() == entity_type.kind())
        .collect();
    let within = match is_place && !places.is_empty() {
        true => vec![u.choose(&places)?.id.clone()],
        false => Vec::new(),
    };
    Ok(Entity {
        id: format!("e{number}"),
        entity_type,
        name: name(u)?,
        weak: optional(u, bool::arbitrary)?,
        names: several(u, 4, surface_form)?,
        roles: several(u, 2, role)?,
        links: Links {
            wikidata: optional(u, |u| Ok(format!("Q{}", u32::arbitrary(u)?)))?,
            geonames: optional(u, u32::arbitrary)?,
            ..Links::default()
        },
        within,
        at: None,
        population: optional(u, u32::arbitrary)?.filter(|_| is_place),
        examples: Vec::new(),
    })
}

fn surface_form(u: &mut Unstructured) -> Result<SurfaceForm> {
    let implied = SurfaceForm::from_text(name(u)?);
    let case = [CaseRule::Exact, CaseRule::Proper, CaseRule::Any];
    Ok(SurfaceForm {
        form: *u.choose(&Form::ALL)?,
        case: *u.choose(&case)?,
        lang: optional(u, |_| Ok("en".to_owned()))?,
        needs: several(u, 2, name)?,
        not: several(u, 2, name)?,
        weak: optional(u, bool::arbitrary)?,
        ..implied
    })
}

fn role(u: &mut Unstructured) -> Result<Role> {
    let date = |u: &mut Unstructured| {
        let written = format!("20{:02}", u.int_in_range(0..=30)?);
        Ok(PartialDate::parse(&written).expect("a year"))
    };
    Ok(Role {
        title: name(u)?,
        of: optional(u, id)?,
        from: optional(u, date)?,
        to: optional(u, date)?,
        source: None,
    })
}

fn id(u: &mut Unstructured) -> Result<String> {
    Ok(format!("e{}", u.int_in_range(0..=8)?))
}

/// A name as it may stand in a gazetteer, in most cases.
fn name(u: &mut Unstructured) -> Result<String> {
    let mut name = String::new();
    for n in 0..u.int_in_range(1..=4)? {
        if n > 0 && u.ratio(3, 4)? {
            name.push(' ');
        }
        name.push_str(piece(u)?);
    }
    Ok(name.trim().chars().filter(|c| !c.is_control()).collect())
}

fn piece<'a>(u: &mut Unstructured<'a>) -> Result<&'a str> {
    match u.ratio(7, 8)? {
        true => Ok(u.choose(&PIECES)?),
        false => {
            let length = u.int_in_range(0..=12)?;
            let bytes = u.bytes(length.min(u.len()))?;
            Ok(core::str::from_utf8(bytes).unwrap_or("?"))
        }
    }
}

/// A text made of these names, of words about names, and of anything.
pub fn text(u: &mut Unstructured, names: &[String]) -> Result<String> {
    let mut text = String::new();
    while !u.is_empty() && text.len() < 4_000 {
        match !names.is_empty() && u.ratio(1, 2)? {
            true => {
                let name = u.choose(names)?;
                match u.int_in_range(0..=7)? {
                    0 => text.push_str(&name.to_uppercase()),
                    1 => text.push_str(&name.to_lowercase()),
                    _ => text.push_str(name),
                }
            }
            false => text.push_str(piece(u)?),
        }
        if u.ratio(3, 4)? {
            text.push(' ');
        }
    }
    Ok(text)
}

fn optional<'a, T>(
    u: &mut Unstructured<'a>,
    make: impl FnOnce(&mut Unstructured<'a>) -> Result<T>,
) -> Result<Option<T>> {
    match u.ratio(1, 3)? {
        true => make(u).map(Some),
        false => Ok(None),
    }
}

fn several<'a, T>(
    u: &mut Unstructured<'a>,
    most: usize,
    make: impl Fn(&mut Unstructured<'a>) -> Result<T>,
) -> Result<Vec<T>> {
    (0..u.int_in_range(0..=most)?).map(|_| make(u)).collect()
}

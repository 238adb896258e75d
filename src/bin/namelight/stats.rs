//! `namelight stats`: what a gazetteer holds, counted.

use std::{collections::BTreeMap, path::PathBuf};

use serde::Serialize;

use crate::{document::write_line, failure::Failure, sources::layers};

/// Counts the entities of a pack by type, and its surface forms, as one line of JSON.
#[derive(clap::Args)]
pub struct Arguments {
    /// A pack's file, a JSON gazetteer, or the name of one of the project's packs; by default all of these.
    #[arg(default_value = "all")]
    pack: PathBuf,
}

#[derive(Serialize)]
struct Stats {
    entities: BTreeMap<String, usize>,
    names: usize,
    checked: Option<namelight::Date>,
}

pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let highlighter = layers(core::slice::from_ref(&arguments.pack))?;
    let (mut entities, mut names) = (BTreeMap::new(), 0);
    for entity in highlighter.entities() {
        names += 1 + entity.names().len();
        let name = serde_json::to_value(entity.entity_type())?;
        *entities
            .entry(name.as_str().unwrap_or_default().to_owned())
            .or_default() += 1;
    }
    let stats = Stats {
        entities,
        names,
        checked: highlighter.checked(),
    };
    write_line(
        &mut std::io::stdout().lock(),
        &serde_json::to_string(&stats)?,
    )?;
    Ok(())
}

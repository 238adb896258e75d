//! `namelight check`: whether gazetteer files are as they should be, and do what their examples say.

use std::path::PathBuf;

use namelight::Pack;

use crate::{conflicts, failure::Failure, files::read_texts, sources::layers, whole::whole};

/// Checks gazetteer files together, as one gazetteer, and runs the examples that they carry.
///
/// With `--over` they are checked as an overlay: they may refer to what lies beneath, and what they replace there,
/// mute in vain or share a name with is written as JSON lines: {"kind","overlay","entity"?,"text"?,"other"?},
/// where `kind` is `replaced`, `mutes-nothing` or `shared-name`. None of that is a fault.
#[derive(clap::Args)]
pub struct Arguments {
    /// What they are laid over: the name of one of the project's packs or `all`, a pack's file or a JSON gazetteer;
    /// may be given several times, the lowest first.
    #[arg(long, value_name = "PACK")]
    over: Vec<PathBuf>,
    /// JSON gazetteers.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let texts = read_texts(&arguments.files)?;
    let gazetteer = whole("", None, &texts, layers(&arguments.over)?, &|g| g)?;
    let examples: usize = gazetteer.entities().iter().map(|e| e.examples.len()).sum();
    let summary = format!(
        "{} files, {} entities, {} surface forms, {examples} examples: no fault",
        texts.len(),
        gazetteer.entities().len(),
        gazetteer.name_count(),
    );
    if arguments.over.is_empty() {
        println!("{summary}");
        return Ok(());
    }
    let mut highlighter = layers(&arguments.over)?;
    let first = highlighter.packs().count() as u32;
    highlighter.lay_over(Pack::compile(&gazetteer)?)?;
    conflicts::list(&highlighter, first)?;
    eprintln!("{summary}");
    Ok(())
}

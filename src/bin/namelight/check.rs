//! `namelight check`: whether gazetteer files are as they should be, and do what their examples say.

use std::path::PathBuf;

use namelight::Highlighter;

use crate::{failure::Failure, files::read_texts, whole::whole};

/// Checks gazetteer files together, as one gazetteer, and runs the examples that they carry.
#[derive(clap::Args)]
pub struct Arguments {
    /// JSON gazetteers.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let texts = read_texts(&arguments.files)?;
    let gazetteer = whole("", None, &texts, Highlighter::default(), &|g| g)?;
    let examples: usize = gazetteer.entities().iter().map(|e| e.examples.len()).sum();
    println!(
        "{} files, {} entities, {} surface forms, {examples} examples: no fault",
        texts.len(),
        gazetteer.entities().len(),
        gazetteer.name_count(),
    );
    Ok(())
}

//! `namelight pack`: a gazetteer as one file for browsers.

use std::{fs, path::PathBuf};

use namelight::{Date, Highlighter, check};

use crate::{
    failure::Failure,
    files::{read_texts, shown},
    findings::faultless,
    sources::source,
};

/// Makes a pack: of the project's own gazetteer, or of the files named.
#[derive(clap::Args)]
pub struct Arguments {
    /// Which of the project's packs to make.
    #[arg(
        long,
        value_name = "NAME",
        default_value = "base",
        conflicts_with = "files"
    )]
    pack: String,
    /// Where to write it.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// What a pack of named files calls itself.
    #[arg(long, requires = "files", default_value = "")]
    title: String,
    /// The day on which the facts of named files were checked.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = Date::parse, requires = "files")]
    checked: Option<Date>,
    /// JSON gazetteers to make it of.
    files: Vec<PathBuf>,
}

pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let gazetteer = if arguments.files.is_empty() {
        source(&arguments.pack)?
    } else {
        let texts = read_texts(&arguments.files)?;
        faultless(check(
            &arguments.title,
            arguments.checked,
            &texts,
            Highlighter::default(),
            &|gazetteer| gazetteer,
        ))?
    };
    let bytes = gazetteer.to_pack()?;
    let place = shown(&arguments.out);
    if let Some(folder) = arguments.out.parent() {
        fs::create_dir_all(folder).map_err(|e| Failure::at(&place, e))?;
    }
    fs::write(&arguments.out, &bytes).map_err(|e| Failure::at(&place, e))?;
    println!(
        "{place}: {} entities, {} surface forms, {} bytes",
        gazetteer.entities().len(),
        gazetteer.name_count(),
        bytes.len()
    );
    Ok(())
}

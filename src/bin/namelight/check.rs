//! `namelight check`: whether gazetteer files are as they should be, and do what their examples say.

use std::path::PathBuf;

use namelight::{Checked, Severity, check};

use crate::{
    conflicts,
    failure::Failure,
    files::{expand, read_text, shown},
    findings::{self, Format},
    sources::{self, layers},
};

/// Checks gazetteer files together, as one gazetteer, and runs the examples that they carry.
///
/// Every finding is told with file and line. Errors have to be mended, and end with status 2; notes may be right all
/// the same. Without a file, or with the project's gazetteer folder, each of the project's packs is checked.
///
/// With `--over` files are checked as an overlay: they may refer to what lies beneath, and what they replace there,
/// mute in vain or share a name with is written as JSON lines: {"kind","overlay","entity"?,"text"?,"other"?},
/// where `kind` is `replaced`, `mutes-nothing` or `shared-name`. None of that is a fault.
#[derive(clap::Args)]
pub struct Arguments {
    /// What they are laid over: the name of one of the project's packs or `all`, a pack's file or a JSON gazetteer;
    /// may be given several times, the lowest first.
    #[arg(long, value_name = "PACK", requires = "files")]
    over: Vec<PathBuf>,
    /// How findings are written; as JSON lines they are {"severity","kind","file","line","entity","message"}, where
    /// `severity` is `error` or `note`.
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// JSON gazetteers, or folders of them.
    files: Vec<PathBuf>,
}

pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    match &arguments.files[..] {
        [] => project(arguments.format),
        [folder] if sources::is_home(folder) => project(arguments.format),
        files => named(arguments, files),
    }
}

/// Checks each of the project's packs.
fn project(format: Format) -> Result<(), Failure> {
    let mut errors = 0;
    sources::check_all(&mut |name, files, checked| {
        errors += told(&format!("pack {name}: "), files, checked, format)?;
        Ok(())
    })?;
    ended(errors)
}

/// Checks files as one gazetteer.
fn named(arguments: &Arguments, files: &[PathBuf]) -> Result<(), Failure> {
    let mut texts = Vec::new();
    let mut unread = 0;
    for file in files {
        let all = match file.is_dir() {
            true => expand(file, "*.json")?,
            false => vec![file.clone()],
        };
        for file in all {
            match read_text(&file) {
                Ok(text) => texts.push((shown(&file), text)),
                Err(Failure::Fault(message)) => {
                    eprintln!("{message}");
                    unread += 1;
                }
                Err(gone) => return Err(gone),
            }
        }
    }
    let under = layers(&arguments.over)?;
    let first = under.packs().count() as u32;
    let checked = check("", None, &texts, under, &|gazetteer| gazetteer);
    let errors = unread + told("", texts.len(), &checked, arguments.format)?;
    if let Some((_, highlighter)) = &checked.built
        && !arguments.over.is_empty()
    {
        conflicts::list(highlighter, first)?;
    }
    ended(errors)
}

/// Tells the findings of a check and, for people, what was checked; gives how many errors there are.
fn told(what: &str, files: usize, checked: &Checked, format: Format) -> Result<usize, Failure> {
    findings::write(&checked.findings, format)?;
    let (errors, notes) = (
        checked.count(Severity::Error),
        checked.count(Severity::Note),
    );
    let count = |n: usize, one: &str| format!("{n} {one}{}", if n == 1 { "" } else { "s" });
    let held = match &checked.built {
        None => "its examples were not run".to_owned(),
        Some((gazetteer, _)) => {
            let entities = gazetteer.entities();
            let examples: usize = entities.iter().map(|e| e.examples.len()).sum();
            format!(
                "{} entities, {} surface forms, {examples} examples",
                entities.len(),
                gazetteer.name_count()
            )
        }
    };
    eprintln!(
        "{what}{files} files, {held}: {}, {}",
        count(errors, "error"),
        count(notes, "note")
    );
    Ok(errors)
}

fn ended(errors: usize) -> Result<(), Failure> {
    match errors {
        0 => Ok(()),
        _ => Err(Failure::Told),
    }
}

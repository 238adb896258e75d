//! What is derived and kept in git, the schema from the Rust types and the tables from registry
//! packages, and the check of the gazetteer's files.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::command::Invocation;
use crate::{project, tables};

const FOLDER: &str = "gazetteer";
const SCHEMA: &str = "gazetteer/schema.json";

/// Writes the schema and the tables anew.
pub fn write() -> Result<()> {
    let schema = derived_schema()?;
    fs::write(project::at(SCHEMA), schema).with_context(|| format!("cannot write {SCHEMA}"))?;
    println!("wrote {SCHEMA}");
    tables::write()
}

/// Compares the schema with the types and the tables with their sources, and checks every
/// gazetteer file with its examples.
pub fn check() -> Result<()> {
    let kept = fs::read_to_string(project::at(SCHEMA))
        .with_context(|| format!("cannot read {SCHEMA}; `cargo xtask gazetteer` writes it"))?;
    if let Some(line) = first_difference(&kept, &derived_schema()?) {
        bail!(
            "{SCHEMA} does not fit the Rust types, from line {line} on; \
             `cargo xtask gazetteer` writes it anew"
        );
    }
    println!("{SCHEMA} fits the Rust types");
    tables::check()?;
    let files = source_files()?;
    if files.is_empty() {
        bail!("{FOLDER} holds no gazetteer file");
    }
    Invocation::cargo()
        .words("namelight check")
        .args(&files)
        .run()
}

fn derived_schema() -> Result<String> {
    println!("deriving the schema from the Rust types");
    Invocation::cargo().words("namelight schema").output()
}

/// The number of the first line that differs, from 1.
pub fn first_difference(kept: &str, derived: &str) -> Option<usize> {
    if kept == derived {
        return None;
    }
    let equal = kept
        .lines()
        .zip(derived.lines())
        .take_while(|(kept, derived)| kept == derived)
        .count();
    Some(equal + 1)
}

/// Every JSON file in the gazetteer's subfolders and every table of places, sorted, given from the
/// root; what lies beside the subfolders describes them.
fn source_files() -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in entries(&project::at(FOLDER))? {
        if path.is_dir() && !path.ends_with("sources") {
            add_files(&path, &mut files)?;
        }
    }
    files.sort();
    Ok(files)
}

fn add_files(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for path in entries(folder)? {
        if path.is_dir() {
            add_files(&path, files)?;
        } else if path
            .extension()
            .is_some_and(|extension| extension == "json" || extension == "tsv")
            && !path.ends_with("weak-words.tsv")
        {
            files.push(PathBuf::from(project::shown(&path)));
        }
    }
    Ok(())
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    fs::read_dir(folder)
        .and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect())
        .with_context(|| format!("cannot read {}", project::shown(folder)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_that_differs() {
        assert_eq!(first_difference("a\nb\n", "a\nb\n"), None);
        assert_eq!(first_difference("a\nb\n", "a\nc\n"), Some(2));
        assert_eq!(first_difference("a\n", "a\nb\n"), Some(2));
        assert_eq!(first_difference("a\n", "a"), Some(2));
    }
}

//! What is derived and kept in git, the schema from the Rust types and the tables from registry
//! packages, and the check of the packs.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::command::Invocation;
use crate::{project, tables};

const SCHEMA: &str = "gazetteer/schema.json";

/// Writes the schema and the tables anew.
pub fn write() -> Result<()> {
    let schema = derived_schema()?;
    fs::write(project::at(SCHEMA), schema).with_context(|| format!("cannot write {SCHEMA}"))?;
    println!("wrote {SCHEMA}");
    tables::write()
}

/// Compares the schema with the types and the tables with their sources, and checks the packs with
/// the examples that they carry.
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
    // Packs without fault are kept, so that making them is not done twice.
    Invocation::cargo().words("namelight check gazetteer").run()
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

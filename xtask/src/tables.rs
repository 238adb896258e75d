//! The derived tables of the gazetteer: made by the Python program in `xtask/places/` from pinned
//! registry packages, which it keeps under `target/`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::command::{Invocation, on_path};
use crate::project;

const FOLDER: &str = "gazetteer/derived";
const PROGRAM: &str = "xtask/places/make.py";

/// Makes the tables anew.
pub fn write() -> Result<()> {
    make(&project::at(FOLDER))?;
    println!("wrote the tables of {FOLDER}");
    Ok(())
}

/// Makes the tables beside the kept ones and compares each.
pub fn check() -> Result<()> {
    let made = project::target().join("xtask/tables");
    project::fresh_folder(&made)?;
    make(&made)?;
    let (kept_names, made_names) = (names(&project::at(FOLDER))?, names(&made)?);
    for name in &made_names {
        let made = read(&made.join(name))?;
        let path = project::at(FOLDER).join(name);
        let kept = read(&path).context("`cargo xtask gazetteer` writes it")?;
        if let Some(line) = crate::gazetteer::first_difference(&kept, &made) {
            bail!(
                "{} is not what its sources make, from line {line} on; \
                 `cargo xtask gazetteer` writes it anew",
                project::shown(&path)
            );
        }
    }
    if let Some(stray) = kept_names.iter().find(|name| !made_names.contains(name)) {
        bail!("{FOLDER}/{stray} is made by nothing; remove it");
    }
    println!("{FOLDER}: {} tables fit their sources", made_names.len());
    Ok(())
}

fn make(out: &Path) -> Result<()> {
    if on_path("python3").is_none() {
        bail!("Python is missing: install python3 (3.9 or later) with pip, and try again");
    }
    println!("making the tables of {FOLDER}");
    Invocation::new("python3")
        .arg("-B")
        .arg(project::at(PROGRAM))
        .arg(project::target().join("xtask/packages"))
        .arg(project::at("gazetteer"))
        .arg(out)
        .run()
}

/// The tables in a folder, sorted.
fn names(folder: &Path) -> Result<Vec<String>> {
    let unread = || format!("cannot read {}", project::shown(folder));
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).with_context(unread)? {
        let name = entry.with_context(unread)?.file_name();
        let name = name.to_string_lossy().into_owned();
        if name.ends_with(".tsv") {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", project::shown(path)))
}

//! Skipping work that is up to date: a step's inputs and outputs are hashed by content, and
//! the step is done again only where either differs from what was recorded after the last time.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::project;

/// Folders and files that are never an input: they are made, or belong to a tool.
const LEFT_OUT: [&str; 4] = ["node_modules", "target", "dist", ".DS_Store"];

/// One step of the build, known by the files that it reads and the files that it makes.
pub struct Step {
    stamp: PathBuf,
    inputs: Vec<PathBuf>,
    outputs: Vec<PathBuf>,
}

impl Step {
    /// A step with its inputs and outputs: files or whole folders, given from the root.
    pub fn new(name: &str, inputs: &[&str], outputs: &[&str]) -> Self {
        Self::between(
            project::target()
                .join("xtask")
                .join(format!("{name}.stamp")),
            inputs.iter().map(|path| project::at(path)).collect(),
            outputs.iter().map(|path| project::at(path)).collect(),
        )
    }

    /// A step between absolute paths, recorded in the file `stamp`.
    pub fn between(stamp: PathBuf, inputs: Vec<PathBuf>, outputs: Vec<PathBuf>) -> Self {
        Self {
            stamp,
            inputs,
            outputs,
        }
    }

    /// Does `work` unless it is up to date; returns whether it was done.
    pub fn unless_current(&self, work: impl FnOnce() -> Result<()>) -> Result<bool> {
        let inputs = hash(&self.inputs)?;
        if self.is_recorded(&inputs)? {
            return Ok(false);
        }
        self.always(work)?;
        Ok(true)
    }

    /// Does `work` and records it.
    pub fn always(&self, work: impl FnOnce() -> Result<()>) -> Result<()> {
        // Hashed before the work, so that a change made during it counts as a change.
        let inputs = hash(&self.inputs)?;
        work()?;
        if let Some(missing) = self.outputs.iter().find(|path| !path.exists()) {
            bail!("{} was not made", project::shown(missing));
        }
        let record = format!("{inputs}\n{}\n", hash(&self.outputs)?);
        if let Some(folder) = self.stamp.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&self.stamp, record)
            .with_context(|| format!("cannot write {}", project::shown(&self.stamp)))
    }

    fn is_recorded(&self, inputs: &str) -> Result<bool> {
        if self.outputs.iter().any(|path| !path.exists()) {
            return Ok(false);
        }
        let record = fs::read_to_string(&self.stamp).unwrap_or_default();
        Ok(record == format!("{inputs}\n{}\n", hash(&self.outputs)?))
    }
}

/// A hash over the names and contents of all files; an absent path counts as absent.
fn hash(paths: &[PathBuf]) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for path in paths {
        add(&mut hasher, path, Path::new(""))?;
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn add(hasher: &mut DefaultHasher, path: &Path, name: &Path) -> Result<()> {
    let failed = || format!("cannot read {}", project::shown(path));
    hasher.write(name.to_string_lossy().as_bytes());
    if path.is_dir() {
        hasher.write_u8(b'd');
        let mut names = fs::read_dir(path)
            .with_context(failed)?
            .map(|entry| entry.map(|entry| entry.file_name()))
            .collect::<Result<Vec<_>, _>>()
            .with_context(failed)?;
        names.sort();
        for entry in names {
            if !LEFT_OUT.iter().any(|left_out| entry == *left_out) {
                add(hasher, &path.join(&entry), &name.join(&entry))?;
            }
        }
    } else if path.exists() {
        let content = fs::read(path).with_context(failed)?;
        hasher.write_u8(b'f');
        hasher.write_usize(content.len());
        hasher.write(&content);
    } else {
        hasher.write_u8(b'-');
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
        project::fresh_folder(&folder).unwrap();
        folder
    }

    #[test]
    fn done_once_and_again_after_each_change() {
        let place = folder("fingerprint");
        let input = place.join("in");
        let output = place.join("out");
        fs::create_dir_all(input.join("node_modules")).unwrap();
        fs::write(input.join("a.txt"), "one").unwrap();
        let step = Step::between(
            place.join("stamps/step"),
            vec![input.clone(), place.join("absent")],
            vec![output.clone()],
        );
        let done = || {
            step.unless_current(|| Ok(fs::write(&output, "made")?))
                .unwrap()
        };

        assert!(done(), "never done before");
        assert!(!done(), "nothing changed");
        fs::write(input.join("node_modules/b.txt"), "left out").unwrap();
        assert!(!done(), "only a left-out folder changed");
        fs::write(input.join("a.txt"), "two").unwrap();
        assert!(done(), "an input changed");
        fs::rename(input.join("a.txt"), input.join("c.txt")).unwrap();
        assert!(done(), "an input was renamed");
        fs::write(place.join("absent"), "").unwrap();
        assert!(done(), "an absent input appeared");
        fs::write(&output, "damaged").unwrap();
        assert!(done(), "the output changed");
        fs::remove_file(&output).unwrap();
        assert!(done(), "the output is gone");
        assert!(!done(), "nothing changed since");
        fs::remove_dir_all(place).unwrap();
    }

    #[test]
    fn failed_work_is_not_recorded() {
        let place = folder("fingerprint-failure");
        let step = Step::between(place.join("step"), vec![], vec![]);
        assert!(step.unless_current(|| bail!("broken")).is_err());
        assert!(step.unless_current(|| Ok(())).unwrap());
        fs::remove_dir_all(place).unwrap();
    }

    #[test]
    fn work_that_makes_nothing_is_an_error() {
        let place = folder("fingerprint-nothing");
        let step = Step::between(place.join("step"), vec![], vec![place.join("out")]);
        let error = step.unless_current(|| Ok(())).unwrap_err().to_string();
        assert!(error.ends_with("out was not made"), "{error}");
        fs::remove_dir_all(place).unwrap();
    }
}

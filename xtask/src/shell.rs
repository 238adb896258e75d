//! Which of the package's JavaScript files a page needs before a name is lit, and which only for
//! the card: told apart by following imports.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

const ENTRY: &str = "index.js";
/// What is imported once the first names are lit: the observer with its tools, and the card.
const LATER: [&str; 2] = ["card.js", "live.js"];
/// For pages that ask for them: the engine in a worker instead of the one in the page's own thread,
/// and wrapping instead of highlights.
const ASKED_FOR: [&str; 2] = ["worker-engine.js", "wrapping-painter.js"];

/// The files of the package's shell.
pub struct Shell {
    /// The entry and everything that it leads to without passing through the card. What is
    /// imported later counts as well: no name is lit before the engine and its glue are there.
    pub core: Vec<PathBuf>,
    /// The same with the card.
    pub all: Vec<PathBuf>,
}

impl Shell {
    /// Reads the package's folder.
    pub fn read(folder: &Path) -> Result<Self> {
        Ok(Self {
            core: led_to(folder, &[LATER, ASKED_FOR].concat())?,
            all: led_to(folder, &ASKED_FOR)?,
        })
    }
}

/// The entry and everything that it leads to without passing through one of these.
fn led_to(folder: &Path, without: &[&str]) -> Result<Vec<PathBuf>> {
    let mut found = BTreeSet::new();
    let mut open = vec![ENTRY.to_owned()];
    while let Some(name) = open.pop() {
        let file = folder.join(&name);
        if without.contains(&name.as_str()) || found.contains(&file) {
            continue;
        }
        let source = fs::read_to_string(&file).with_context(|| {
            let shown = crate::project::shown(&file);
            format!("cannot read {shown}; `cargo xtask build` makes it")
        })?;
        open.extend(imports(&source).map(str::to_owned));
        found.insert(file);
    }
    Ok(found.into_iter().collect())
}

/// The names of the files beside it that a module imports, statically or when needed.
fn imports(source: &str) -> impl Iterator<Item = &str> {
    ["\"./", "'./", "`./"]
        .into_iter()
        .flat_map(|start| source.match_indices(start))
        .filter_map(|(at, start)| {
            let before = source[..at].trim_end();
            let (quote, _) = start.split_at(1);
            let (name, _) = source[at + start.len()..].split_once(quote)?;
            let is_import = ["from", "import", "import("]
                .iter()
                .any(|word| before.ends_with(word));
            (is_import && name.ends_with(".js")).then_some(name)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_in_every_form() {
        let source = r#"import{a as b}from"./a.js";import "./b.js";export * from './c.js';
            const card=await import(`./card.js`);new URL("./module.wasm",import.meta.url);
            import d from "other";fetch("./e.js");const from="./no.css";"#;
        let mut found: Vec<&str> = imports(source).collect();
        found.sort_unstable();
        assert_eq!(found, ["a.js", "b.js", "c.js", "card.js"]);
    }

    #[test]
    fn what_comes_later_is_not_in_the_core_and_other_entries_are_in_neither() {
        let folder = std::env::temp_dir().join(format!("xtask-shell-{}", std::process::id()));
        crate::project::fresh_folder(&folder).unwrap();
        let files = [
            (
                "index.js",
                "import'./shared.js';import('./live.js');import('./card.js');import('./engine.js');import('./worker-engine.js');import('./wrapping-painter.js')",
            ),
            ("shared.js", "export const one=1"),
            ("engine.js", "import{one}from'./shared.js'"),
            (
                "card.js",
                "import{one}from'./shared.js';import'./placing.js'",
            ),
            ("live.js", "import{one}from'./shared.js'"),
            ("placing.js", ""),
            ("worker-engine.js", ""),
            ("wrapping-painter.js", "import'./shared.js'"),
            ("element.js", "import'./index.js'"),
            ("index.d.ts", ""),
        ];
        for (name, source) in files {
            fs::write(folder.join(name), source).unwrap();
        }
        let shell = Shell::read(&folder).unwrap();
        let names = |files: &[PathBuf]| -> Vec<String> {
            let name = |file: &PathBuf| file.file_name().unwrap().to_string_lossy().into_owned();
            files.iter().map(name).collect()
        };
        assert_eq!(names(&shell.core), ["engine.js", "index.js", "shared.js"]);
        assert_eq!(
            names(&shell.all),
            [
                "card.js",
                "engine.js",
                "index.js",
                "live.js",
                "placing.js",
                "shared.js"
            ]
        );
        fs::remove_dir_all(folder).unwrap();
    }
}

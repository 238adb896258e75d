//! `cargo xtask release`: one version everywhere. `Cargo.toml` has it; every other place that
//! names it is written from there, and compared in every test run.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::command::Invocation;
use crate::project;
use crate::version::Version;

/// The file that the others follow, and what stands before the version in it.
const SOURCE: (&str, &str) = ("Cargo.toml", "\nversion = \"");

/// The other places: the version follows the text, wherever that stands in the file.
const PLACES: [(&str, &str); 8] = [
    ("www/package.json", "\n  \"version\": \""),
    ("www/demo/package.json", "\n  \"version\": \""),
    ("www/README.md", "namelight@"),
    ("examples/next/package.json", "\"namelight\": \""),
    ("examples/node-script/package.json", "\"namelight\": \""),
    ("examples/own-gazetteer/package.json", "\"namelight\": \""),
    ("examples/plain-html/package.json", "\"namelight\": \""),
    ("examples/vite-typescript/package.json", "\"namelight\": \""),
];

const CHANGELOG: &str = "CHANGELOG.md";
const UNRELEASED: &str = "\n## Unreleased\n";

/// Compares all places; with a version control tag such as `v1.2.3`, that too, and the changelog
/// has to have a section of that version on top.
pub fn check(tag: Option<&str>) -> Result<()> {
    let (file, before) = SOURCE;
    let version = all_after(&read(file)?, before)
        .next()
        .and_then(Version::find)
        .with_context(|| format!("{file} has no version"))?;
    for (file, before) in PLACES {
        agrees(&read(file)?, before, version).with_context(|| file.to_string())?;
    }
    let changelog = read(CHANGELOG)?;
    changelog_agrees(&changelog, version).context(CHANGELOG)?;
    if let Some(tag) = tag {
        if tag != format!("v{version}") {
            bail!("{tag} is not v{version}, which the sources have");
        }
        if changelog.contains(UNRELEASED) {
            bail!("{CHANGELOG} has changes that no version has; `cargo xtask release {version}`");
        }
    }
    println!("{version} everywhere");
    Ok(())
}

/// Writes a version to all places and makes the changes so far those of this version.
pub fn write(version: Version) -> Result<()> {
    let changelog = read(CHANGELOG)?;
    if !changelog.contains(UNRELEASED) {
        bail!("{CHANGELOG} has no section \"Unreleased\": there is nothing to release");
    }
    let heading = format!("\n## {version}\n");
    save(CHANGELOG, &changelog.replacen(UNRELEASED, &heading, 1))?;
    for (file, before) in [SOURCE].iter().chain(&PLACES) {
        save(file, &replaced(&read(file)?, before, version))?;
    }
    for manifest in ["Cargo.toml", "fuzz/Cargo.toml"] {
        Invocation::cargo()
            .words("update --workspace --offline --manifest-path")
            .arg(manifest)
            .run()?;
    }
    Invocation::npm()
        .words("install --package-lock-only --no-audit --no-fund")
        .run()?;
    check(Some(&format!("v{version}")))
}

/// What follows each occurrence of `before`, to the end of the text.
fn all_after<'a>(text: &'a str, before: &'a str) -> impl Iterator<Item = &'a str> {
    text.match_indices(before)
        .map(|(at, found)| &text[at + found.len()..])
}

fn agrees(text: &str, before: &str, version: Version) -> Result<()> {
    let mut is_named = false;
    for after in all_after(text, before) {
        is_named = true;
        let found = &after[..length(after)];
        if found != version.to_string() {
            bail!("has {found} where {} has {version}", SOURCE.0);
        }
    }
    if !is_named {
        bail!("does not name the version after {before:?}");
    }
    Ok(())
}

/// The newest version that the changelog names is the current one, where it names any.
fn changelog_agrees(changelog: &str, version: Version) -> Result<()> {
    let newest = all_after(changelog, "\n## ")
        .map(|after| after.lines().next().unwrap_or_default())
        .find(|heading| *heading != "Unreleased");
    match newest {
        Some(heading) if heading != version.to_string() => {
            bail!(
                "has {heading} as its newest, where {} has {version}",
                SOURCE.0
            )
        }
        None if !changelog.contains(UNRELEASED) => bail!("has no section"),
        _ => Ok(()),
    }
}

fn replaced(text: &str, before: &str, version: Version) -> String {
    let mut parts = text.split(before);
    let mut written = parts.next().unwrap_or_default().to_string();
    for part in parts {
        written.push_str(before);
        written.push_str(&version.to_string());
        written.push_str(&part[length(part)..]);
    }
    written
}

/// How much of the beginning of a text is a version.
fn length(text: &str) -> usize {
    text.find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(text.len())
}

fn read(file: &str) -> Result<String> {
    fs::read_to_string(project::at(file)).with_context(|| format!("cannot read {file}"))
}

fn save(file: &str, text: &str) -> Result<()> {
    fs::write(project::at(file), text).with_context(|| format!("cannot write {file}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Version = Version(1, 2, 3);

    #[test]
    fn all_places_name_one_version() {
        check(None).unwrap();
    }

    #[test]
    fn a_place_that_differs_is_an_error() {
        let before = "namelight@";
        assert!(agrees("a/namelight@1.2.3/b namelight@1.2.3", before, NOW).is_ok());
        assert!(agrees("a/namelight@1.2.3/b namelight@1.2.4", before, NOW).is_err());
        assert!(agrees("a/namelight@1.2.30/b", before, NOW).is_err());
        assert!(agrees("nothing", before, NOW).is_err());
    }

    #[test]
    fn every_occurrence_is_written() {
        let text = "namelight@0.1.0/a.js, namelight@0.1.0/b.js, other@0.1.0";
        let expected = "namelight@1.2.3/a.js, namelight@1.2.3/b.js, other@0.1.0";
        assert_eq!(replaced(text, "namelight@", NOW), expected);
    }

    #[test]
    fn the_changelog_may_be_ahead_but_not_elsewhere() {
        let rows = [
            ("# Changelog\n\n## Unreleased\n\n- a\n", true),
            (
                "# Changelog\n\n## Unreleased\n\n- a\n\n## 1.2.3\n\n- b\n",
                true,
            ),
            ("# Changelog\n\n## 1.2.3\n\n- b\n\n## 1.2.2\n", true),
            ("# Changelog\n\n## 1.2.2\n\n- b\n", false),
            ("# Changelog\n\n## Unreleased\n\n## 1.2.4\n", false),
            ("# Changelog\n", false),
        ];
        for (changelog, is_right) in rows {
            let outcome = changelog_agrees(changelog, NOW);
            assert_eq!(outcome.is_ok(), is_right, "{changelog}");
        }
    }
}

//! Node and the npm packages.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::command::Invocation;
use crate::fingerprint::Step;
use crate::project;
use crate::version::Version;

/// The oldest Node that the tools of the web part run on.
const OLDEST: Version = Version(20, 19, 0);

/// Installs what the root's package-lock.json names, unless that was done before; returns whether
/// it was done now.
pub fn packages() -> Result<bool> {
    packages_in("", "ci")
}

/// The same for a folder with a lock file of its own, whose packages have parts for other systems
/// that not every registry offers: `npm ci` would insist on them.
pub fn packages_of(folder: &str) -> Result<bool> {
    packages_in(folder, "install --no-save")
}

fn packages_in(folder: &str, command: &str) -> Result<bool> {
    check_node()?;
    let folder = project::at(folder);
    // Recorded among the packages: whoever removes them removes the record too.
    Step::between(
        folder.join("node_modules/.xtask-stamp"),
        vec![folder.join("package-lock.json")],
        vec![folder.join("node_modules/.package-lock.json")],
    )
    .unless_current(|| install(&folder, command))
}

/// Runs a script of the root package.json.
pub fn script(name: &str) -> Invocation {
    Invocation::npm().words("run --silent").arg(name)
}

fn install(folder: &Path, command: &str) -> Result<()> {
    let lock = folder.join("package-lock.json");
    let lock = fs::read_to_string(&lock)
        .with_context(|| format!("cannot read {}", project::shown(&lock)))?;
    let count = lock.matches("\"integrity\":").count();
    println!("installing {count} npm packages");
    Invocation::npm()
        .arg("--prefix")
        .arg(folder)
        .words(command)
        .words("--prefer-offline --no-audit --no-fund")
        .env("NO_UPDATE_NOTIFIER", "1")
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
        .run()
}

fn check_node() -> Result<()> {
    let install = format!("install Node {OLDEST} or later from https://nodejs.org");
    let printed = Invocation::new("node")
        .arg("--version")
        .output()
        .with_context(|| format!("Node is missing: {install}"))?;
    let version = Version::find(&printed)
        .with_context(|| format!("`node --version` printed {printed:?}, which is no version"))?;
    if version < OLDEST {
        bail!("Node {version} is too old: {install}");
    }
    if !Invocation::npm().arg("--version").works() {
        bail!("Node {version} is there, but npm is not: {install}, which brings npm along");
    }
    Ok(())
}

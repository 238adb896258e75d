//! Node and the npm packages.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::command::Invocation;
use crate::fingerprint::Step;
use crate::project;
use crate::version::Version;

/// The oldest Node that the tools of the web part run on.
const OLDEST: Version = Version(20, 19, 0);

/// Installs what package-lock.json names, unless that was done before; returns whether it was
/// done now.
pub fn packages() -> Result<bool> {
    check_node()?;
    // Recorded among the packages: whoever removes them removes the record too.
    Step::between(
        project::at("node_modules/.xtask-stamp"),
        vec![project::at("package-lock.json")],
        vec![project::at("node_modules/.package-lock.json")],
    )
    .unless_current(install)
}

/// Runs a script of the root package.json.
pub fn script(name: &str) -> Invocation {
    Invocation::npm().words("run --silent").arg(name)
}

fn install() -> Result<()> {
    let lock = fs::read_to_string(project::at("package-lock.json"))
        .context("cannot read package-lock.json")?;
    let count = lock.matches("\"integrity\":").count();
    println!("installing {count} npm packages");
    Invocation::npm()
        .words("ci --no-audit --no-fund")
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

//! What is done with the packed package: its tests in the tools of its users, and the reference
//! of its interface. Their programs have a folder and a lock file of their own, so that making
//! the package and the demo page does not need them.

use anyhow::Result;

use crate::browsers::CHROMIUM;
use crate::command::Invocation;
use crate::products::PACKAGE;
use crate::{engine, node};

/// Where the programs are installed.
const FOLDER: &str = "tests/package";

/// The command `docs`: the reference as pages in `dist/api`.
pub fn docs() -> Result<()> {
    node::packages()?;
    engine::make()?;
    engine::make_pack()?;
    PACKAGE.make_unless_current()?;
    programs()?;
    reference()?;
    println!("made dist/api");
    Ok(())
}

/// Installs the programs.
pub fn programs() -> Result<()> {
    node::packages_of(FOLDER).map(|_| ())
}

/// Makes the reference; fails where something public has no description.
pub fn reference() -> Result<()> {
    script("docs").run()
}

/// Installs the tarball in the tools of its users and runs what they make of it.
pub fn test() -> Result<()> {
    script("check").run()?;
    script("test")
        .env(CHROMIUM.variable, CHROMIUM.program()?)
        .run()
}

fn script(name: &str) -> Invocation {
    Invocation::npm()
        .args(["--prefix", FOLDER])
        .words("run --silent")
        .arg(name)
}

//! Which compiler makes WebAssembly here: the active one where it has the target or rustup can
//! add it, else the distribution's own, which builds the standard library from its sources.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::command::Invocation;
use crate::distribution::Distribution;
use crate::project;
use crate::version::Version;

/// The engine's target.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// How long rustup may take; without a network it would try for minutes.
const RUSTUP_LIMIT: Duration = Duration::from_secs(60);

/// A compiler that can make WebAssembly.
pub enum Toolchain {
    /// The active one, with the target's standard library installed.
    Active,
    /// The distribution's, which needs the standard library built along.
    Distribution(Distribution),
}

impl Toolchain {
    /// Finds or installs one.
    pub fn find() -> Result<Self> {
        if active_has_target()? {
            return Ok(Self::Active);
        }
        let needed = needed_version()?;
        // Where the distribution's compiler has worked before, rustup had no network: asking it
        // again would cost up to a minute each time.
        if let (true, Some(found)) = (distribution_folder().exists(), Distribution::find(needed)) {
            return Ok(Self::Distribution(found));
        }
        if add_with_rustup()? {
            return Ok(Self::Active);
        }
        if let Some(found) = Distribution::find(needed) {
            return Ok(Self::Distribution(found));
        }
        match Distribution::install(needed)? {
            Some(installed) => Ok(Self::Distribution(installed)),
            None => bail!(
                "no compiler for WebAssembly: rustup could not add the target, and the \
                 distribution has no rustc from {needed} on; type: rustup target add {TARGET}"
            ),
        }
    }

    /// What it is, for people.
    pub fn shown(&self) -> String {
        match self {
            Self::Active => "the active compiler".to_string(),
            Self::Distribution(found) => format!(
                "the distribution's compiler {}, with the standard library built from its sources",
                found.version
            ),
        }
    }

    /// `cargo <subcommand>` for the WebAssembly target.
    pub fn cargo(&self, subcommand: &str) -> Result<Invocation> {
        let cargo = match self {
            Self::Active => Invocation::cargo().arg(subcommand),
            Self::Distribution(found) => {
                let linker = match active_linker()? {
                    Some(linker) => linker,
                    None => found.linker()?,
                };
                let linker = linker.display().to_string();
                found
                    .cargo(subcommand)
                    .arg("--config")
                    .arg(format!("target.{TARGET}.linker={linker:?}"))
            }
        };
        Ok(cargo
            .args(["--target", TARGET])
            .arg("--target-dir")
            .arg(self.target_folder()))
    }

    /// Where it builds: a folder for each compiler, so that they do not undo each other's work.
    pub fn target_folder(&self) -> PathBuf {
        match self {
            Self::Active => project::target(),
            Self::Distribution(_) => distribution_folder(),
        }
    }

    /// Makes `cargo clippy` work, where that takes a package.
    pub fn add_clippy(&self) -> Result<()> {
        match self {
            Self::Active => Ok(()),
            Self::Distribution(found) => found.add_clippy(),
        }
    }
}

fn distribution_folder() -> PathBuf {
    project::target().join("wasm")
}

fn active_sysroot() -> Result<PathBuf> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let printed = Invocation::new(rustc).words("--print sysroot").output()?;
    Ok(PathBuf::from(printed.trim()))
}

fn active_has_target() -> Result<bool> {
    Ok(active_sysroot()?
        .join("lib/rustlib")
        .join(TARGET)
        .join("lib")
        .is_dir())
}

/// The linker that rustup's toolchains bring.
fn active_linker() -> Result<Option<PathBuf>> {
    let hosts = fs::read_dir(active_sysroot()?.join("lib/rustlib"));
    Ok(hosts
        .into_iter()
        .flatten()
        .flatten()
        .map(|host| host.path().join("bin/rust-lld"))
        .find(|path| path.exists()))
}

/// Returns whether the target is there now; rustup without a network is no error.
fn add_with_rustup() -> Result<bool> {
    // rustup sets the variable for whatever it starts.
    let Some(toolchain) = std::env::var_os("RUSTUP_TOOLCHAIN") else {
        return Ok(false);
    };
    let add = Invocation::new("rustup")
        .words("target add --toolchain")
        .arg(toolchain)
        .arg(TARGET)
        .within(RUSTUP_LIMIT);
    println!("adding the target with `{}`", add.line());
    let add = add.env("RUST_BACKTRACE", "0");
    if add.run().is_ok() {
        return active_has_target();
    }
    println!("rustup could not add the target; going on with the distribution's compiler");
    Ok(false)
}

/// The compiler version that the project asks for.
fn needed_version() -> Result<Version> {
    let manifest = fs::read_to_string(project::at("Cargo.toml"))?;
    manifest
        .lines()
        .find(|line| line.starts_with("rust-version"))
        .and_then(Version::find)
        .context("Cargo.toml has no rust-version")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_project_names_its_version() {
        assert!(needed_version().unwrap() >= Version(1, 85, 0));
    }
}

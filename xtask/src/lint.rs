//! Formatting, clippy and documentation, with every warning an error.

use std::time::Duration;

use anyhow::Result;

use crate::command::Invocation;
use crate::steps::{Done, Steps};
use crate::toolchain::Toolchain;

/// How long rustup may take to add a component.
const RUSTUP_LIMIT: Duration = Duration::from_secs(60);

/// The command: these steps alone.
pub fn run() -> Result<()> {
    let mut steps = Steps::default();
    add_to(&mut steps);
    steps.finish()
}

/// The steps, for a longer run.
pub fn add_to(steps: &mut Steps) {
    steps.step("format", &[], || {
        with_component("rustfmt", "fmt", || {
            Invocation::cargo()
                .words("fmt --all --check -- --color never")
                .run()
        })
    });
    steps.step("clippy", &[], || {
        with_component("clippy", "clippy", || {
            Invocation::cargo()
                .words("clippy --workspace --all-targets --all-features -- -D warnings")
                .run()
        })
    });
    steps.step("clippy, WebAssembly part", &[], || {
        with_component("clippy", "clippy", || {
            let toolchain = Toolchain::find()?;
            toolchain.add_clippy()?;
            // The engine, and the importer.
            for features in ["", "import"] {
                toolchain
                    .cargo("clippy")?
                    .words("--profile wasm --package namelight --lib --features")
                    .arg(features)
                    .words("-- -D warnings")
                    .run()?;
            }
            Ok(())
        })
    });
    steps.plain("documentation", &[], || {
        Invocation::cargo()
            .words("doc --package namelight --lib --all-features --no-deps")
            .env("RUSTDOCFLAGS", "-D warnings -D missing_docs")
            .run()
    });
}

/// Runs `work` where `cargo <subcommand>` is there or rustup can add it.
fn with_component(
    component: &str,
    subcommand: &str,
    work: impl FnOnce() -> Result<()>,
) -> Result<Done> {
    let is_here = || Invocation::cargo().args([subcommand, "--version"]).works();
    if !is_here() {
        let add = Invocation::new("rustup")
            .args(["component", "add", component])
            .within(RUSTUP_LIMIT);
        let line = add.line().to_string();
        println!("{component} is absent: trying `{line}`");
        if let Err(error) = add.run() {
            return Ok(Done::Absent(format!("{component} is absent: {error:#}")));
        }
        if !is_here() {
            return Ok(Done::Absent(format!(
                "{component} is absent, also after `{line}`"
            )));
        }
    }
    work().map(|()| Done::Passed)
}

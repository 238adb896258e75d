//! `www/generated/`: the engine as WebAssembly with its glue, and the base pack.

use std::fs;

use anyhow::{Context, Result};

use crate::command::Invocation;
use crate::fingerprint::Step;
use crate::toolchain::Toolchain;
use crate::{glue, node, project};

/// Where the generated files go, and what the web builds import.
const FOLDER: &str = "www/generated";

/// The engine's sources, for both builds.
const SOURCES: [&str; 5] = [
    "src",
    "build.rs",
    "Cargo.toml",
    "Cargo.lock",
    ".cargo/config.toml",
];

/// What decides how the module is built, beside its sources.
const RECIPE: [&str; 8] = [
    "xtask/src/distribution.rs",
    "xtask/src/engine.rs",
    "xtask/src/glue.rs",
    "xtask/src/imports.rs",
    "xtask/src/locations.rs",
    "xtask/src/toolchain.rs",
    "xtask/src/traps.rs",
    "package-lock.json",
];

const ENGINE_FILES: [&str; 4] = [
    "www/generated/namelight.js",
    "www/generated/namelight.d.ts",
    "www/generated/namelight_bg.wasm",
    "www/generated/namelight_bg.wasm.d.ts",
];

/// The base pack as the package ships it.
pub const BASE_PACK: &str = "www/generated/base.nlpack";

/// The engine as the package ships it.
pub const MODULE: &str = "www/generated/namelight_bg.wasm";

/// Makes the engine unless it is up to date; returns whether it was made.
pub fn make() -> Result<bool> {
    let inputs = [&SOURCES[..], &RECIPE].concat();
    Step::new("engine", &inputs, &ENGINE_FILES).unless_current(compile)
}

fn compile() -> Result<()> {
    node::packages()?;
    let toolchain = Toolchain::find()?;
    println!("compiling the engine with {}", toolchain.shown());
    toolchain
        .cargo("build")?
        .words("--profile wasm --package namelight --lib")
        .run()?;
    let compiled = toolchain
        .target_folder()
        .join(crate::toolchain::TARGET)
        .join("wasm/namelight.wasm");

    // Finished first and moved last, so that a failure leaves no half-made engine.
    let workshop = project::target().join("xtask/glue");
    project::fresh_folder(&workshop)?;
    println!("writing the glue and optimising the module (wasm-opt -O3)");
    glue::write(&compiled, &workshop)?;
    glue::optimise(&workshop.join("namelight_bg.wasm"))?;
    fs::create_dir_all(project::at(FOLDER))?;
    for file in ENGINE_FILES {
        let to = project::at(file);
        let name = to.file_name().expect("each of the files has a name");
        fs::copy(workshop.join(name), &to).with_context(|| format!("cannot write {file}"))?;
    }
    Ok(())
}

/// Makes the base pack with the command line unless it is up to date; returns whether it was.
pub fn make_pack() -> Result<bool> {
    let inputs = [&SOURCES[..], &["gazetteer", "xtask/src/engine.rs"]].concat();
    Step::new("pack", &inputs, &[BASE_PACK]).unless_current(|| {
        fs::create_dir_all(project::at(FOLDER))?;
        println!("building the command line and packing the gazetteer");
        Invocation::cargo()
            .words("namelight pack --out")
            .arg(BASE_PACK)
            .run()
    })
}

//! The JavaScript side of the engine: wasm-bindgen's glue beside the module, and the module
//! made smaller and faster by Binaryen's `wasm-opt`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::command::Invocation;
use crate::{fallbacks, imports, locations, project, traps};

/// What rustc's default for the target may emit, and what both browsers have.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-simd",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-mutable-globals",
    "--enable-multivalue",
    "--enable-reference-types",
];

/// How much is taken out of a module.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Treatment {
    /// Nothing.
    Whole,
    /// What a page must not wait for: the ways of panics, and long names of imports.
    Smallest,
}

/// Writes the module of this name, its glue and their types into `folder`.
pub fn write(compiled: &Path, name: &str, treatment: Treatment, folder: &Path) -> Result<()> {
    check_versions()?;
    let smallest = treatment == Treatment::Smallest;
    let mut module = match smallest {
        true => traps::module(compiled)?,
        false => traps::untouched(compiled)?,
    };
    if smallest && locations::erase(&mut module) == 0 {
        println!("the module has no locations of panics, or in a way that is not known here");
    }
    let mut bindgen = Bindgen::new();
    let mut output = bindgen
        .input_module(name, module)
        .out_name(name)
        .web(true)?
        .typescript(true)
        // Where the module lies is for the package to say, once.
        .omit_default_module_path(true)
        .generate_output()
        .context("wasm-bindgen could not make the glue")?;
    let short = match smallest {
        true => imports::shorten(output.wasm_mut()),
        false => Default::default(),
    };
    output
        .emit(folder)
        .context("wasm-bindgen could not write the glue")?;
    let script = folder.join(format!("{name}.js"));
    let mut glue = imports::renamed(&fs::read_to_string(&script)?, &short)?;
    if smallest {
        glue = fallbacks::removed(&glue)?;
    }
    fs::write(&script, glue).context("cannot write the glue")
}

/// Optimises a module in place.
pub fn optimise(module: &Path) -> Result<()> {
    Invocation::new("node")
        .arg(project::at("node_modules/binaryen/bin/wasm-opt"))
        .arg("-O3")
        // Browsers make a function fast once it was entered often: what loops long is not to swallow what it calls.
        .args(["--one-caller-inline-max-function-size", "32"])
        // Functions of one kind lie together then, which compresses better.
        .args(["--reorder-functions-by-name", "--strip-debug"])
        // Runs of zeros compress better than segments between them.
        .arg("--skip-pass=memory-packing")
        .args(FEATURES)
        // Which features were used is for tools; browsers do not read it.
        .arg("--strip-target-features")
        .arg(module)
        .arg("-o")
        .arg(module)
        .run()
}

/// The glue and the crate that it serves must be the same version.
fn check_versions() -> Result<()> {
    let lock = fs::read_to_string(project::at("Cargo.lock"))?;
    let locked = locked_version(&lock, "wasm-bindgen").context("Cargo.lock has no wasm-bindgen")?;
    let ours = wasm_bindgen_shared::version();
    // A build from a git checkout adds its commit.
    let ours = ours.split(' ').next().unwrap_or_default();
    if locked != ours {
        bail!(
            "Cargo.lock has wasm-bindgen {locked} but xtask makes glue for {ours}; \
             set wasm-bindgen-cli-support and wasm-bindgen-shared in xtask/Cargo.toml to ={locked}"
        );
    }
    Ok(())
}

fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines
        .nth(1)?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locked_version_is_read() {
        let lock = "[[package]]\nname = \"wasm-bindgen-shared\"\nversion = \"0.2.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }

    #[test]
    fn the_lock_file_fits() {
        check_versions().unwrap();
    }
}

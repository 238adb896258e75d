//! `www/generated/`: the engine and the importer as WebAssembly with their glue, and the base pack.

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
const RECIPE: [&str; 9] = [
    "xtask/src/distribution.rs",
    "xtask/src/engine.rs",
    "xtask/src/fallbacks.rs",
    "xtask/src/glue.rs",
    "xtask/src/imports.rs",
    "xtask/src/locations.rs",
    "xtask/src/toolchain.rs",
    "xtask/src/traps.rs",
    "package-lock.json",
];

/// A module that browsers load, with its glue.
struct Module {
    /// What its files are called.
    name: &'static str,
    /// The crate's features that are in it.
    features: &'static str,
    /// What of the gazetteer is in it.
    tables: &'static [&'static str],
    treatment: glue::Treatment,
}

const ENGINE: Module = Module {
    name: "namelight",
    features: "",
    tables: &[],
    treatment: glue::Treatment::Smallest,
};

/// What makes packs of files; loaded only by who imports, and no page waits for it.
const IMPORTER: Module = Module {
    name: "importer",
    features: "import",
    tables: &["gazetteer/derived/weak-words.tsv"],
    treatment: glue::Treatment::Whole,
};

/// The base pack as the package ships it.
pub const BASE_PACK: &str = "www/generated/base.nlpack";

/// The engine as the package ships it.
pub const MODULE: &str = "www/generated/namelight_bg.wasm";

/// Makes the engine and the importer unless they are up to date; returns whether one was made.
pub fn make() -> Result<bool> {
    Ok(ENGINE.make()? | IMPORTER.make()?)
}

impl Module {
    fn make(&self) -> Result<bool> {
        let inputs = [&SOURCES[..], &RECIPE, self.tables].concat();
        let files = self.files().map(|file| format!("{FOLDER}/{file}"));
        let step = match self.name {
            "namelight" => "engine",
            name => name,
        };
        let files = files.each_ref().map(String::as_str);
        Step::new(step, &inputs, &files).unless_current(|| self.compile())
    }

    fn files(&self) -> [String; 4] {
        [".js", ".d.ts", "_bg.wasm", "_bg.wasm.d.ts"].map(|end| format!("{}{end}", self.name))
    }

    fn compile(&self) -> Result<()> {
        node::packages()?;
        let toolchain = Toolchain::find()?;
        println!("compiling {} with {}", self.name, toolchain.shown());
        toolchain
            .cargo("build")?
            .words("--profile wasm --package namelight --lib --features")
            .arg(self.features)
            .run()?;
        let compiled = toolchain
            .target_folder()
            .join(crate::toolchain::TARGET)
            .join("wasm/namelight.wasm");

        // Finished first and moved last, so that a failure leaves no half-made module.
        let workshop = project::target().join("xtask/glue");
        project::fresh_folder(&workshop)?;
        println!("writing the glue and optimising the module (wasm-opt -O3)");
        glue::write(&compiled, self.name, self.treatment, &workshop)?;
        glue::optimise(&workshop.join(format!("{}_bg.wasm", self.name)))?;
        fs::create_dir_all(project::at(FOLDER))?;
        for file in self.files() {
            let to = project::at(FOLDER).join(&file);
            fs::copy(workshop.join(&file), to)
                .with_context(|| format!("cannot write {FOLDER}/{file}"))?;
        }
        Ok(())
    }
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

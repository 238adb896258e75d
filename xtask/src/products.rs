//! `dist/`: the package, the demo page and the extension, each made by its npm script from the
//! engine, the base pack and the TypeScript sources.

use anyhow::{Result, bail};

use crate::fingerprint::Step;
use crate::{engine, node, project};

/// Something that is shipped.
pub struct Product {
    /// For people.
    pub name: &'static str,
    script: &'static str,
    /// The folder that it is made in.
    pub folder: &'static str,
    inputs: &'static [&'static str],
}

/// The npm package.
pub const PACKAGE: Product = Product {
    name: "package",
    script: "build:package",
    folder: "dist/package",
    inputs: &[
        "www",
        "package.json",
        "package-lock.json",
        "Cargo.lock",
        "CHANGELOG.md",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "LICENSE-CC-BY-4.0",
        "NOTICE",
    ],
};

/// The demo page, which stands on the package as built.
pub const DEMO: Product = Product {
    name: "demo page",
    script: "build:demo",
    folder: "dist/demo",
    inputs: &[
        "www/demo",
        "www/pictures",
        "www/bench",
        "www/generated",
        "dist/package",
        "seeds",
        "package.json",
        "package-lock.json",
    ],
};

/// The browser extension, unpacked and zipped, for Chromium and Firefox.
pub const EXTENSION: Product = Product {
    name: "extension",
    script: "build:extension",
    folder: "dist/extension",
    inputs: &[
        "www",
        "dist/package",
        "package.json",
        "package-lock.json",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "LICENSE-CC-BY-4.0",
        "NOTICE",
    ],
};

/// The command: everything that is shipped.
pub fn run() -> Result<()> {
    node::packages()?;
    engine::make()?;
    engine::make_pack()?;
    for product in [PACKAGE, DEMO, EXTENSION] {
        product.make()?;
        println!("made {}", product.folder);
    }
    Ok(())
}

impl Product {
    /// Makes it anew.
    pub fn make(&self) -> Result<()> {
        self.step().always(|| self.build())
    }

    /// Makes it unless it is up to date; returns whether it was made.
    pub fn make_unless_current(&self) -> Result<bool> {
        self.step().unless_current(|| self.build())
    }

    fn step(&self) -> Step {
        Step::new(
            self.script.trim_start_matches("build:"),
            self.inputs,
            &[self.folder],
        )
    }

    fn build(&self) -> Result<()> {
        println!("building the {}", self.name);
        let folder = project::at(self.folder);
        project::fresh_folder(&folder)?;
        node::script(self.script).run()?;
        if std::fs::read_dir(&folder)?.next().is_none() {
            bail!("`npm run {}` left {} empty", self.script, self.folder);
        }
        Ok(())
    }
}

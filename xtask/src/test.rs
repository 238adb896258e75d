//! `cargo xtask test`: every check and test, from a fresh clone.

use anyhow::Result;

use crate::command::Invocation;
use crate::products::{DEMO, PACKAGE};
use crate::steps::Steps;
use crate::{browsers, engine, gazetteer, lint, node, packaging, size};

/// Runs all steps, also after a failure, and names those that failed.
pub fn run() -> Result<()> {
    let mut steps = Steps::default();
    lint::add_to(&mut steps);
    steps.plain("native tests", &[], || {
        Invocation::cargo()
            .words("test --workspace --features cli")
            .run()
    });
    steps.plain("gazetteer", &[], gazetteer::check);

    steps.plain("npm packages", &[], || node::packages().map(|_| ()));
    steps.plain("engine", &["npm packages"], || engine::make().map(|_| ()));
    steps.plain("base pack", &[], || engine::make_pack().map(|_| ()));
    steps.plain("package", &["engine", "base pack"], || PACKAGE.make());
    steps.plain("demo page", &["package"], || DEMO.make());
    steps.plain("sizes", &["package"], size::run);

    steps.plain("types", &["package"], || node::script("check").run());
    steps.plain("Chromium", &[], || {
        println!("{}", browsers::chromium()?.display());
        Ok(())
    });
    let needs = ["Chromium", "demo page"];
    steps.plain("browser tests", &needs, || {
        node::script("test:browser")
            .env(browsers::CHROMIUM, browsers::chromium()?)
            .run()
    });
    steps.plain("packaging programs", &["npm packages"], packaging::programs);
    let needs = ["Chromium", "package", "packaging programs"];
    steps.plain("packaging tests", &needs, packaging::test);
    steps.plain(
        "reference",
        &["package", "packaging programs"],
        packaging::reference,
    );
    steps.finish()
}

//! `cargo xtask test`: every check and test, from a fresh clone.

use anyhow::Result;

use crate::browsers::{CHROMIUM, FIREFOX};
use crate::command::Invocation;
use crate::products::{DEMO, EXTENSION, PACKAGE};
use crate::steps::Steps;
use crate::{engine, gazetteer, lint, node, packaging, size};

/// Tells the browser tests that all of them are wanted, and not only those that fit into a quarter of an hour.
const WHICH: &str = "NAMELIGHT_TESTS";

/// Runs all steps, also after a failure, and names those that failed.
pub fn run(all: bool) -> Result<()> {
    let which = if all { "all" } else { "main" };
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
    steps.plain("extension", &["package"], || EXTENSION.make());
    steps.plain("sizes", &["package", "extension"], size::run);

    steps.plain("types", &["package"], || node::script("check").run());
    steps.plain("Chromium", &[], || {
        println!("{}", CHROMIUM.program()?.display());
        Ok(())
    });
    let needs = ["Chromium", "demo page"];
    steps.plain("browser tests", &needs, || {
        node::script("test:browser")
            .env(WHICH, which)
            .env(CHROMIUM.variable, CHROMIUM.program()?)
            .run()
    });
    steps.plain("Firefox", &[], || {
        println!("{}", FIREFOX.program()?.display());
        Ok(())
    });
    let needs = ["Firefox", "demo page"];
    steps.plain("Firefox tests", &needs, || {
        node::script("test:firefox")
            .env(WHICH, which)
            .env(FIREFOX.variable, FIREFOX.program()?)
            .run()
    });
    steps.plain("packaging programs", &["npm packages"], packaging::programs);
    let needs = ["Chromium", "Firefox", "extension", "packaging programs"];
    steps.plain("extension tests", &needs, || {
        node::script("test:extension")
            .env(WHICH, which)
            .env(CHROMIUM.variable, CHROMIUM.program()?)
            .env(FIREFOX.variable, FIREFOX.program()?)
            .run()
    });
    let needs = ["Chromium", "package", "packaging programs"];
    steps.plain("packaging tests", &needs, packaging::test);
    steps.plain(
        "reference",
        &["package", "packaging programs"],
        packaging::reference,
    );
    steps.finish()
}

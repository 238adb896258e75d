//! `cargo xtask bench`: the benchmarks, native and in the browser.

use anyhow::Result;

use crate::browsers::CHROMIUM;
use crate::command::Invocation;
use crate::products::{DEMO, PACKAGE};
use crate::{engine, node};

/// Runs all benchmarks, which print their own tables.
pub fn run() -> Result<()> {
    Invocation::cargo()
        .words("bench --package namelight --bench engine")
        .run()?;
    node::packages()?;
    engine::make()?;
    engine::make_pack()?;
    PACKAGE.make_unless_current()?;
    DEMO.make_unless_current()?;
    node::script("bench")
        .env(CHROMIUM.variable, CHROMIUM.program()?)
        .run()
}

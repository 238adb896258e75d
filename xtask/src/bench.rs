//! `cargo xtask bench`: the benchmarks, native and in the browser.

use anyhow::Result;

use crate::browsers::{CHROMIUM, FIREFOX};
use crate::command::Invocation;
use crate::products::{DEMO, PACKAGE};
use crate::{engine, node};

/// Runs all benchmarks, which print their own tables; those in the browsers write them to
/// `docs/speed.md`, with the chart beside their results in `docs/bench`. A quick run is of a part of
/// those in the browsers, and writes nothing there.
pub fn run(quick: bool) -> Result<()> {
    if !quick {
        Invocation::cargo()
            .words("bench --package namelight --bench engine")
            .run()?;
    }
    node::packages()?;
    engine::make()?;
    engine::make_pack()?;
    PACKAGE.make_unless_current()?;
    DEMO.make_unless_current()?;
    let mut bench = node::script("bench");
    if quick {
        bench = bench.words("-- --quick");
    }
    bench
        .env(CHROMIUM.variable, CHROMIUM.program()?)
        .env(FIREFOX.variable, FIREFOX.program()?)
        .run()
}
